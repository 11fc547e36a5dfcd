package dev.dovetail.examples.telephony.iaxendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class IaxEndpointHttpTest extends HttpTest {
    private static final String LIST = "/endpoints/iax";
    private static final List<List<String>> DEFAULTS = List.of(
            List.of("amaflags", "default"),
            List.of("auth", "plaintext,md5"),
            List.of("trunk", "no"),
            List.of("sendani", "no"),
            List.of("qualify", "no"),
            List.of("qualifysmoothing", "no"),
            List.of("qualifyfreqok", "60000"),
            List.of("qualifyfreqnotok", "10000"),
            List.of("requirecalltoken", "no"));

    private static JsonNode endpoint(Client by, Object... namesAndValues) {
        return by.post(LIST, body(namesAndValues)).created();
    }

    private JsonNode endpoint(Object... namesAndValues) {
        return endpoint(api, namesAndValues);
    }

    private static String path(JsonNode endpoint) {
        return item("endpoints/iax", endpoint);
    }

    @Covers({
        "endpoint_iax/fields/host",
        "endpoint_iax/fields/options",
        "endpoint_iax/fields/type",
        "endpoint_iax/options/pair_error"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                LIST,
                () -> body("name", "iax-" + next()),
                Field.choice("type", "friend", "peer", "user").byDefault("friend"),
                Field.string("host").byDefault("dynamic").accepting("").maxLength(255),
                Field.any("options")
                        .byDefault(DEFAULTS)
                        .showing(List.of(), DEFAULTS)
                        .refusing("x", "Not a valid list.")
                        .refusingAs(List.of(List.of("a")), "{0: ['Length must be 2.']}")
                        .refusingAs(List.of(List.of("a", "b"), List.of("a", "b", "c")), "{1: ['Length must be 2.']}")
                        .refusingAs(List.of(List.of("a", 1)), "{0: {1: ['Not a valid string.']}}")
                        .refusingAs(Arrays.asList((Object) null), "{0: ['Field may not be null.']}"));
    }

    @Covers("endpoint_iax/fields/name")
    @Test
    void namesAnEndpointUnlessItIsNamed() {
        assertThat(endpoint().get("name").stringValue()).matches("[a-z0-9]{8}");
        String longest = "x".repeat(35) + next();
        assertThat(endpoint("name", longest).get("name").stringValue()).isEqualTo(longest);
        for (String wrong : List.of("", "a b", "x".repeat(41), "é")) {
            api.post(LIST, body("name", wrong))
                    .refused("Input Error - name: ['String does not match expected pattern.']");
        }
        api.post(LIST, body("name", null)).refused("Input Error - name: ['Field may not be null.']");
        api.post(LIST, body("name", 1)).refused("Input Error - name: ['Not a valid string.']");
    }

    @Covers("endpoint_iax/options/always_present_defaults")
    @Test
    void showsEveryFieldOfANewEndpoint() {
        JsonNode endpoint = endpoint("name", "n" + next());
        assertThat(endpoint)
                .isEqualTo(body(
                        "id",
                        endpoint.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "name",
                        endpoint.get("name"),
                        "type",
                        "friend",
                        "host",
                        "dynamic",
                        "options",
                        DEFAULTS,
                        "trunk",
                        null,
                        "links",
                        List.of(body("rel", "endpoint_iax", "href", api.url(path(endpoint))))));
    }

    @Covers({
        "endpoint_iax/options/booleans",
        "endpoint_iax/options/not_options",
        "endpoint_iax/options/put",
        "endpoint_iax/options/read"
    })
    @Test
    void readsOptionsBackAsTheyAreStored() {
        JsonNode endpoint = endpoint(
                "options",
                List.of(
                        List.of("mine", "a"),
                        List.of("trunk", "T"),
                        List.of("sendani", "nothing"),
                        List.of("amaflags", ""),
                        List.of("mine", ""),
                        List.of("allow", "alaw"),
                        List.of("allow", "ulaw"),
                        List.of("name", "x"),
                        List.of("type", "x"),
                        List.of("context", "x"),
                        List.of("category", "x"),
                        List.of("protocol", "x"),
                        List.of("host", "x")));
        List<List<String>> options = new ArrayList<>(DEFAULTS.subList(1, DEFAULTS.size()));
        options.set(1, List.of("trunk", "yes"));
        options.addAll(List.of(List.of("allow", "ulaw"), List.of("mine", "a"), List.of("mine", "")));
        assertThat(endpoint.get("options")).isEqualTo(Json.of(options));
        api.put(path(endpoint), body("host", "h")).done();
        assertThat(api.get(path(endpoint)).found().get("options")).isEqualTo(Json.of(options));
        api.put(path(endpoint), body("options", List.of(List.of("secret", "x"))))
                .done();
        List<List<String>> replaced = new ArrayList<>(DEFAULTS);
        replaced.add(List.of("secret", "x"));
        assertThat(api.get(path(endpoint)).found().get("options")).isEqualTo(Json.of(replaced));
    }

    @Covers({
        "endpoint_iax/events/created",
        "endpoint_iax/events/deleted",
        "endpoint_iax/events/edited",
        "endpoint_iax/fields/id",
        "endpoint_iax/fields/links",
        "endpoint_iax/fields/tenant_uuid",
        "endpoint_iax/id",
        "endpoint_iax/not_found",
        "endpoint_iax/paths/collection",
        "endpoint_iax/paths/item",
        "endpoint_iax/reload/create",
        "endpoint_iax/reload/delete",
        "endpoint_iax/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(endpoint()));
        JsonNode endpoint = made.get(0);
        JsonNode data = body(
                "id",
                endpoint.get("id"),
                "tenant_uuid",
                tenant.toString(),
                "name",
                endpoint.get("name"),
                "trunk",
                null);
        String iax = reload("iax2 reload");
        assertThat(created).containsExactly(event("iax_endpoint_created", tenant, data));
        assertThat(node.heard(() -> api.put(path(endpoint), body()).done()))
                .containsExactly(iax, event("iax_endpoint_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(path(endpoint)).done()))
                .containsExactly(iax, event("iax_endpoint_deleted", tenant, data));
        api.get(path(endpoint))
                .refused(404, "Resource Not Found - IAXEndpoint was not found ('id': " + endpoint.get("id") + ")");
    }

    @Covers({"endpoint_iax/rules/create/1", "endpoint_iax/rules/edit"})
    @Test
    void refusesANameOfAnyTenant() {
        JsonNode taken = endpoint(node.client(tenants.sibling()));
        JsonNode endpoint = endpoint();
        String refusal = "Resource Error - IAXEndpoint already exists ('name': '"
                + taken.get("name").stringValue() + "')";
        api.post(LIST, body("name", taken.get("name"))).refused(refusal);
        api.put(path(endpoint), body("name", taken.get("name"))).refused(refusal);
        api.put(path(endpoint), endpoint).done();
    }

    @Covers({"endpoint_iax/list/default_sort", "endpoint_iax/list/filter/type", "endpoint_iax/list/search"})
    @Test
    void listsByNameTypeAndHost() {
        JsonNode b = endpoint("name", "b" + next(), "type", "peer", "host", "here");
        JsonNode a = endpoint("name", "a" + next());
        assertThat(api.get(LIST).items()).containsExactly(a, b);
        assertThat(api.get(LIST + "?type=peer").items()).containsExactly(b);
        assertThat(api.get(LIST + "?search=HERE").items()).containsExactly(b);
        assertThat(api.get(LIST + "?order=host").items()).containsExactly(a, b);
        api.get(LIST + "?order=id").refused("Input Error - order: column 'id' was not found");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, LIST, () -> endpoint("name", "n" + next())).checkInOrderOf("name");
    }
}
