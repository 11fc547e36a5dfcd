package dev.dovetail.examples.telephony.trunkendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrunkEndpointCustomHttpTest extends TrunkEndpointTests {

    @Override
    String kind() {
        return "custom";
    }

    @Override
    JsonNode endpoint(Trunking by) {
        return by.custom();
    }

    @Override
    JsonNode shown(JsonNode one) {
        return Trunking.only(one, "id", "tenant_uuid", "interface");
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return Trunking.only(one, "id", "interface", "links");
    }

    @Override
    Optional<String> reload() {
        return Optional.empty();
    }

    @Override
    String unknownText() {
        return "Resource Not Found - CustomEndpoint was not found ('id': <built-in function id>)";
    }

    @Test
    void isOnALineOrATrunk() {
        isOnALineOrATrunk("endpoint_id");
    }

    @Test
    void isRefusedToATrunkWithARegister() {
        isRefusedToATrunkWithARegister("register_iax_id");
    }

    @Test
    void listsEndpointsByTheContextOfTheTrunk() {
        JsonNode context = context();
        api.put(item("trunks", trunk), body("context", context.get("name"))).done();
        api.put(link(trunk, endpoint)).done();
        kit.custom();
        assertThat(api.get("/endpoints/custom?context=" + context.get("name").stringValue())
                        .items("id"))
                .containsExactly(endpoint.get("id").toString());
    }
}
