package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

    @Test
    void goesWithARegister() {
        kit.link("trunks", trunk, "registers/iax", kit.register());
        api.put(link(trunk, endpoint)).done();
    }
}
