package dev.dovetail.examples.telephony.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Tests who sees what, over the resources that have tenants, and the tenants themselves. */
class TenancyHttpTest extends HttpTest {

    /** Names a resource and how to make one. */
    enum Kind {
        CONTEXT("contexts", "Context", "label"),
        USER("users", "User", "lastname"),
        VOICEMAIL("voicemails", "Voicemail", "name"),
        SIP_ENDPOINT("endpoints/sip", "SIPEndpoint", "label"),
        SIP_TEMPLATE("endpoints/sip/templates", "SIPEndpointTemplate", "label");

        private final String collection;
        private final String name;
        private final String text;

        Kind(String collection, String name, String text) {
            this.collection = collection;
            this.name = name;
            this.text = text;
        }

        JsonNode make(Client by, String text) {
            return switch (this) {
                case CONTEXT -> context(by, "label", text);
                case USER -> user(by, "lastname", text);
                case VOICEMAIL ->
                    by.post("/voicemails", Json.with(voicemailBody(context(by)), "name", text))
                            .created();
                case SIP_ENDPOINT, SIP_TEMPLATE ->
                    by.post("/" + collection, body("label", text)).created();
            };
        }

        String unknown(JsonNode of) {
            String details = of.has("id") ? "'id': " + of.get("id") : "'uuid': UUID('" + Json.key(of) + "')";
            return "Resource Not Found - " + name + " was not found (" + details + ")";
        }

        String path(JsonNode of) {
            return item(collection, of);
        }
    }

    private JsonNode made(Kind kind, UUID in, String text) {
        return kind.make(node.client(in), text);
    }

    @Covers("conventions/3/2")
    @ParameterizedTest
    @EnumSource
    void showsOwnObjectsInListsAndThoseBelowOnRequest(Kind kind) {
        made(kind, tenants.parent(), "parent");
        made(kind, tenants.sibling(), "sibling");
        made(kind, tenants.own(), "own");
        made(kind, tenants.child(), "child");
        made(kind, tenants.grandchild(), "grandchild");

        String list = "/" + kind.collection;
        assertThat(api.get(list).items(kind.text)).containsExactly("own");
        assertThat(api.get(list + "?recurse=false").items(kind.text)).containsExactly("own");
        Reply all = api.get(list + "?recurse=true");
        assertThat(all.items(kind.text)).containsExactlyInAnyOrder("own", "child", "grandchild");
        assertThat(all.found().get("total").asInt()).isEqualTo(3);
        assertThat(api.get(list + "?recurse=true&limit=1").found().get("total").asInt())
                .isEqualTo(3);
        assertThat(api.in(tenants.child()).get(list).items(kind.text)).containsExactly("child");
        assertThat(api.in(tenants.child()).get(list + "?recurse=true").items(kind.text))
                .containsExactlyInAnyOrder("child", "grandchild");
        assertThat(api.in("").get(list).items(kind.text)).containsExactly("own");
    }

