package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "endpoint_sip/embedded/trunk",
    "trunk_endpoint_sip/cardinality",
    "trunk_endpoint_sip/embedded_in/endpoint_sip",
    "trunk_endpoint_sip/embedded_in/trunk",
    "trunk_endpoint_sip/events/associated",
    "trunk_endpoint_sip/events/dissociated",
    "trunk_endpoint_sip/lookup",
    "trunk_endpoint_sip/paths/1",
    "trunk_endpoint_sip/paths/2",
    "trunk_endpoint_sip/reload/all",
    "trunk_endpoint_sip/rules/associate_in_order/1",
    "trunk_endpoint_sip/rules/associate_in_order/2",
    "trunk_endpoint_sip/rules/associate_in_order/3",
    "trunk_endpoint_sip/rules/dissociate"
})
class TrunkEndpointSipHttpTest extends TrunkEndpointTests {

    @Override
    String kind() {
        return "sip";
    }

    @Override
    JsonNode endpoint(Trunking by) {
        return by.sip();
    }

    @Override
    JsonNode shown(JsonNode one) {
        JsonNode shown = Trunking.only(
                one, "uuid", "tenant_uuid", "name", "auth_section_options", "registration_section_options");
        return limited(shown);
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return limited(Trunking.only(
                one, "uuid", "label", "name", "auth_section_options", "registration_section_options", "links"));
    }

    @Override
    Optional<String> reload() {
        return Optional.of(Journal.reload("module reload res_pjsip.so"));
    }

    @Override
    String unknownText() {
        return "Resource Not Found - SIPEndpoint was not found ('uuid': UUID('deadbeef-dead-4bad-8bad-deadbeef0001'))";
    }

    private static JsonNode limited(JsonNode one) {
        return Json.with(
                one,
                "auth_section_options",
                List.of(List.of("username", "me")),
                "registration_section_options",
                List.of(List.of("client_uri", "sip:me@provider")));
    }

    @Covers({"line_endpoint_sip/rules/associate_in_order/4", "trunk_endpoint_sip/rules/associate_in_order/4"})
    @Test
    void isOnALineOrATrunk() {
        isOnALineOrATrunk("endpoint_uuid");
    }

    @Covers("trunk_endpoint_sip/rules/associate_in_order/5")
    @Test
    void isRefusedToATrunkWithARegister() {
        isRefusedToATrunkWithARegister("register_sip_id");
    }
}
