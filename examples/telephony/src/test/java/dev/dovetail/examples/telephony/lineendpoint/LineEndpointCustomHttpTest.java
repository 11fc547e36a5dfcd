package dev.dovetail.examples.telephony.lineendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "line_endpoint_custom/cardinality",
    "line_endpoint_custom/embedded_in/endpoint_custom",
    "line_endpoint_custom/embedded_in/line",
    "line_endpoint_custom/events/associated",
    "line_endpoint_custom/events/dissociated",
    "line_endpoint_custom/lookup",
    "line_endpoint_custom/paths/1",
    "line_endpoint_custom/paths/2",
    "line_endpoint_custom/reload",
    "line_endpoint_custom/rules/associate_in_order/1",
    "line_endpoint_custom/rules/associate_in_order/2",
    "line_endpoint_custom/rules/associate_in_order/3",
    "line_endpoint_custom/rules/dissociate_in_order/1",
    "line_endpoint_custom/rules/dissociate_in_order/2",
    "line_endpoint_custom/rules/dissociate_in_order/3",
    "line_endpoint_custom/side_effects/1"
})
class LineEndpointCustomHttpTest extends LineEndpointTests {

    @Override
    String kind() {
        return "custom";
    }

    @Override
    JsonNode endpoint(Client by) {
        return new Phones(by, phones.context()).custom();
    }

    @Override
    String nameOf(JsonNode one) {
        return one.get("interface").stringValue();
    }

    @Override
    JsonNode shown(JsonNode one) {
        return body("id", one.get("id"), "tenant_uuid", one.get("tenant_uuid"), "interface", one.get("interface"));
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return body("id", one.get("id"), "interface", one.get("interface"), "links", one.get("links"));
    }

    @Override
    JsonNode data(JsonNode one, JsonNode itsLine) {
        return Json.with(shown(one), "trunk", null, "line", itsLine == null ? null : body("id", itsLine.get("id")));
    }

    @Override
    List<String> reloads() {
        return List.of();
    }

    @Override
    List<String> endpointReloads() {
        return List.of();
    }

    @Override
    String unknown() {
        return "2000000002";
    }

    @Override
    String unknownText() {
        return "Resource Not Found - CustomEndpoint was not found ('id': <built-in function id>)";
    }

    @Override
    String keyText(JsonNode one) {
        return "'endpoint_id': " + one.get("id");
    }

    @Test
    void tellsOfTheLineWhenTheEndpointIsEdited() {
        api.put(link(line, endpoint)).done();
        String renamed = "Local/renamed" + next();
        var heard = node.heard(
                () -> api.put(path(endpoint), body("interface", renamed)).done());
        assertThat(heard)
                .containsExactly(
                        event("custom_endpoint_edited", tenant, data(Json.with(endpoint, "interface", renamed), line)));
        assertThat(phones.now(line).get("name").stringValue())
                .as("renamed with it")
                .isEqualTo(renamed);
    }
}
