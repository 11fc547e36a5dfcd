package dev.dovetail.examples.telephony.customendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import dev.dovetail.examples.telephony.testing.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"endpoint_custom/not_found"})
class CustomEndpointHttpTest extends HttpTest {
    private static final String COLLECTION = "/endpoints/custom";

    private static ObjectNode least() {
        return body("interface", "dahdi/" + next());
    }

    private JsonNode endpoint(Object... namesAndValues) {
        return endpoint(api, namesAndValues);
    }

    private static JsonNode endpoint(Client by, Object... namesAndValues) {
        return by.post(COLLECTION, Json.with(least(), namesAndValues)).created();
    }

    private static String path(JsonNode endpoint) {
        return item("endpoints/custom", endpoint);
    }

    @Covers({
        "endpoint_custom/fields/enabled",
        "endpoint_custom/fields/interface",
        "endpoint_custom/fields/interface_suffix"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                COLLECTION,
                CustomEndpointHttpTest::least,
                Field.string("interface")
                        .required()
                        .accepting("a", "x".repeat(128), "aZ09#*./_@:-")
                        .notMatching("", "x".repeat(129), "a b", "\u00e9", "a+"),
                Field.string("interface_suffix").nullable().accepting("").maxLength(32),
                Field.bool("enabled").byDefault(true));
    }

