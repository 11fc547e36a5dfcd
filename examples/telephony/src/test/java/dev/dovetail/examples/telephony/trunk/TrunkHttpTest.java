package dev.dovetail.examples.telephony.trunk;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

@Covers({"trunk/fields/twilio_incoming"})
class TrunkHttpTest extends HttpTest {
    private static final String PJSIP = reload("module reload res_pjsip.so");

    private Trunking kit;

    @BeforeEach
    void kit() {
        kit = new Trunking(api);
    }

    private static String path(JsonNode trunk) {
        return item("trunks", trunk);
    }

    @Covers({"trunk/fields/context", "trunk/fields/outgoing_caller_id_format"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        String context = context().get("name").stringValue();
        return FieldTests.of(
                api,
                "/trunks",
                Json::body,
                Field.string("context").nullable().accepting(context),
                Field.string("outgoing_caller_id_format")
                        .byDefault("+E164")
                        .accepting("+E164", "E164", "national")
                        .refusingAll("Must be one of: +E164, E164, national.", "", "e164", "National", "+E164x"));
    }

    @Test
    void takesTwilioIncomingAsItsClientsKnowIt() {
        assertThat(kit.trunk().get("twilio_incoming").booleanValue()).isFalse();
        assertThat(kit.trunk("twilio_incoming", null).get("twilio_incoming").booleanValue())
                .isFalse();
        JsonNode trunk = kit.trunk("twilio_incoming", true);
        assertThat(trunk.get("twilio_incoming").booleanValue()).isTrue();
        api.put(path(trunk), body("twilio_incoming", "yes"))
                .refused("Input Error - twilio_incoming: ['Not a valid boolean.']");
        assertThat(api.put(path(trunk), body("twilio_incoming", null)).status()).isEqualTo(500);
        assertThat(api.put("/trunks/2000000001", body("twilio_incoming", null)).status())
                .isEqualTo(404);
        assertThat(kit.now("trunks", trunk)).isEqualTo(trunk);
    }

    @Test
    void showsEveryFieldOfANewTrunk() {
        Reply reply = api.post("/trunks", body("description", "ignored", "id", 1, "tenant_uuid", "x"));
        JsonNode trunk = reply.created();
        String url = api.url(path(trunk));
        assertThat(trunk)
                .isEqualTo(body(
                        "id",
                        trunk.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "context",
                        null,
                        "twilio_incoming",
                        false,
                        "outgoing_caller_id_format",
                        "+E164",
                        "endpoint_sip",
                        null,
                        "endpoint_custom",
                        null,
                        "endpoint_iax",
                        null,
                        "outcalls",
                        List.of(),
                        "register_iax",
                        null,
                        "links",
                        List.of(body("rel", "trunks", "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(api.get("/trunks").items()).containsExactly(trunk);
    }

    @Covers({
        "trunk/events/created",
        "trunk/events/deleted",
        "trunk/events/edited",
        "trunk/not_found",
        "trunk/reload/create"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        int[] id = {0};
        var created = node.heard(() -> id[0] = kit.trunk().get("id").asInt());
        JsonNode data = body("id", id[0]);
        String path = "/trunks/" + id[0];
        assertThat(created).containsExactly(event("trunk_created", tenant, data));
        assertThat(node.heard(() -> api.put(path, body()).done())).containsExactly(event("trunk_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(path).done())).containsExactly(event("trunk_deleted", tenant, data));
        api.get(path).refused(404, "Resource Not Found - Trunk was not found ('id': " + id[0] + ")");
    }

    @Covers({"trunk/reload/delete", "trunk/reload/edit"})
    @Test
    void reloadsWhatItsEndpointIs() {
        reloads("sip", kit.sip(), PJSIP);
        reloads("iax", kit.iax(), reload("iax2 reload"));
        reloads("custom", kit.custom());
    }

    private void reloads(String kind, JsonNode endpoint, String... commands) {
        JsonNode trunk = kit.trunkWith(kind, endpoint);
        JsonNode data = body("id", trunk.get("id"));
        var expected = new java.util.ArrayList<>(List.of(commands));
        expected.add(event("trunk_edited", tenant, data));
        assertThat(node.heard(() -> api.put(path(trunk), body()).done())).isEqualTo(expected);
        expected.set(commands.length, event("trunk_deleted", tenant, data));
        assertThat(node.heard(() -> api.delete(path(trunk)).done())).isEqualTo(expected);
        assertThat(api.get(item("endpoints/" + kind, endpoint)).status())
                .as("deleted with it, without an event")
                .isEqualTo(404);
    }

    @Covers("trunk/rules/delete")
    @Test
    void deletesItsRegisterAndLeavesOutcalls() {
        JsonNode trunk = kit.trunk();
        JsonNode register = kit.register();
        JsonNode outcall = kit.outcall();
        kit.link("trunks", trunk, "registers/iax", register);
        api.put(item("outcalls", outcall) + "/trunks", body("trunks", List.of(trunk)))
                .done();
        assertThat(node.heard(() -> api.delete(path(trunk)).done())).hasSize(1);
        assertThat(api.get(item("registers/iax", register)).status()).isEqualTo(404);
        assertThat(kit.now("outcalls", outcall)).isEqualTo(outcall);
    }

    @Covers({"trunk/rules/create_in_order/1", "trunk/rules/create_in_order/2", "trunk/rules/edit"})
    @Test
    void refusesAContextThatIsUnknownOrOfAnotherTenant() {
        JsonNode trunk = kit.trunk();
        String unknown = "Input Error - field 'context': Context was not found ('context': 'none')";
        api.post("/trunks", body("context", "none")).refused(unknown);
        api.put(path(trunk), body("context", "none")).refused(unknown);
        for (Client other : List.of(api.in(tenants.child()), node.client(tenants.sibling()))) {
            JsonNode foreign = context(other);
            String different = "Resource Error - different tenants ('trunk_tenant_uuid': '" + tenant
                    + "', 'context_tenant_uuid': '" + foreign.get("tenant_uuid").stringValue() + "')";
            api.post("/trunks", body("context", foreign.get("name"))).refused(different);
            api.put(path(trunk), body("context", foreign.get("name"))).refused(different);
        }
        assertThat(api.get("/trunks").items()).containsExactly(trunk);
    }

    @Covers("context/rules/delete_in_order/3")
    @Test
    void keepsItsContext() {
        JsonNode context = context();
        JsonNode trunk = kit.trunk("context", context.get("name"));
        api.delete(item("contexts", context))
                .refused("Resource Error - Context is associated with a Trunk ('context_id': " + context.get("id")
                        + ", 'trunk_id': " + trunk.get("id") + ")");
        api.put(path(trunk), body("context", null)).done();
        api.delete(item("contexts", context)).done();
    }

    /** Either the trunk comes first and the context stays, or the context goes and the trunk is refused. */
    @Test
    void isNotPutIntoAContextThatIsDeletedAtTheSameMoment() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                JsonNode context = context();
                List<Reply> replies = two.run(i -> i == 0
                        ? api.delete(item("contexts", context))
                        : api.post("/trunks", body("context", context.get("name"))));
                assertThat(replies).extracting(Reply::status).isIn(List.of(204, 400), List.of(400, 201));
            }
        }
    }

    @Covers({
        "trunk/embedded/endpoint_custom",
        "trunk/embedded/endpoint_iax",
        "trunk/embedded/endpoint_sip",
        "trunk/fields/id",
        "trunk/fields/links",
        "trunk/fields/tenant_uuid",
        "trunk/id",
        "trunk/list/default_sort",
        "trunk/list/filter/context",
        "trunk/list/filter/id",
        "trunk/list/filter/name",
        "trunk/list/filter/outgoing_caller_id_format",
        "trunk/list/note",
        "trunk/list/search",
        "trunk/paths/collection",
        "trunk/paths/item"
    })
    @Test
    void listsByItsOwnColumnsAndThoseOfItsEndpoint() {
        JsonNode context = context();
        JsonNode bare = kit.trunk("context", context.get("name"), "outgoing_caller_id_format", "national");
        JsonNode sip = kit.sip();
        JsonNode sipTrunk = kit.trunkWith("sip", sip);
        JsonNode iax = api.post("/endpoints/iax", body("name", "zz" + next())).created();
        JsonNode iaxTrunk = kit.trunkWith("iax", iax);
        JsonNode customTrunk = kit.trunkWith("custom", kit.custom());
        String list = "/trunks?";
        assertThat(api.get("/trunks").items()).containsExactly(bare, sipTrunk, iaxTrunk, customTrunk);
        assertThat(api.get(list + "id=" + bare.get("id")).items()).containsExactly(bare);
        assertThat(api.get(list + "context=" + context.get("name").stringValue())
                        .items())
                .containsExactly(bare);
        assertThat(api.get(list + "outgoing_caller_id_format=national").items()).containsExactly(bare);
        assertThat(api.get(list + "name=" + iax.get("name").stringValue()).items())
                .containsExactly(iaxTrunk);
        assertThat(api.get(list + "search=" + sip.get("name").stringValue()).items())
                .containsExactly(sipTrunk);
        assertThat(api.get(list + "search=dahdi").items()).containsExactly(customTrunk);
        assertThat(api.get(list + "search=tele").items()).containsExactly(sipTrunk);
        assertThat(api.get(list + "search=NATIONAL").items()).containsExactly(bare);
        assertThat(api.get(list + "description=x").items()).isEmpty();
        assertThat(api.get(list + "order=label&direction=desc&offset=3").items())
                .containsExactly(sipTrunk);
        assertThat(api.get(list + "order=name&offset=2").items()).containsExactly(iaxTrunk, bare);
        assertThat(api.get(list + "order=description").items()).hasSize(4);
        api.get(list + "order=twilio_incoming").refused("Input Error - order: column 'twilio_incoming' was not found");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/trunks", kit::trunk).check();
    }
}
