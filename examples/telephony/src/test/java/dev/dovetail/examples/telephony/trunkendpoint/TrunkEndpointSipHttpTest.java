package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

    @Test
    void isOnALineOrATrunk() {
        isOnALineOrATrunk("endpoint_uuid");
    }

    @Test
    void isRefusedToATrunkWithARegister() {
        isRefusedToATrunkWithARegister("register_sip_id");
    }
}
