package dev.dovetail.examples.telephony.outcalltrunk;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OutcallTrunkHttpTest extends HttpTest {
    private Trunking kit;
    private JsonNode outcall;
    private JsonNode first;
    private JsonNode second;

    @BeforeEach
    void objects() {
        kit = new Trunking(api);
        outcall = kit.outcall();
        first = kit.trunkWith("sip", kit.sip());
        second = kit.trunkWith("custom", kit.custom());
    }

    private Reply put(JsonNode... trunks) {
        return api.put(
                item("outcalls", outcall) + "/trunks",
                body(
                        "trunks",
                        Arrays.stream(trunks)
                                .map(trunk -> body("id", trunk.get("id")))
                                .toList()));
    }

    private String told(JsonNode... trunks) {
        return event(
                "outcall_trunks_associated",
                tenant,
                body(
                        "outcall_id",
                        outcall.get("id"),
                        "trunk_ids",
                        Arrays.stream(trunks).map(trunk -> trunk.get("id")).toList()));
    }

    @Covers({
        "outcall_trunk/cardinality",
        "outcall_trunk/embedded_in/outcall",
        "outcall_trunk/embedded_in/trunk",
        "outcall_trunk/events/associated",
        "outcall_trunk/paths/1",
        "outcall_trunk/reload",
        "trunk/embedded/outcalls"
    })
    @Test
    void replacesTheSetInOrderAndAlwaysTells() {
        assertThat(node.heard(() -> put(second, first).done())).containsExactly(told(second, first));
        assertThat(node.heard(() -> put(second, first).done())).containsExactly(told(second, first));
        assertThat(shown()).containsExactly(embedded(second), embedded(first));
        assertThat(node.heard(() -> put(first, second).done())).containsExactly(told(first, second));
        assertThat(shown()).containsExactly(embedded(first), embedded(second));
        assertThat(kit.now("trunks", first).get("outcalls").valueStream())
                .containsExactly(Trunking.only(outcall, "id", "name", "links"));
        assertThat(node.heard(() -> put().done())).containsExactly(told());
        assertThat(shown()).isEmpty();
    }

    private List<JsonNode> shown() {
        return kit.now("outcalls", outcall).get("trunks").valueStream().toList();
    }

    private static JsonNode embedded(JsonNode trunk) {
        return Trunking.only(trunk, "tenant_uuid", "id", "endpoint_sip", "endpoint_custom", "links");
    }

    @Covers({"outcall/embedded/trunks", "outcall_trunk/rules/associate_in_order/2"})
    @Test
    void refusesATrunkThatComesTwice() {
        put(first).done();
        put(second, first, second)
                .refused("Resource Error - Operation not permitted. Cannot associate same trunk more than once");
        assertThat(shown()).containsExactly(embedded(first));
    }

    @Covers("outcall_trunk/rules/associate_in_order/1")
    @Test
    void comparesTenantsFirst() {
        JsonNode foreign = new Trunking(api.in(tenants.child())).trunk();
        put(first, foreign, first)
                .refused("Resource Error - different tenants ('outcall_tenant_uuid': '" + tenant
                        + "', 'trunk_tenant_uuid': '" + tenants.child() + "')");
    }

    @Covers("outcall_trunk/lookup")
    @Test
    void looksTheOutcallUpFirst() {
        api.put("/outcalls/2000000001/trunks", body("trunks", List.of(body("id", 2000000001))))
                .refused(404, "Resource Not Found - Outcall was not found ('id': 2000000001)");
        put(body("id", 2000000001)).refused("Input Error - field 'trunks': Trunk was not found ('id': 2000000001)");
        String path = item("outcalls", outcall) + "/trunks";
        api.put(path, body()).refused("Input Error - trunks: ['Missing data for required field.']");
        api.put(path, body("trunks", List.of(body())))
                .refused("Input Error - trunks: {0: {'id': ['Missing data for required field.']}}");
    }

    @Test
    void forgetsADeletedOutcall() {
        put(first).done();
        api.delete(item("outcalls", outcall)).done();
        assertThat(kit.now("trunks", first)).isEqualTo(first);
    }
}
