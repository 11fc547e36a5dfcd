package dev.dovetail.examples.telephony.lineendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "endpoint_sccp/embedded/line",
    "endpoint_sccp/hidden",
    "line/embedded/endpoint_sccp",
    "line_endpoint_sccp/cardinality",
    "line_endpoint_sccp/embedded_in/endpoint_sccp",
    "line_endpoint_sccp/embedded_in/line",
    "line_endpoint_sccp/events/associated",
    "line_endpoint_sccp/events/dissociated",
    "line_endpoint_sccp/lookup",
    "line_endpoint_sccp/paths/1",
    "line_endpoint_sccp/paths/2",
    "line_endpoint_sccp/reload/all",
    "line_endpoint_sccp/rules/associate_in_order/1",
    "line_endpoint_sccp/rules/associate_in_order/2",
    "line_endpoint_sccp/rules/associate_in_order/3",
    "line_endpoint_sccp/rules/associate_in_order/4",
    "line_endpoint_sccp/rules/dissociate_in_order/1",
    "line_endpoint_sccp/rules/dissociate_in_order/2",
    "line_endpoint_sccp/rules/dissociate_in_order/3",
    "line_endpoint_sccp/side_effects/1"
})
class LineEndpointSccpHttpTest extends LineEndpointTests {

    @Override
    String kind() {
        return "sccp";
    }

    @Override
    JsonNode endpoint(Client by) {
        return by.post("/endpoints/sccp", body()).created();
    }

    /** Is drawn, and to be seen on its line only. */
    @Override
    String nameOf(JsonNode one) {
        String name = phones.now(line).get("name").stringValue();
        assertThat(name).matches("[a-z0-9]{8}");
        return name;
    }

    @Override
    JsonNode shown(JsonNode one) {
        return body("id", one.get("id"), "tenant_uuid", one.get("tenant_uuid"));
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return body("id", one.get("id"), "links", one.get("links"));
    }

    @Override
    JsonNode data(JsonNode one, JsonNode itsLine) {
        return Json.with(shown(one), "line", itsLine == null ? null : body("id", itsLine.get("id")));
    }

    @Override
    List<String> reloads() {
        return List.of(reload("module reload chan_sccp.so"));
    }

    @Override
    List<String> endpointReloads() {
        return List.of(reload("module reload chan_sccp.so", "dialplan reload"));
    }

    @Override
    String unknown() {
        return "2000000002";
    }

    @Override
    String unknownText() {
        return "Resource Not Found - SCCPEndpoint was not found ('id': 2000000002)";
    }

    @Override
    String keyText(JsonNode one) {
        return "'endpoint_id': " + one.get("id");
    }

    @Test
    void isToldByTheEventsOfItsLine() {
        api.put(link(line, endpoint)).done();
        JsonNode user = user();
        assertThat(node.heard(() -> phones.give(user, line)))
                .anyMatch(told -> told.contains("\"endpoint_sccp\":{\"id\":" + endpoint.get("id") + "}"));
    }
}
