package dev.dovetail.examples.telephony.trunkendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What trunks and endpoints of every kind have in common. */
abstract class TrunkEndpointTests extends HttpTest {
    Trunking kit;
    JsonNode trunk;
    JsonNode endpoint;

    @BeforeEach
    void objects() {
        kit = new Trunking(api);
        trunk = kit.trunk();
        endpoint = endpoint(kit);
    }

    /** Returns sip, custom or iax. */
    abstract String kind();

    abstract JsonNode endpoint(Trunking by);

    /** Returns what an association's events show of an endpoint. */
    abstract JsonNode shown(JsonNode one);

    /** Returns what a trunk shows of its endpoint. */
    abstract JsonNode embedded(JsonNode one);

    /** Returns what is asked of the daemon when a link is made or undone, if anything. */
    abstract Optional<String> reload();

    abstract String unknownText();

    private static String literal(JsonNode one) {
        return one.has("id")
                ? one.get("id").toString()
                : "UUID('" + one.get("uuid").stringValue() + "')";
    }

    String link(JsonNode of, JsonNode to) {
        return item("trunks", of) + item("endpoints/" + kind(), to);
    }

    private List<String> told(String what) {
        String event = event(
                "trunk_endpoint_" + kind() + "_" + what,
                tenant,
                body(
                        "trunk",
                        body("id", trunk.get("id"), "tenant_uuid", tenant.toString()),
                        "endpoint_" + kind(),
                        shown(endpoint)));
        return reload().map(command -> List.of(command, event)).orElse(List.of(event));
    }

    String taken(JsonNode of, String kind, JsonNode one) {
        return "Resource Error - Trunk is associated with a Endpoint ('trunk_id': " + of.get("id") + ", 'endpoint': '"
                + kind + "', 'endpoint_id': " + literal(one) + ")";
    }

    @Test
    void linksAndUnlinksAndTellsOnce() {
        String link = link(trunk, endpoint);
        assertThat(node.heard(() -> api.put(link).done())).isEqualTo(told("associated"));
        assertThat(node.heard(() -> api.put(link).done())).isEmpty();
        assertThat(node.heard(() -> api.delete(link).done())).isEqualTo(told("dissociated"));
        assertThat(node.heard(() -> api.delete(link).done())).isEmpty();
    }

    @Test
    void showsTheLinkOnBothSides() {
        api.put(link(trunk, endpoint)).done();
        assertThat(kit.now("trunks", trunk).get("endpoint_" + kind())).isEqualTo(embedded(endpoint));
        assertThat(kit.now("endpoints/" + kind(), endpoint).get("trunk"))
                .isEqualTo(Trunking.only(trunk, "id", "links"));
        api.delete(link(trunk, endpoint)).done();
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
        assertThat(kit.now("endpoints/" + kind(), endpoint).get("trunk").isNull())
                .isTrue();
    }

    @Test
    void tellsOfTheTrunkWhenTheEndpointChanges() {
        api.put(link(trunk, endpoint)).done();
        String path = item("endpoints/" + kind(), endpoint);
        JsonNode ref = body("id", trunk.get("id"));
        assertThat(node.heard(() -> api.put(path, body()).done()))
                .anyMatch(heard -> heard.startsWith(kind() + "_endpoint_edited") && heard.contains("\"trunk\":" + ref));
        assertThat(node.heard(() -> api.delete(path).done()))
                .anyMatch(
                        heard -> heard.startsWith(kind() + "_endpoint_deleted") && heard.contains("\"trunk\":" + ref));
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
    }