    @Covers("conventions/3/3")
    @ParameterizedTest
    @EnumSource
    void reachesObjectsBelowByTheirPath(Kind kind) {
        for (UUID below : List.of(tenants.own(), tenants.child(), tenants.grandchild())) {
            String path = kind.path(made(kind, below, "old"));
            assertThat(api.get(path).found().get("tenant_uuid").stringValue()).isEqualTo(below.toString());
            api.put(path, body(kind.text, "new")).done();
            assertThat(api.get(path).found().get(kind.text).stringValue()).isEqualTo("new");
            api.delete(path).done();
            assertThat(api.get(path).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotSeeObjectsAboveOrBeside(Kind kind) {
        for (UUID hidden : List.of(tenants.parent(), tenants.sibling())) {
            JsonNode object = made(kind, hidden, "old");
            unseen(api, kind, object);
            assertThat(node.client(hidden).get(kind.path(object)).found()).isEqualTo(object);
        }
        unseen(api.in(tenants.child()), kind, made(kind, tenants.own(), "x"));
    }

    private void unseen(Client by, Kind kind, JsonNode object) {
        String text = kind.unknown(object);
        String path = kind.path(object);
        assertThat(node.heard(() -> {
                    by.get(path).refused(404, text);
                    by.put(path, body(kind.text, "new")).refused(404, text);
                    by.put(path, body(kind.text, 5)).refused(404, text);
                    by.delete(path).refused(404, text);
                }))
                .isEmpty();
    }

    @Test
    void doesNotSeeUsersAboveOrBesideByTheirUuidEither() {
        JsonNode user = user(node.client(tenants.sibling()));
        String uuid = user.get("uuid").stringValue();
        api.get("/users/" + uuid).refused(404, "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))");
        api.delete("/users/" + uuid)
                .refused(404, "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))");
    }

    @Covers("conventions/3/4")
    @ParameterizedTest
    @EnumSource
    void createsInTheTenantThatItWorksIn(Kind kind) {
        assertThat(kind.make(api, "x").get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        assertThat(kind.make(api.in(tenants.child()), "x").get("tenant_uuid").stringValue())
                .isEqualTo(tenants.child().toString());
        assertThat(kind.make(api.in(tenants.grandchild().toString().toUpperCase(java.util.Locale.ROOT)), "x")
                        .get("tenant_uuid")
                        .stringValue())
                .isEqualTo(tenants.grandchild().toString());
    }

    @Covers({"conventions/2/3", "conventions/3/1"})
    @Test
    void refusesToWorkInATenantThatIsNotOwnOrBelow() {
        for (Object other : List.of(tenants.parent(), tenants.sibling(), UUID.randomUUID(), "nonsense")) {
            for (Reply reply : List.of(
                    api.in(other).get("/contexts"),
                    api.in(other).post("/contexts", body("label", "x")),
                    api.in(other).get("/tenants"))) {
                assertThat(reply.status()).as(reply.request() + " in " + other).isEqualTo(401);
                assertThat(reply.body()).matches("\\[\"[^\"]+\"]\n");
            }
        }
    }

    @Covers("voicemail/tenanted")
    @Test
    void givesAVoicemailTheTenantOfItsContext() {
        JsonNode below = context(api.in(tenants.grandchild()));
        JsonNode voicemail = voicemail(below);
        assertThat(voicemail.get("tenant_uuid").stringValue())
                .isEqualTo(tenants.grandchild().toString());
        assertThat(api.get("/voicemails").items()).isEmpty();

        api.put(item("voicemails", voicemail), body("context", context().get("name")))
                .done();
        assertThat(api.get("/voicemails").items("tenant_uuid")).containsExactly(tenant.toString());
    }

    @Test
    void doesNotKnowAContextAboveOrBesideInABody() {
        JsonNode voicemail = voicemail(context());
        for (UUID hidden : List.of(tenants.parent(), tenants.sibling())) {
            JsonNode context = context(node.client(hidden));
            String text = "Input Error - field 'context': Context was not found ('context': '"
                    + context.get("name").stringValue() + "')";
            api.post("/voicemails", voicemailBody(context)).refused(text);
            api.put(item("voicemails", voicemail), body("context", context.get("name")))
                    .refused(text);
        }
    }

    @Test
    void doesNotLinkWhatItDoesNotSee() {
        Client sibling = node.client(tenants.sibling());
        JsonNode foreignUser = user(sibling);
        JsonNode foreignVoicemail =
                sibling.post("/voicemails", voicemailBody(context(sibling))).created();
        JsonNode voicemail = voicemail(context());
        JsonNode user = user();
        String noUser = "Resource Not Found - User was not found ('id': " + foreignUser.get("id") + ")";

        api.put(item("users", foreignUser) + item("voicemails", voicemail)).refused(404, noUser);
        api.put(item("users", foreignUser) + item("voicemails", foreignVoicemail))
                .refused(404, noUser);
        api.put(item("users", user) + item("voicemails", foreignVoicemail))
                .refused(
                        404, "Resource Not Found - Voicemail was not found ('id': " + foreignVoicemail.get("id") + ")");
        api.get(item("users", foreignUser) + "/voicemails").refused(404, noUser);
        api.delete(item("users", foreignUser) + "/voicemails").refused(404, noUser);
        api.post(item("users", foreignUser) + "/voicemails", voicemailBody(context()))
                .refused(404, noUser);
        assertThat(api.get("/voicemails").items()).hasSize(1);
    }

    @Test
    void linksWhatIsBelow() {
        Client child = api.in(tenants.child());
        JsonNode user = user(child);
        JsonNode voicemail =
                child.post("/voicemails", voicemailBody(context(child))).created();
        api.put(item("users", user) + item("voicemails", voicemail)).done();
        assertThat(api.get(item("users", user) + "/voicemails").items()).hasSize(1);
        api.delete(item("users", user) + "/voicemails").done();
    }

    // Tenants

    private static JsonNode fresh(UUID uuid) {
        return body(
                "uuid", uuid.toString(),
                "sip_templates_generated", false,
                "global_sip_template_uuid", null,
                "webrtc_sip_template_uuid", null,
                "registration_trunk_sip_template_uuid", null,
                "meeting_guest_sip_template_uuid", null);
    }

    @Covers("tenant/side_effects/1")
    @Test
    void knowsATenantFromItsFirstWriteOn() {
        String notFound = "Resource Not Found - Tenant was not found ('uuid': '" + tenant + "')";
        assertThat(api.get("/tenants").found()).isEqualTo(body("total", 0, "items", List.of()));
        api.get("/tenants/" + tenant).refused(404, notFound);
        api.post("/contexts", body());
        api.get("/tenants/" + tenant).refused(404, notFound);

        context();

        assertThat(api.get("/tenants").found()).isEqualTo(body("total", 1, "items", List.of(fresh(tenant))));
        assertThat(api.get("/tenants/" + tenant).found()).isEqualTo(fresh(tenant));
        assertThat(api.get("/tenants/" + tenant.toString().toUpperCase(java.util.Locale.ROOT))
                        .found())
                .isEqualTo(fresh(tenant));
    }

    @ParameterizedTest
    @CsvSource({
        "agents, number",
        "agents/skills, name",
        "callfilters, name",
        "callpermissions, name",
        "callpickups, name",
        "endpoints/custom, interface",
        "endpoints/sccp, nothing",
        "pagings, number",
        "queues, name",
        "queues/skillrules, name",
        "trunks, nothing"
    })
    void knowsATenantFromTheFirstObjectOfAnyKindOn(String collection, String field) {
        api.post("/" + collection, body(field, "" + next(), "strategy", "all", "source", "all"))
                .created();
        assertThat(api.get("/tenants").items("uuid")).containsExactly(tenant.toString());
    }

    @Covers({
        "tenant/fields/global_sip_template_uuid",
        "tenant/fields/meeting_guest_sip_template_uuid",
        "tenant/fields/registration_trunk_sip_template_uuid",
        "tenant/fields/sip_templates_generated",
        "tenant/fields/uuid",
        "tenant/fields/webrtc_sip_template_uuid",
        "tenant/id",
        "tenant/list/default_sort",
        "tenant/list/filter/uuid",
        "tenant/list/search",
        "tenant/list/sort/uuid",
        "tenant/methods/collection",
        "tenant/methods/item",
        "tenant/not_found",
        "tenant/paths/collection",
        "tenant/paths/item",
        "tenant/tenanted"
    })
    @Test
    void showsTheTenantsBelowAndNoOthers() {
        for (UUID uuid :
                List.of(tenants.parent(), tenants.own(), tenants.sibling(), tenants.child(), tenants.grandchild())) {
            user(node.client(uuid));
        }
        assertThat(api.get("/tenants").items("uuid")).containsExactly(tenant.toString());
        List<String> below = List.of(
                tenants.own().toString(),
                tenants.child().toString(),
                tenants.grandchild().toString());
        assertThat(api.get("/tenants?recurse=true").items("uuid"))
                .containsExactlyElementsOf(below.stream().sorted().toList());
        assertThat(api.get("/tenants?recurse=true&order=uuid&direction=desc").items("uuid"))
                .containsExactlyElementsOf(below.stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertThat(api.get("/tenants?recurse=true&limit=1&offset=1").items("uuid"))
                .containsExactly(below.stream().sorted().toList().get(1));
        assertThat(api.get("/tenants?recurse=true&uuid=" + tenants.child()).items("uuid"))
                .containsExactly(tenants.child().toString());
        assertThat(api.get("/tenants?recurse=true&search="
                                + tenants.child().toString().substring(4, 20).toUpperCase(java.util.Locale.ROOT))
                        .items("uuid"))
                .containsExactly(tenants.child().toString());
        assertThat(api.get("/tenants?uuid=x").items()).isEmpty();
        api.get("/tenants?order=slug").refused("Input Error - order: column 'slug' was not found");

        api.get("/tenants/" + tenants.grandchild()).found();
        for (UUID hidden : List.of(tenants.parent(), tenants.sibling())) {
            api.get("/tenants/" + hidden)
                    .refused(404, "Resource Not Found - Tenant was not found ('uuid': '" + hidden + "')");
        }
    }

    @Covers("tenant/rules/other_methods")
    @Test
    void refusesToChangeTenantsWithAnEmptyText() {
        context();
        for (Reply reply : List.of(
                api.post("/tenants", body()),
                api.send("POST", "/tenants", "{malformed"),
                api.put("/tenants/" + tenant, body()),
                api.delete("/tenants/" + tenant))) {
            assertThat(reply.status()).as(reply.request()).isEqualTo(405);
            assertThat(reply.body()).as(reply.request()).isEqualTo("\"\"\n");
        }
        api.get("/tenants/" + tenant).found();
    }

    @Covers("conventions/3/5")
    @Test
    void takesSeveralFirstWritesAtTheSameMoment() {
        for (UUID fresh : List.of(tenants.own(), tenants.child(), tenants.grandchild(), tenants.sibling())) {
            Client client = node.client(fresh);
            List<Reply> replies = new ArrayList<>();
            try (Together together = Together.of(8)) {
                replies.addAll(together.run(i -> i % 2 == 0
                        ? client.post("/contexts", body("label", "x"))
                        : client.post("/users", body("firstname", "x"))));
            }
            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertThat(client.get("/tenants").items("uuid")).containsExactly(fresh.toString());
        }
    }
}