    @Test
    void showsEveryFieldOfANewEndpoint() {
        ObjectNode least = least();
        var reply = api.post(COLLECTION, least);
        JsonNode created = reply.created();
        String url = api.url(path(created));
        assertThat(created)
                .isEqualTo(Json.with(
                        least,
                        "id",
                        created.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "interface_suffix",
                        null,
                        "enabled",
                        true,
                        "trunk",
                        null,
                        "line",
                        null,
                        "links",
                        List.of(body("rel", "endpoint_custom", "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(api.get(path(created)).found()).isEqualTo(created);
    }

    @Covers({
        "endpoint_custom/events/created",
        "endpoint_custom/events/deleted",
        "endpoint_custom/events/edited",
        "endpoint_custom/paths/item",
        "endpoint_custom/reload"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(endpoint()));
        JsonNode endpoint = made.get(0);
        ObjectNode data = body(
                "id",
                endpoint.get("id"),
                "tenant_uuid",
                tenant.toString(),
                "interface",
                endpoint.get("interface"),
                "trunk",
                null,
                "line",
                null);
        assertThat(created).containsExactly(event("custom_endpoint_created", tenant, data));
        assertThat(node.heard(() -> api.put(path(endpoint), body()).done()))
                .containsExactly(event("custom_endpoint_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(path(endpoint)).done()))
                .containsExactly(event("custom_endpoint_deleted", tenant, data));
    }

    @Covers({"endpoint_custom/rules/create/1", "endpoint_custom/rules/edit"})
    @Test
    void refusesAnInterfaceOfAnotherEndpointOfAnyTenant() {
        JsonNode taken = endpoint(node.client(tenants.sibling()));
        JsonNode endpoint = endpoint();
        String refusal = "Resource Error - CustomEndpoint already exists ('interface': '"
                + taken.get("interface").stringValue() + "')";
        assertThat(node.heard(() -> {
                    api.post(COLLECTION, body("interface", taken.get("interface")))
                            .refused(refusal);
                    api.put(path(endpoint), body("interface", taken.get("interface")))
                            .refused(refusal);
                }))
                .isEmpty();
        assertThat(api.get(COLLECTION).items()).containsExactly(endpoint);
        api.put(path(endpoint), endpoint).done();
    }

    @Test
    void doesNotKnowAnUnknownEndpointAndDoesNotSayWhich() {
        String text = "Resource Not Found - CustomEndpoint was not found ('id': <built-in function id>)";
        JsonNode foreign = endpoint(node.client(tenants.sibling()));
        for (String path : List.of(COLLECTION + "/2000000001", path(foreign), COLLECTION + "/99999999999")) {
            api.get(path).refused(404, text);
            api.put(path, body("interface", "x")).refused(404, text);
            api.delete(path).refused(404, text);
        }
    }

    @Test
    void ignoresReadOnlyFields() {
        JsonNode endpoint = endpoint();
        api.put(path(endpoint), body("id", "x", "tenant_uuid", 1, "line", 1, "trunk", "x", "links", 1))
                .done();
        assertThat(api.get(path(endpoint)).found()).isEqualTo(endpoint);
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, COLLECTION, this::endpoint).check();
    }

    @Covers({
        "endpoint_custom/fields/id",
        "endpoint_custom/fields/links",
        "endpoint_custom/fields/tenant_uuid",
        "endpoint_custom/id",
        "endpoint_custom/list/default_sort",
        "endpoint_custom/list/filter/id",
        "endpoint_custom/list/filter/interface",
        "endpoint_custom/list/search",
        "endpoint_custom/list/sort/id",
        "endpoint_custom/list/sort/interface",
        "endpoint_custom/paths/collection"
    })
    @Test
    void searchesFiltersAndSortsByIdAndInterface() {
        JsonNode b = endpoint("interface", "Bee/" + next(), "interface_suffix", "suffix");
        JsonNode a = endpoint("interface", "Ann/" + next());
        String id = "" + b.get("id");
        assertThat(api.get(COLLECTION).items()).containsExactly(a, b);
        assertThat(api.get(COLLECTION + "?order=interface&direction=desc").items())
                .containsExactly(b, a);
        assertThat(api.get(COLLECTION + "?order=id").items()).containsExactly(b, a);
        assertThat(api.get(COLLECTION + "?search=bEE").items()).containsExactly(b);
        assertThat(api.get(COLLECTION + "?search=" + id).items()).contains(b);
        assertThat(api.get(COLLECTION + "?search=suffix").items()).isEmpty();
        assertThat(api.get(COLLECTION + "?id=" + id).items()).containsExactly(b);
        assertThat(api.get(COLLECTION + "?interface=" + a.get("interface").stringValue())
                        .items())
                .containsExactly(a);
        assertThat(api.get(COLLECTION + "?interface=ann").items()).isEmpty();
        api.get(COLLECTION + "?order=enabled").refused("Input Error - order: column 'enabled' was not found");
    }

    @Covers({
        "endpoint_custom/embedded/line",
        "endpoint_custom/list/filter/context",
        "endpoint_custom/list/note",
        "endpoint_custom/list/sort/context"
    })
    @Test
    void listsByTheContextOfItsLine() {
        LineKit lines = new LineKit(api);
        JsonNode context = context();
        JsonNode line = lines.custom(context);
        JsonNode free = endpoint("interface", "a");
        JsonNode linked = api.get(COLLECTION + "/" + line.get("endpoint_custom").get("id"))
                .found();
        assertThat(linked.get("line")).isEqualTo(body("id", line.get("id"), "links", line.get("links")));
        String name = context.get("name").stringValue();
        assertThat(api.get(COLLECTION + "?context=" + name).items()).containsExactly(linked);
        assertThat(api.get(COLLECTION + "?context=x").items()).isEmpty();
        assertThat(api.get(COLLECTION + "?search=" + name.substring(4)).items()).containsExactly(linked);
        assertThat(api.get(COLLECTION + "?order=context").items()).containsExactly(linked, free);
        assertThat(api.get(COLLECTION + "?order=context&direction=desc").items())
                .containsExactly(free, linked);
    }

    @Covers("endpoint_custom/rules/delete")
    @Test
    void leavesItsLineWithoutAnEndpointWhenItGoes() {
        LineKit lines = new LineKit(api);
        JsonNode line = lines.custom(context());
        JsonNode its = line.get("endpoint_custom");
        assertThat(node.heard(() -> api.delete(path(its)).done()))
                .containsExactly(event(
                        "custom_endpoint_deleted",
                        tenant,
                        body(
                                "id",
                                its.get("id"),
                                "tenant_uuid",
                                tenant.toString(),
                                "interface",
                                its.get("interface"),
                                "trunk",
                                null,
                                "line",
                                body("id", line.get("id")))));
        assertThat(lines.now(line)).isEqualTo(Json.with(line, "endpoint_custom", null, "name", null, "protocol", null));
    }
}
