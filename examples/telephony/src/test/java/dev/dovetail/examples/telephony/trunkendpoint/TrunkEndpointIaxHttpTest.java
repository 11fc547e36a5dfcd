package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({
    "endpoint_iax/embedded/trunk",
    "endpoint_iax/rules/delete",
    "trunk_endpoint_iax/cardinality",
    "trunk_endpoint_iax/embedded_in/endpoint_iax",
    "trunk_endpoint_iax/embedded_in/trunk",
    "trunk_endpoint_iax/events/associated",
    "trunk_endpoint_iax/events/dissociated",
    "trunk_endpoint_iax/lookup",
    "trunk_endpoint_iax/paths/1",
    "trunk_endpoint_iax/paths/2",
    "trunk_endpoint_iax/reload/all",
    "trunk_endpoint_iax/rules/associate_in_order/1",
    "trunk_endpoint_iax/rules/associate_in_order/2",
    "trunk_endpoint_iax/rules/associate_in_order/3",
    "trunk_endpoint_iax/rules/dissociate"
})
class TrunkEndpointIaxHttpTest extends TrunkEndpointTests {

    @Override
    String kind() {
        return "iax";
    }

    @Override
    JsonNode endpoint(Trunking by) {
        return by.iax();
    }

    @Override
    JsonNode shown(JsonNode one) {
        return Trunking.only(one, "id", "tenant_uuid", "name");
    }

    @Override
    JsonNode embedded(JsonNode one) {
        return Trunking.only(one, "id", "name", "links");
    }

    @Override
    Optional<String> reload() {
        return Optional.of(Journal.reload("iax2 reload"));
    }

    @Override
    String unknownText() {
        return "Resource Not Found - IAXEndpoint was not found ('id': 2000000002)";
    }

    @Covers("trunk_endpoint_iax/rules/associate_in_order/4")
    @Test
    void goesWithARegister() {
        kit.link("trunks", trunk, "registers/iax", kit.register());
        api.put(link(trunk, endpoint)).done();
    }
}
