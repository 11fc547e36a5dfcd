package dev.dovetail.examples.telephony.trunkendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "trunk_endpoint_custom/cardinality",
    "trunk_endpoint_custom/embedded_in/trunk",
    "trunk_endpoint_custom/events/associated",
    "trunk_endpoint_custom/events/dissociated",
    "trunk_endpoint_custom/lookup",
    "trunk_endpoint_custom/paths/1",
    "trunk_endpoint_custom/paths/2",
    "trunk_endpoint_custom/reload",
    "trunk_endpoint_custom/rules/associate_in_order/1",
    "trunk_endpoint_custom/rules/associate_in_order/2",
    "trunk_endpoint_custom/rules/associate_in_order/3",
    "trunk_endpoint_custom/rules/dissociate"
})
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

    @Covers({"line_endpoint_custom/rules/associate_in_order/4", "trunk_endpoint_custom/rules/associate_in_order/4"})
    @Test
    void isOnALineOrATrunk() {
        isOnALineOrATrunk("endpoint_id");
    }

    @Covers("trunk_endpoint_custom/rules/associate_in_order/5")
    @Test
    void isRefusedToATrunkWithARegister() {
        isRefusedToATrunkWithARegister("register_iax_id");
    }

    @Covers({"endpoint_custom/embedded/trunk", "trunk_endpoint_custom/embedded_in/endpoint_custom"})
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
