package dev.dovetail.examples.telephony.trunkregister;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrunkRegisterHttpTest extends HttpTest {
    private Trunking kit;
    private JsonNode trunk;
    private JsonNode register;

    @BeforeEach
    void objects() {
        kit = new Trunking(api);
        trunk = kit.trunk();
        register = kit.register();
    }

    private static String link(JsonNode of, JsonNode to) {
        return item("trunks", of) + item("registers/iax", to);
    }

    private String told(String what) {
        return event(
                "trunk_register_iax_" + what,
                tenant,
                body("trunk_id", trunk.get("id"), "register_id", register.get("id")));
    }

    private static String taken(JsonNode of, JsonNode to) {
        return "Resource Error - Trunk is associated with a IAXRegister ('trunk_id': " + of.get("id")
                + ", 'register_iax_id': " + to.get("id") + ")";
    }

    @Covers({
        "register_iax/embedded/trunk",
        "trunk/embedded/register_iax",
        "trunk_register_iax/cardinality",
        "trunk_register_iax/embedded_in/register_iax",
        "trunk_register_iax/embedded_in/trunk",
        "trunk_register_iax/events/associated",
        "trunk_register_iax/events/dissociated",
        "trunk_register_iax/paths/1",
        "trunk_register_iax/paths/2",
        "trunk_register_iax/reload",
        "trunk_register_iax/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        String link = link(trunk, register);
        assertThat(node.heard(() -> api.put(link).done())).containsExactly(told("associated"));
        assertThat(node.heard(() -> api.put(link).done())).isEmpty();
        assertThat(kit.now("trunks", trunk).get("register_iax")).isEqualTo(Trunking.only(register, "id", "links"));
        assertThat(kit.now("registers/iax", register).get("trunk")).isEqualTo(Trunking.only(trunk, "id", "links"));
        assertThat(node.heard(() -> api.delete(link).done())).containsExactly(told("dissociated"));
        assertThat(node.heard(() -> api.delete(link).done())).isEmpty();
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
    }

    @Covers("trunk_register_iax/lookup")
    @Test
    void looksUpInAllTenants() {
        node.client(tenants.sibling()).put(link(trunk, register)).done();
        api.put("/trunks/2000000001/registers/iax/2000000002")
                .refused(404, "Resource Not Found - Trunk was not found ('id': 2000000001)");
        api.delete(item("trunks", trunk) + "/registers/iax/2000000002")
                .refused(404, "Resource Not Found - IAXRegister was not found ('id': 2000000002)");
    }

    @Covers({
        "trunk_register_iax/rules/associate_in_order/1",
        "trunk_register_iax/rules/associate_in_order/2",
        "trunk_register_iax/rules/associate_in_order/3"
    })
    @Test
    void checksTheRulesInTheirOrder() {
        JsonNode other = kit.register();
        JsonNode user = kit.trunk();
        api.put(link(trunk, register)).done();
        api.put(link(user, other)).done();
        api.put(link(trunk, other)).refused(taken(trunk, register));
        for (String kind : List.of("sip", "custom")) {
            JsonNode full = kit.trunkWith(kind, kind.equals("sip") ? kit.sip() : kit.custom());
            api.put(link(full, other)).refused(taken(user, other));
            api.put(link(full, kit.register()))
                    .refused("Resource Error - Trunk is associated with a Endpoint ('trunk_id': " + full.get("id")
                            + ", 'protocol': '" + kind + "')");
        }
        api.put(link(kit.trunkWith("iax", kit.iax()), kit.register())).done();
    }

    @Covers("register_iax/rules/delete")
    @Test
    void leavesItsTrunkWhenItIsDeleted() {
        api.put(link(trunk, register)).done();
        api.delete(item("registers/iax", register)).done();
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
    }

    @Test
    void oneOfTwoTrunksGetsARegister() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                JsonNode wanted = kit.register();
                List<JsonNode> trunks = List.of(kit.trunk(), kit.trunk());
                List<Reply> replies = two.run(i -> api.put(link(trunks.get(i), wanted)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost).refused(taken(trunks.get(1 - lost), wanted));
            }
        }
    }
}
