package dev.dovetail.examples.telephony.sipendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Tenants;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tests what holds over all tenants, also when two requests come at the same moment. */
class SipNamesHttpTest extends HttpTest {
    private JsonNode made(SipKind kind, Object... namesAndValues) {
        return api.post(kind.list(), body(namesAndValues)).created();
    }

    private void refused(SipKind kind, JsonNode object, ObjectNode body, String text) {
        api.post(kind.list(), body).refused(text);
        api.put(kind.path(object), body).refused(text);
    }

    @Covers({"endpoint_sip/rules/create_in_order/3", "sip_transport/rules/edit_in_order/1"})
    @Test
    void takesANameOnceWhateverHasIt() {
        String transport = "transport-udp";
        for (SipKind kind : SipKind.values()) {
            JsonNode taken =
                    node.client(tenants.sibling()).post(kind.list(), body()).created();
            String section = taken.get("name").stringValue();
            for (SipKind other : SipKind.values()) {
                JsonNode object = made(other);
                refused(other, object, body("name", section), kind.taken(section));
                refused(
                        other,
                        object,
                        body("name", transport),
                        "Resource Error - Transport already exists ('name': '" + transport + "')");
                api.put(other.path(object), body("name", object.get("name"))).done();
            }
            node.client(tenants.sibling())
                    .put(kind.path(taken), body("name", "renamed" + next()))
                    .done();
            JsonNode heir = made(SipKind.ENDPOINT, "name", section);
            api.delete(SipKind.ENDPOINT.path(heir)).done();
            made(SipKind.TEMPLATE, "name", section);
        }
    }

    @Test
    void oneOfTwoGetsANameWhateverItIsFor() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 100; round++) {
                String section = "race" + next();
                List<Reply> replies = two.run(i ->
                        api.post(i == 0 ? SipKind.ENDPOINT.list() : SipKind.TEMPLATE.list(), body("name", section)));
                int winner = replies.get(0).status() == 201 ? 0 : 1;
                replies.get(winner).created();
                replies.get(1 - winner).refused(SipKind.values()[winner].taken(section));
            }
        }
    }

    @Test
    void oneOfTwoRenamedGetsAName() {
        List<JsonNode> both = List.of(made(SipKind.ENDPOINT), made(SipKind.ENDPOINT));
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                String section = "race" + next();
                List<Reply> replies = two.run(i -> api.put(SipKind.ENDPOINT.path(both.get(i)), body("name", section)));
                int winner = replies.get(0).status() == 204 ? 0 : 1;
                replies.get(winner).done();
                replies.get(1 - winner).refused(SipKind.ENDPOINT.taken(section));
            }
        }
    }

    @Test
    void oneOfTwoTemplatesIncludesTheOther() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                List<JsonNode> pair = List.of(made(SipKind.TEMPLATE), made(SipKind.TEMPLATE));
                List<Reply> replies = two.run(i ->
                        api.put(SipKind.TEMPLATE.path(pair.get(i)), body("templates", List.of(pair.get(1 - i)))));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
            }
        }
    }

    /** A transport that goes at the moment in which an endpoint takes it: one of both is refused. */
    @Test
    void anEndpointTakesATransportOrTheTransportGoes() {
        var master = node.client(Tenants.MASTER);
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                JsonNode transport = master.post("/sip/transports", body("name", "race" + next()))
                        .created();
                String path = item("sip/transports", transport);
                List<Reply> replies = two.run(i ->
                        i == 0 ? api.post(SipKind.ENDPOINT.list(), body("transport", transport)) : master.delete(path));
                boolean taken = replies.get(0).status() == 201;
                assertThat(replies).extracting(Reply::status).containsExactly(taken ? 201 : 400, taken ? 400 : 204);
                if (taken) {
                    api.delete(SipKind.ENDPOINT.path(replies.get(0).created())).done();
                    master.delete(path).done();
                }
            }
        }
    }
}
