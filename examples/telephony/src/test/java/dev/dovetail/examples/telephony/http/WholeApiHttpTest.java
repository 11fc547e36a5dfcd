package dev.dovetail.examples.telephony.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for the plugins at {@code /api}, in the whole protocol. */
class WholeApiHttpTest extends HttpTest {
    private Client whole;

    @BeforeEach
    void connect() {
        whole = node.whole(tenant);
    }

    private static JsonNode json(Reply reply) {
        return JsonMapper.shared().readTree(reply.body());
    }

    private static List<String> violations(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        return json(reply)
                .path("violations")
                .valueStream()
                .map(each -> (each.path("pointer").asString("") + " "
                                + each.get("code").stringValue())
                        .strip())
                .toList();
    }

    @Test
    void createsWithLocationAndEntityTag() {
        Reply created = whole.post("/users", body("firstname", "Ann"));
        JsonNode user = json(created);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).doesNotEndWith("\n");
        assertThat(created.header("Location"))
                .isEqualTo(whole.url("/users/" + user.get("id").intValue()));
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(user.has("version")).isFalse();
        assertThat(user.get("links").get(0).get("href").stringValue()).startsWith(whole.url("/users/"));
    }

    @Test
    void showsTheSameObjectsAtBothPaths() {
        JsonNode old = user();
        JsonNode seen = json(whole.get(item("users", old)));
        assertThat(seen.get("uuid")).isEqualTo(old.get("uuid"));
        assertThat(seen.propertyNames())
                .containsExactlyElementsOf(api.get(item("users", old)).found().propertyNames());

        whole.send("PATCH", item("users", old), "{\"lastname\": \"Lee\"}").done();
        assertThat(api.get(item("users", old)).found().get("lastname").stringValue())
                .isEqualTo("Lee");
    }

    @Test
    void editsInTheStateThatTheCallerHasSeen() {
        String user = item("users", user());
        String tag = whole.get(user).header("ETag");
        assertThat(whole.with("If-None-Match", tag).get(user).status()).isEqualTo(304);

        Reply edited = whole.with("If-Match", tag).send("PATCH", user, "{\"lastname\": \"Lee\"}");
        assertThat(edited.status()).isEqualTo(204);
        assertThat(edited.header("ETag")).isNotEmpty().isNotEqualTo(tag);
        assertThat(whole.with("If-Match", tag)
                        .send("PATCH", user, "{\"lastname\": \"Loo\"}")
                        .status())
                .isEqualTo(412);
        Reply shown = whole.with("Prefer", "return=representation").send("PATCH", user, "{\"lastname\": null}");
        assertThat(shown.status()).isEqualTo(200);
        assertThat(json(shown).get("lastname").isNull()).isTrue();
    }

    @Test
    void tellsEveryViolation() {
        Reply refused = whole.post("/users", body("firstname", 1, "ring_seconds", "30", "firstnam", "Ann"));
        assertThat(violations(refused, 400))
                .contains("/firstname type", "/ring_seconds type", "/firstnam unknown-field");
    }

    @Test
    void readsValuesStrictly() {
        JsonNode context = context();
        var body = extensionBody(context);
        assertThat(violations(whole.post("/extensions", body.deepCopy().put("enabled", "yes")), 400))
                .containsExactly("/enabled type");
        assertThat(violations(whole.send("POST", "/users", "null"), 400)).containsExactly("type");
        assertThat(violations(whole.get("/users?recurse=yes"), 400)).containsExactly("/recurse query-type");
        assertThat(violations(whole.get("/users?firstnam=Ann"), 400)).containsExactly("/firstnam unknown-parameter");
        assertThat(api.post("/extensions", body.put("enabled", "yes"))
                        .created()
                        .get("enabled")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void leadsOnByCursorAndComparesAndSelects() {
        user("firstname", "Ann");
        user("firstname", "Bob");
        Reply page = whole.get("/users?limit=1&order=-firstname&fields=firstname");
        assertThat(json(page).get("items").toString()).isEqualTo("[{\"firstname\":\"Bob\"}]");
        assertThat(page.header("Link")).contains(whole.url("/users?"), "cursor=", "rel=\"next\"");
        assertThat(json(whole.get("/users?firstname__startswith=An"))
                        .get("total")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void tellsTheMethodsOfAPath() {
        String user = item("users", user());
        Reply refused = whole.post(user, body());
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        Reply old = api.post(user, body());
        assertThat(old.status()).isEqualTo(405);
        assertThat(old.header("Allow")).isEqualTo("DELETE, GET, HEAD, PUT");
        assertThat(api.send("PATCH", user, "{}").status()).isEqualTo(405);
    }

    @Test
    void confinesCallersToTheirTenants() {
        String user = item("users", user());
        assertThat(node.whole(tenants.sibling()).get(user).status()).isEqualTo(404);
        assertThat(node.whole(tenants.parent()).in(tenant).get(user).status()).isEqualTo(200);
        assertThat(json(node.whole(tenants.parent()).get("/users?recurse=true"))
                        .get("total")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void tellsItsDocument() {
        Reply document = node.whole().get("/openapi.json");
        assertThat(document.status()).isEqualTo(200);
        assertThat(json(document).get("openapi").stringValue()).startsWith("3.1");
        assertThat(json(document).path("paths").path("/users/{id}").has("patch"))
                .isTrue();
    }

    private static Reply ask(Client client, String route) {
        String[] parts = route.split(" ", -1);
        return client.send(parts[0], parts[1], "{\"name\": 5, \"label\": 5}");
    }

    /** Some wrong access is refused at each route; that no other lets anybody pass is held at {@code /1.1}. */
    @TestFactory
    Stream<DynamicTest> letsTheSameAccessPass() {
        return Accesses.byRoute().entrySet().stream()
                .map(route -> DynamicTest.dynamicTest(route.getKey(), () -> {
                    Client granted = node.whole().token("only-" + route.getValue());
                    assertThat(ask(granted, route.getKey()).status()).isIn(200, 201, 204, 400, 404);
                    String other =
                            route.getValue().equals("confd.infos.read") ? "confd.status.read" : "confd.infos.read";
                    assertThat(ask(node.whole().token("only-" + other), route.getKey())
                                    .status())
                            .isEqualTo(403);
                    assertThat(ask(node.whole(), route.getKey()).status()).isEqualTo(401);
                    assertThat(ask(node.whole().token("unknown"), route.getKey())
                                    .status())
                            .isEqualTo(401);
                }));
    }

    @Test
    void needsTheAccessOfPutForPatch() {
        String route = "PATCH /users/" + Accesses.ID;
        assertThat(ask(node.whole().token("only-confd.users." + Accesses.ID + ".update"), route)
                        .status())
                .isEqualTo(404);
        assertThat(ask(node.whole().token("only-confd.users." + Accesses.ID + ".read"), route)
                        .status())
                .isEqualTo(403);
    }
}
