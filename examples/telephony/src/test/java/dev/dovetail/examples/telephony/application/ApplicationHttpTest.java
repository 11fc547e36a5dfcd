package dev.dovetail.examples.telephony.application;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"application/nested/destination_options_of_node/music_on_hold"})
class ApplicationHttpTest extends HttpTest {
    private static final String LIST = "/applications";

    private JsonNode application(Object... namesAndValues) {
        return api.post(LIST, body(namesAndValues)).created();
    }

    private static String path(JsonNode application) {
        return item("applications", application);
    }

    private static ObjectNode node(Object... options) {
        return body("destination", "node", "destination_options", body(options));
    }

    @Covers({"application/fields/destination", "application/fields/name"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                LIST,
                Json::body,
                Field.string("name").nullable().accepting("", "é").maxLength(128),
                Field.choice("destination", "node")
                        .nullable()
                        .alongside("destination_options", body("type", "holding")));
    }

    @Covers({
        "application/events/created",
        "application/events/deleted",
        "application/events/edited",
        "application/fields/links",
        "application/fields/tenant_uuid",
        "application/fields/uuid",
        "application/id",
        "application/not_found",
        "application/paths/collection",
        "application/paths/item",
        "application/reload"
    })
    @Test
    void showsEveryFieldAndTellsOfChanges() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(application()));
        JsonNode application = made.get(0);
        JsonNode data = body(
                "uuid",
                application.get("uuid"),
                "tenant_uuid",
                tenant.toString(),
                "name",
                null,
                "destination",
                null,
                "destination_options",
                Map.of());
        assertThat(application)
                .isEqualTo(Json.with(
                        data,
                        "lines",
                        List.of(),
                        "links",
                        List.of(body("rel", "applications", "href", api.url(path(application))))));
        assertThat(created).containsExactly(event("application_created", tenant, data));
        JsonNode options = body("type", "holding", "music_on_hold", "default", "answer", true);
        assertThat(node.heard(() -> api.put(
                                path(application), node("type", "holding", "music_on_hold", "default", "answer", "on"))
                        .done()))
                .containsExactly(event(
                        "application_edited",
                        tenant,
                        Json.with(data, "destination", "node", "destination_options", options)));
        assertThat(api.get(path(application)).found().get("destination_options"))
                .isEqualTo(options);
        assertThat(node.heard(
                        () -> api.put(path(application), body("name", "n")).done()))
                .as("an edit without a destination takes it away")
                .containsExactly(event("application_edited", tenant, Json.with(data, "name", "n")));
        assertThat(node.heard(() -> api.delete(path(application)).done()))
                .containsExactly(event("application_deleted", tenant, Json.with(data, "name", "n")));
        api.get(path(application))
                .refused(
                        404,
                        "Resource Not Found - Application was not found ('uuid': UUID('"
                                + application.get("uuid").stringValue() + "'))");
    }

    @Covers({
        "application/nested/destination_options_of_node/answer",
        "application/nested/destination_options_of_node/type",
        "application/rules/create/1",
        "application/rules/create/2",
        "application/rules/create/3",
        "application/rules/edit/1",
        "application/rules/edit/2"
    })
    @Test
    void checksTheOptionsOfANode() {
        post(node()).refused("Input Error - type: ['Missing data for required field.']");
        post(node("type", "x")).refused("Input Error - type: ['Must be one of: holding.']");
        post(node("type", null, "music_on_hold", "x".repeat(129), "answer", "x"))
                .refused(
                        "Input Error - type: ['Field may not be null.']",
                        "Input Error - answer: ['Not a valid boolean.']",
                        "Input Error - music_on_hold: ['Longer than maximum length 128.']");
        post(node("type", "holding", "music_on_hold", 1))
                .refused("Input Error - music_on_hold: ['Not a valid string.']");
        post(node("type", "holding", "music_on_hold", "none"))
                .refused("Input Error - field 'music_on_hold': MOH was not found ('music_on_hold': 'none')");
        assertThat(post(body("destination", "node")).status()).isEqualTo(500);
        JsonNode application = application();
        api.put(path(application), node()).refused("Input Error - type: ['Missing data for required field.']");
        assertThat(post(node("type", "holding", "music_on_hold", "")).created().get("destination_options"))
                .isEqualTo(body("type", "holding", "music_on_hold", "", "answer", false));
        assertThat(post(body("destination_options", "ignored")).created().get("destination_options"))
                .isEqualTo(body());
    }

    @Covers("application/fields/destination_options")
    @Test
    void readsOptionsForANodeAlone() {
        String isNull = "Input Error - destination_options: ['Field may not be null.']";
        ObjectNode nullOptions = body("destination", "node", "destination_options", null);
        post(nullOptions).refused(isNull);
        JsonNode application = application("name", "n");
        assertThat(application.get("destination_options")).isEqualTo(body());
        api.put(path(application), nullOptions).refused(isNull);
        for (Object anything : new Object[] {null, "x", 1, List.of(), body("type", "holding"), body("type", "x")}) {
            assertThat(post(body("destination", null, "destination_options", anything))
                            .created()
                            .get("destination_options"))
                    .as("%s", anything)
                    .isEqualTo(body());
        }
    }

    private Reply post(JsonNode body) {
        return api.post(LIST, body);
    }

    @Covers({
        "application/list/default_sort",
        "application/list/filter/name",
        "application/list/filter/uuid",
        "application/list/search"
    })
    @Test
    void listsByUuidAndName() {
        JsonNode a = application("name", "Äpfel");
        JsonNode b = application("name", "birnen");
        assertThat(api.get(LIST + "?search=apfel").items()).containsExactly(a);
        assertThat(api.get(LIST + "?name=birnen").items()).containsExactly(b);
        assertThat(api.get(LIST + "?uuid=" + b.get("uuid").stringValue()).items())
                .containsExactly(b);
        assertThat(api.get(LIST + "?order=name&direction=desc").items("name"))
                .containsExactlyInAnyOrder("Äpfel", "birnen");
        assertThat(api.get(LIST).items())
                .hasSize(2)
                .isSortedAccordingTo((x, y) ->
                        x.get("uuid").stringValue().compareTo(y.get("uuid").stringValue()));
        api.get(LIST + "?order=destination").refused("Input Error - order: column 'destination' was not found");
    }
}
