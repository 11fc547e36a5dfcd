package dev.dovetail.examples.telephony.lineendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "endpoint_sip/embedded/line",
    "endpoint_sip/rules/delete",
    "line_endpoint_sip/cardinality",
    "line_endpoint_sip/embedded_in/endpoint_sip",
    "line_endpoint_sip/embedded_in/line",
    "line_endpoint_sip/events/associated",
    "line_endpoint_sip/events/dissociated",
    "line_endpoint_sip/lookup",
    "line_endpoint_sip/paths/1",
    "line_endpoint_sip/paths/2",
    "line_endpoint_sip/reload/all",
    "line_endpoint_sip/rules/associate_in_order/1",
    "line_endpoint_sip/rules/associate_in_order/2",
    "line_endpoint_sip/rules/associate_in_order/3",
    "line_endpoint_sip/rules/dissociate_in_order/1",
    "line_endpoint_sip/rules/dissociate_in_order/2",
    "line_endpoint_sip/rules/dissociate_in_order/3",
    "line_endpoint_sip/side_effects/1"
})
class LineEndpointSipHttpTest extends LineEndpointTests {
    private static final String UNKNOWN = "deadbeef-dead-4bad-8bad-deadbeef0001";

    @Override
    String kind() {
        return "sip";
    }

    @Override
    JsonNode endpoint(Client by) {
        return new Phones(by, phones.context()).sip();
    }

    @Override
    String nameOf(JsonNode one) {
        return one.get("name").stringValue();
    }

    @Override
    JsonNode shown(JsonNode one) {
        return body(
                "uuid",
                one.get("uuid"),
                "tenant_uuid",
                one.get("tenant_uuid"),
                "label",
                one.get("label"),
                "name",
                one.get("name"),
                "auth_section_options",
                List.of(List.of("username", "name")));
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return Json.without(Json.with(shown(one), "links", one.get("links")), "tenant_uuid");
    }

    @Override
    JsonNode data(JsonNode one, JsonNode itsLine) {
        return Json.with(
                shown(one),
                "registration_section_options",
                List.of(),
                "trunk",
                null,
                "line",
                itsLine == null ? null : body("id", itsLine.get("id")));
    }

    @Override
    List<String> reloads() {
        return List.of(reload("module reload res_pjsip.so"));
    }

    @Override
    List<String> endpointReloads() {
        return List.of(reload("module reload res_pjsip.so", "dialplan reload"));
    }

    @Override
    String unknown() {
        return UNKNOWN;
    }

    @Override
    String unknownText() {
        return "Resource Not Found - SIPEndpoint was not found ('uuid': UUID('" + UNKNOWN + "'))";
    }

    @Override
    String keyText(JsonNode one) {
        return "'endpoint_uuid': UUID('" + one.get("uuid").stringValue() + "')";
    }

    @Covers("endpoint_sip/side_effects/1")
    @Test
    void tellsOfTheLineWhenTheEndpointIsEdited() {
        api.put(link(line, endpoint)).done();
        var heard = node.heard(
                () -> api.put(path(endpoint), body("name", "renamed" + next())).done());
        JsonNode now = api.get(path(endpoint)).found();
        assertThat(heard)
                .containsExactly(endpointReloads().get(0), event("sip_endpoint_edited", tenant, data(now, line)));
        assertThat(phones.now(line).get("name")).as("renamed with it").isEqualTo(now.get("name"));
    }

    @Test
    void showsNoOptionsOfAnEndpointThatHasNone() {
        JsonNode without = phones.sipLine();
        assertThat(phones.now(without).get("endpoint_sip").get("auth_section_options"))
                .isEmpty();
    }

    @Test
    void doesNotTakeATemplate() {
        JsonNode template =
                api.post("/endpoints/sip/templates", body("label", "t")).created();
        api.put(link(line, template))
                .refused(
                        404,
                        "Resource Not Found - SIPEndpoint was not found ('uuid': UUID('"
                                + template.get("uuid").stringValue() + "'))");
    }
}
