package dev.dovetail.examples.telephony.lineendpoint;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What lines and endpoints of every kind have in common. */
abstract class LineEndpointTests extends HttpTest {
    Phones phones;
    JsonNode line;
    JsonNode endpoint;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        line = phones.bareLine();
        endpoint = endpoint(api);
    }

    /** Returns sip or custom. */
    abstract String kind();

    abstract JsonNode endpoint(Client by);

    abstract String nameOf(JsonNode one);

    /** Returns what an association's events show of an endpoint. */
    abstract JsonNode shown(JsonNode one);

    /** Returns what a line shows of its endpoint. */
    abstract JsonNode embedded(JsonNode one);

    /** Returns what the endpoint's own events show. */
    abstract JsonNode data(JsonNode one, JsonNode itsLine);

    /** Returns what is heard of reloads when a link is made or undone. */
    abstract List<String> reloads();

    /** Returns what is heard of reloads when an endpoint is edited or deleted. */
    abstract List<String> endpointReloads();

    abstract String unknown();

    abstract String unknownText();

    /** Returns the key and its value as a refusal shows them. */
    abstract String keyText(JsonNode one);

    String literal(JsonNode one) {
        return keyText(one).substring(keyText(one).indexOf(' ') + 1);
    }

    String link(JsonNode of, JsonNode to) {
        return link(of, Json.key(to));
    }

    String link(JsonNode of, String to) {
        return item("lines", of) + "/endpoints/" + kind() + "/" + to;
    }

    String path(JsonNode one) {
        return "/endpoints/" + kind() + "/" + Json.key(one);
    }

    private List<String> told(String what, JsonNode name) {
        JsonNode shownLine = body("id", line.get("id"), "tenant_uuid", tenant.toString(), "name", name);
        String event = event(
                "line_endpoint_" + kind() + "_" + what,
                tenant,
                body("line", shownLine, "endpoint_" + kind(), shown(endpoint)));
        return all(reloads(), event);
    }

    private static List<String> all(List<String> reloads, String event) {
        return reloads.isEmpty() ? List.of(event) : List.of(reloads.get(0), event);
    }

    private String associatedWith(JsonNode of, String with) {
        return "Resource Error - Line is associated with a " + with + " ('line_id': " + of.get("id") + ", ";
    }

    @Test
    void linksAndUnlinksAndTellsOnce() {
        var linked = node.heard(() -> api.put(link(line, endpoint)).done());
        var again = node.heard(() -> api.put(link(line, endpoint)).done());
        assertThat(linked).isEqualTo(told("associated", Json.of(nameOf(endpoint))));
        assertThat(again).isEmpty();

        var unlinked = node.heard(() -> api.delete(link(line, endpoint)).done());
        var noMore = node.heard(() -> api.delete(link(line, endpoint)).done());
        assertThat(unlinked).isEqualTo(told("dissociated", Json.of(null)));
        assertThat(noMore).isEmpty();
    }

    @Test
    void showsTheLinkOnBothSides() {
        api.put(link(line, endpoint)).done();
        JsonNode shownLine = phones.now(line);
        assertThat(shownLine.get("endpoint_" + kind())).isEqualTo(embedded(endpoint));
        assertThat(shownLine.get("name").stringValue()).isEqualTo(nameOf(endpoint));
        assertThat(shownLine.get("protocol").stringValue()).isEqualTo(kind());
        JsonNode shownEndpoint = api.get(path(endpoint)).found();
        assertThat(shownEndpoint.get("line")).isEqualTo(body("id", line.get("id"), "links", line.get("links")));
        assertThat(api.get("/lines").items()).containsExactly(shownLine);
        assertThat(api.get("/endpoints/" + kind()).items()).containsExactly(shownEndpoint);

        api.delete(link(line, endpoint)).done();
        assertThat(phones.now(line)).isEqualTo(line);
        assertThat(api.get(path(endpoint)).found().get("line").isNull()).isTrue();
    }

    @Test
    void ignoresTheBody() {
        api.send("PUT", link(line, endpoint), "{malformed").done();
    }

    @Test
    void looksTheLineUpFirst() {
        String noLine = "Resource Not Found - Line was not found ('id': 2000000001)";
        String to = "/lines/2000000001/endpoints/" + kind() + "/";
        for (String path : List.of(to + unknown(), to + Json.key(endpoint))) {
            api.put(path).refused(404, noLine);
            api.delete(path).refused(404, noLine);
        }
        api.put(link(line, unknown())).refused(404, unknownText());
        api.delete(link(line, unknown())).refused(404, unknownText());
        JsonNode foreign = endpoint(node.client(tenants.sibling()));
        assertThat(api.put(link(line, foreign)).status()).isEqualTo(404);
    }

    @Test
    void checksTheRulesOfALinkInTheirOrder() {
        JsonNode sip = phones.line("endpoint_sip", body());
        JsonNode custom = phones.customLine();
        JsonNode foreign = endpoint(api.in(tenants.child()));
        JsonNode used = endpoint(api);
        JsonNode user = phones.bareLine();
        api.put(link(user, used)).done();
        assertThat(node.heard(() -> {
                    api.put(link(sip, foreign))
                            .refused("Resource Error - different tenants ('line_tenant_uuid': '" + tenant
                                    + "', 'endpoint_tenant_uuid': '" + tenants.child() + "')");
                    for (JsonNode wanted : List.of(endpoint, used)) {
                        api.put(link(sip, wanted))
                                .refused(associatedWith(sip, "Endpoint") + "'endpoint': 'sip', 'endpoint_id': UUID('"
                                        + sip.get("endpoint_sip").get("uuid").stringValue() + "'))");
                        api.put(link(custom, wanted))
                                .refused(associatedWith(custom, "Endpoint") + "'endpoint': 'custom', 'endpoint_id': "
                                        + custom.get("endpoint_custom").get("id") + ")");
                    }
                    api.put(link(line, used))
                            .refused(associatedWith(user, "Endpoint") + "'endpoint': '" + kind() + "', " + keyText(used)
                                    + ")");
                }))
                .isEmpty();
        assertThat(phones.now(line)).isEqualTo(line);
    }

    @Test
    void checksTheRulesOfAnUnlinkingInTheirOrder() {
        api.put(link(line, endpoint)).done();
        JsonNode first = user();
        JsonNode second = user();
        JsonNode extension = phones.dial(line);
        phones.give(first, line);
        phones.give(second, line);
        assertThat(node.heard(() -> api.delete(link(line, endpoint))
                        .refused(associatedWith(line, "User") + "'user_ids': '" + first.get("id") + ","
                                + second.get("id") + "')")))
                .isEmpty();
        api.delete(Phones.link(second, line)).done();
        api.delete(Phones.link(first, line)).done();
        Phones.plugIn(node, line);
        api.delete(link(line, endpoint))
                .refused(associatedWith(line, "Extension") + "'extension_ids': '" + extension.get("id") + "')");
        assertThat(phones.now(line).get("endpoint_" + kind())).isNotNull();
    }

    @Test
    void keepsTheEndpointOfALineWithADevice() {
        api.put(link(line, endpoint)).done();
        Phones.plugIn(node, line);
        api.delete(link(line, endpoint)).refused(associatedWith(line, "Device") + "'device_id': 'phone1')");
    }

    @Test
    void unlinksAnEndpointThatIsDeleted() {
        api.put(link(line, endpoint)).done();
        phones.give(user(), line);
        var heard = node.heard(() -> api.delete(path(endpoint)).done());
        assertThat(heard)
                .isEqualTo(all(endpointReloads(), event(kind() + "_endpoint_deleted", tenant, data(endpoint, line))));
        JsonNode now = phones.now(line);
        assertThat(now.get("endpoint_" + kind()).isNull()).isTrue();
        assertThat(now.get("name").isNull()).isTrue();
        assertThat(now.get("protocol").isNull()).isTrue();
    }

    @Test
    void deletesTheEndpointOfALineWithIt() {
        api.put(link(line, endpoint)).done();
        assertThat(node.heard(() -> api.delete(item("lines", line)).done()))
                .noneMatch(told -> told.contains("endpoint"));
        assertThat(api.get(path(endpoint)).status()).isEqualTo(404);
    }

    @Test
    void oneOfTwoLinesGetsAnEndpoint() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                List<JsonNode> lines = List.of(phones.bareLine(), phones.bareLine());
                JsonNode wanted = endpoint(api);
                List<Reply> replies = two.run(i -> api.put(link(lines.get(i), wanted)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost)
                        .refused(associatedWith(lines.get(1 - lost), "Endpoint") + "'endpoint': '" + kind() + "', "
                                + keyText(wanted) + ")");
            }
        }
    }

    @Test
    void oneOfTwoEndpointsIsGivenToALine() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                JsonNode wanting = phones.bareLine();
                List<JsonNode> endpoints = List.of(endpoint(api), endpoint(api));
                List<Reply> replies = two.run(i -> api.put(link(wanting, endpoints.get(i))));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost)
                        .refused(associatedWith(wanting, "Endpoint") + "'endpoint': '" + kind() + "', 'endpoint_id': "
                                + literal(endpoints.get(1 - lost)) + ")");
            }
        }
    }

    @Test
    void givesALineOneEndpointOfWhicheverKind() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                JsonNode wanting = phones.bareLine();
                List<String> paths = List.of(
                        item("lines", wanting) + "/endpoints/sip/" + Json.key(phones.sip()),
                        item("lines", wanting) + "/endpoints/custom/" + Json.key(phones.custom()));
                List<Reply> replies = two.run(i -> api.put(paths.get(i)));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
            }
        }
    }
}
