package dev.dovetail.examples.telephony.sccpendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class SccpEndpointHttpTest extends HttpTest {
    private static final String LIST = "/endpoints/sccp";

    private JsonNode endpoint(List<?>... options) {
        return api.post(LIST, body("options", List.of(options))).created();
    }

    private static String path(JsonNode endpoint) {
        return item("endpoints/sccp", endpoint);
    }

    private void shows(JsonNode endpoint, List<?>... options) {
        assertThat(api.get(path(endpoint)).found().get("options")).isEqualTo(Json.of(List.of(options)));
    }

    @Covers({"endpoint_sccp/fields/options", "endpoint_sccp/options/pair_error"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                LIST,
                HttpTest::body,
                Field.any("options")
                        .byDefault(List.of())
                        .refusing("x", "Not a valid list.")
                        .refusing(null, "Field may not be null.")
                        .refusingAs(List.of(List.of("a")), "{0: ['Length must be 2.']}")
                        .refusingAs(List.of(List.of("a", 1)), "{0: {1: ['Not a valid string.']}}")
                        .refusingAs(Arrays.asList((Object) null), "{0: ['Field may not be null.']}"));
    }

    @Test
    void showsEveryFieldOfANewEndpoint() {
        var reply = api.post(LIST, body("name", "mine"));
        JsonNode created = reply.created();
        String url = api.url(path(created));
        assertThat(created)
                .isEqualTo(body(
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "options",
                        List.of(),
                        "line",
                        null,
                        "links",
                        List.of(body("rel", "endpoint_sccp", "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(api.get(path(created)).found()).isEqualTo(created);
    }

    @Covers("endpoint_sccp/options/read")
    @Test
    void showsOptionsThatAreNotEmptyInAnOrderOfItsOwn() {
        JsonNode endpoint = endpoint(
                List.of("allow", "alaw"),
                List.of("disallow", "all"),
                List.of("cid_num", ""),
                List.of("cid_name", "Ann"),
                List.of("allow", "ulaw"));
        List<List<String>> options =
                List.of(List.of("cid_name", "Ann"), List.of("disallow", "all"), List.of("allow", "ulaw"));
        assertThat(endpoint.get("options")).isEqualTo(Json.of(options));
        assertThat(api.get(path(endpoint)).found()).isEqualTo(endpoint);
    }

    @Covers("endpoint_sccp/options/put")
    @Test
    void keepsTheCallerIdWhenOtherOptionsAreReplaced() {
        JsonNode endpoint = endpoint(
                List.of("cid_name", "Ann"), List.of("cid_num", "1"), List.of("disallow", "all"), List.of("allow", "x"));
        api.put(path(endpoint), body()).done();
        assertThat(api.get(path(endpoint)).found()).isEqualTo(endpoint);
        api.put(path(endpoint), body("options", List.of(List.of("allow", "y"), List.of("cid_num", "2"))))
                .done();
        shows(endpoint, List.of("cid_name", "Ann"), List.of("cid_num", "2"), List.of("allow", "y"));
        api.put(path(endpoint), body("options", List.of())).done();
        shows(endpoint, List.of("cid_name", "Ann"), List.of("cid_num", "2"));
        api.put(path(endpoint), body("options", List.of(List.of("cid_name", ""))))
                .done();
        shows(endpoint, List.of("cid_num", "2"));
    }

    @Covers("endpoint_sccp/options/unknown_name")
    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        JsonNode endpoint = endpoint(List.of("allow", "x"));
        var options = body("options", List.of(List.of("allow", "y"), List.of("colour", "red"), List.of("z", "z")));
        assertThat(node.heard(() -> {
                    api.post(LIST, options).refused("Unknown SCCP options: colour");
                    api.put(path(endpoint), options).refused("Unknown SCCP options: colour");
                }))
                .isEmpty();
        assertThat(api.get(LIST).items()).containsExactly(endpoint);
    }

    @Covers({
        "endpoint_sccp/events/created",
        "endpoint_sccp/events/deleted",
        "endpoint_sccp/events/edited",
        "endpoint_sccp/fields/id",
        "endpoint_sccp/fields/links",
        "endpoint_sccp/fields/tenant_uuid",
        "endpoint_sccp/id",
        "endpoint_sccp/not_found",
        "endpoint_sccp/paths/collection",
        "endpoint_sccp/paths/item",
        "endpoint_sccp/reload/create",
        "endpoint_sccp/reload/delete",
        "endpoint_sccp/reload/edit",
        "endpoint_sccp/rules/create",
        "endpoint_sccp/rules/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(endpoint()));
        JsonNode endpoint = made.get(0);
        JsonNode data = body("id", endpoint.get("id"), "tenant_uuid", tenant.toString(), "line", null);
        String reload = reload("module reload chan_sccp.so", "dialplan reload");
        assertThat(created).containsExactly(event("sccp_endpoint_created", tenant, data));
        assertThat(node.heard(() -> api.put(path(endpoint), body()).done()))
                .containsExactly(reload, event("sccp_endpoint_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(path(endpoint)).done()))
                .containsExactly(reload, event("sccp_endpoint_deleted", tenant, data));
        api.get(path(endpoint))
                .refused(404, "Resource Not Found - SCCPEndpoint was not found ('id': " + endpoint.get("id") + ")");
    }

    @Covers("endpoint_sccp/rules/delete")
    @Test
    void leavesItsLineWithoutAnEndpointWhenItGoes() {
        Phones phones = Phones.of(api);
        JsonNode line = phones.now(phones.sccpLine());
        api.delete(path(line.get("endpoint_sccp"))).done();
        assertThat(phones.now(line))
                .isEqualTo(Json.with(
                        line,
                        "endpoint_sccp",
                        null,
                        "name",
                        null,
                        "protocol",
                        null,
                        "caller_id_name",
                        null,
                        "caller_id_num",
                        null));
    }

    @Covers({
        "endpoint_sccp/list/default_sort",
        "endpoint_sccp/list/filter/id",
        "endpoint_sccp/list/search",
        "endpoint_sccp/list/sort/id"
    })
    @Test
    void listsById() {
        JsonNode a = endpoint();
        JsonNode b = endpoint(List.of("cid_name", "Bee"));
        assertThat(api.get(LIST).items()).containsExactly(a, b);
        assertThat(api.get(LIST + "?order=id&direction=desc").items()).containsExactly(b, a);
        assertThat(api.get(LIST + "?id=" + b.get("id")).items()).containsExactly(b);
        assertThat(api.get(LIST + "?search=" + b.get("id")).items()).contains(b);
        assertThat(api.get(LIST + "?search=bee").items()).isEmpty();
        api.get(LIST + "?order=name").refused("Input Error - order: column 'name' was not found");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, LIST, this::endpoint).check();
    }
}