    @Test
    void looksTheTrunkUpFirst() {
        String unknown = kind().equals("sip") ? "deadbeef-dead-4bad-8bad-deadbeef0001" : "2000000002";
        String noTrunk = "Resource Not Found - Trunk was not found ('id': 2000000001)";
        api.put("/trunks/2000000001/endpoints/" + kind() + "/" + unknown).refused(404, noTrunk);
        api.delete("/trunks/2000000001/endpoints/" + kind() + "/" + unknown).refused(404, noTrunk);
        String path = item("trunks", trunk) + "/endpoints/" + kind() + "/" + unknown;
        api.put(path).refused(404, unknownText());
        api.delete(path).refused(404, unknownText());
        JsonNode foreign = endpoint(new Trunking(node.client(tenants.sibling())));
        assertThat(api.put(link(trunk, foreign)).status()).isEqualTo(404);
    }

    @Test
    void checksTheRulesInTheirOrder() {
        JsonNode foreign = endpoint(new Trunking(api.in(tenants.child())));
        JsonNode used = endpoint(kit);
        JsonNode user = kit.trunkWith(kind(), used);
        assertThat(node.heard(() -> {
                    for (String kind : List.of("sip", "custom", "iax")) {
                        JsonNode own = kind.equals("sip") ? kit.sip() : kind.equals("iax") ? kit.iax() : kit.custom();
                        JsonNode full = kit.trunkWith(kind, own);
                        api.put(link(full, foreign))
                                .refused("Resource Error - different tenants ('trunk_tenant_uuid': '" + tenant
                                        + "', 'endpoint_tenant_uuid': '" + tenants.child() + "')");
                        api.put(link(full, endpoint)).refused(taken(full, kind, own));
                        api.put(link(full, used)).refused(taken(full, kind, own));
                    }
                    api.put(link(trunk, used)).refused(taken(user, kind(), used));
                }))
                .filteredOn(heard -> heard.contains("_" + trunk.get("id")))
                .isEmpty();
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
    }

    @Test
    void oneOfTwoTrunksGetsAnEndpoint() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                List<JsonNode> trunks = List.of(kit.trunk(), kit.trunk());
                JsonNode wanted = endpoint(kit);
                List<Reply> replies = two.run(i -> api.put(link(trunks.get(i), wanted)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost).refused(taken(trunks.get(1 - lost), kind(), wanted));
            }
        }
    }

    @Test
    void givesATrunkOneEndpointOfWhicheverKind() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                JsonNode wanting = kit.trunk();
                List<String> paths = List.of(
                        link(wanting, endpoint(kit)),
                        item("trunks", wanting)
                                + (kind().equals("iax")
                                        ? item("endpoints/custom", kit.custom())
                                        : item("endpoints/iax", kit.iax())));
                List<Reply> replies = two.run(i -> api.put(paths.get(i)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
            }
        }
    }

    /** An endpoint serves a line or a trunk; each is refused to the other. */
    void isOnALineOrATrunk(String keyOnLines) {
        JsonNode context = context();
        JsonNode line = api.post("/lines", body("context", context.get("name"))).created();
        String toLine = item("lines", line) + item("endpoints/" + kind(), endpoint);
        api.put(link(trunk, endpoint)).done();
        api.put(toLine)
                .refused("Resource Error - Trunk is associated with a Endpoint ('trunk_id': " + trunk.get("id")
                        + ", 'endpoint': '" + kind() + "', '" + keyOnLines + "': " + literal(endpoint) + ")");
        api.delete(link(trunk, endpoint)).done();
        api.put(toLine).done();
        api.put(link(trunk, endpoint))
                .refused("Resource Error - Line is associated with a Endpoint ('trunk_id': " + line.get("id")
                        + ", 'endpoint': '" + kind() + "', 'endpoint_id': " + literal(endpoint) + ")");
    }

    void isRefusedToATrunkWithARegister(String keyOfRegister) {
        JsonNode register = kit.register();
        kit.link("trunks", trunk, "registers/iax", register);
        api.put(link(trunk, endpoint))
                .refused("Resource Error - Trunk is associated with a IAXRegister ('trunk_id': " + trunk.get("id")
                        + ", '" + keyOfRegister + "': " + register.get("id") + ")");
    }
}
