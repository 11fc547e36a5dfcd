package dev.dovetail.examples.telephony.siptransport;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

@Covers({"sip_transport/reload/all"})
class SipTransportHttpTest extends HttpTest {
    private static final String LIST = "/sip/transports";
    private static final String KEYS = "async_operations, bind, ca_list_file, ca_list_path, cert_file, cipher, domain,"
            + " external_media_address, external_signaling_address, external_signaling_port, method, local_net,"
            + " password, priv_key_file, protocol, require_client_cert, verify_client, verify_server, tos, cos,"
            + " websocket_write_timeout, allow_reload, symmetric_transport";

    private Client master;
    private final List<JsonNode> made = new ArrayList<>();

    @BeforeEach
    void useTheMasterTenant() {
        master = node.client(Tenants.MASTER);
    }

    @AfterEach
    void deleteWhatIsOfNoTenant() {
        made.forEach(transport -> master.delete(path(transport)));
    }

    private static String path(JsonNode transport) {
        return item("sip/transports", transport);
    }

    private static String name() {
        return "transport-" + next();
    }

    private JsonNode transport(Object... namesAndValues) {
        JsonNode transport = master.post(LIST, Json.with(body("name", name()), namesAndValues))
                .created();
        made.add(transport);
        return transport;
    }

    private JsonNode using(String path, JsonNode transport) {
        return api.post(path, body("transport", transport)).created();
    }

    @Covers({"conventions/6/types_in_the_files/4", "sip_transport/fields/name", "sip_transport/fields/options"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        String longest = "x".repeat(4092);
        return FieldTests.of(
                master,
                LIST,
                () -> body("name", name()),
                Field.string("name")
                        .required()
                        .accepting("a", "A-z_0.9", "x".repeat(79), "Global", "systems")
                        .refusing("", "Shorter than minimum length 1")
                        .refusing("x".repeat(80), "Longer than maximum length 79")
                        .refusing(" ".repeat(80), "Longer than maximum length 79")
                        .refusingAll("Reserved Asterisk section name", "global", "system")
                        .refusingAll("Not a valid Asterisk section name", " ", "a b", "é", "a\n", "a/b"),
                Field.any("options")
                        .byDefault(List.of())
                        .accepting(
                                List.of(),
                                List.of(List.of("protocol", "udp"), List.of("bind", "0.0.0.0:5060")),
                                List.of(List.of("local_net", "10.0.0.0/8"), List.of("local_net", "a-B_9,:./")),
                                List.of(List.of("bind", longest)),
                                Collections.nCopies(128, List.of("bind", "a")))
                        .refusing(Collections.nCopies(129, List.of("bind", "a")), "Longer than maximum length 128.")
                        .refusingAll("Not a valid list.", "x", 1, true, body("a", "b"))
                        .refusingAs(List.of("ab"), "{0: ['Not a valid list.']}")
                        .refusingAs(List.of(List.of("a")), "{0: ['Length must be between 2 and 2.']}")
                        .refusingAs(
                                List.of(List.of("bind", "a"), List.of("a", "b", "c")),
                                "{1: ['Length must be between 2 and 2.']}")
                        .refusingAs(List.of(List.of("bind", 1)), "{0: {1: ['Not a valid string.']}}")
                        .refusingAs(List.of(Arrays.asList(null, "a")), "{0: {0: ['Field may not be null.']}}")
                        .refusingAs(Arrays.asList((Object) null), "{0: ['Field may not be null.']}")
                        .refusingAs(
                                List.of(List.of("bind", "a b")),
                                "{0: {1: ['String does not match expected pattern.']}}")
                        .refusingAs(List.of(List.of("bind", "")), "{0: {1: ['Length must be between 1 and 4092.']}}")
                        .refusingAs(
                                List.of(List.of("bind", " ".repeat(4093))),
                                "{0: {1: ['String does not match expected pattern.',"
                                        + " 'Length must be between 1 and 4092.']}}"));
    }

    @Covers("sip_transport/state")
    @Test
    void showsTheTransportsOfAFreshInstallation() {
        assertThat(api.get(LIST + "?search=transport-udp").items().get(0).get("options"))
                .isEqualTo(Json.of(List.of(List.of("protocol", "udp"), List.of("bind", "0.0.0.0:5060"))));
        assertThat(api.get(LIST + "?name=transport-wss").items().get(0).get("options"))
                .isEqualTo(Json.of(List.of(List.of("protocol", "wss"), List.of("bind", "0.0.0.0:5060"))));
        master.post(LIST, body("name", "transport-udp"))
                .refused("Resource Error - name already exists ('name': 'transport-udp')");
    }

    @Covers({"sip_transport/absent", "sip_transport/tenanted"})
    @Test
    void showsANewTransportToEveryTenant() {
        String name = name();
        var reply = master.post(LIST, body("name", name, "uuid", "x", "links", 1, "tenant_uuid", 1));
        JsonNode transport = reply.created();
        made.add(transport);
        assertThat(transport).isEqualTo(body("uuid", transport.get("uuid"), "name", name, "options", List.of()));
        assertThat(reply.header("location")).isEqualTo(api.url(path(transport)));
        for (UUID any : List.of(tenant, tenants.child(), Tenants.MASTER)) {
            assertThat(node.client(any).get(path(transport)).found()).isEqualTo(transport);
            assertThat(node.client(any)
                            .get(LIST + "?uuid=" + Json.key(transport))
                            .items())
                    .containsExactly(transport);
        }
    }

    @Covers({"sip_transport/events/created", "sip_transport/events/deleted", "sip_transport/events/edited"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        var created = node.heard(() -> transport("options", List.of(List.of("protocol", "udp"))));
        JsonNode transport = made.remove(0);
        JsonNode renamed = Json.with(transport, "name", name());
        var edited = node.heard(() -> {
            master.put(path(transport), renamed).done();
            master.put(path(transport), body()).done();
        });
        var deleted = node.heard(() -> master.delete(path(transport)).done());

        String pjsip = reload("module reload res_pjsip.so");
        assertThat(created).containsExactly(pjsip, event("sip_transport_created", transport));
        assertThat(edited)
                .containsExactlyInAnyOrder(
                        pjsip, pjsip, event("sip_transport_edited", renamed), event("sip_transport_edited", renamed));
        assertThat(deleted).containsExactly(pjsip, event("sip_transport_deleted", renamed));
    }

    @Covers({
        "conventions/6/text_of_business_errors/22",
        "sip_transport/known_keys/transport",
        "sip_transport/rules/create_in_order/1",
        "sip_transport/rules/create_in_order/2",
        "sip_transport/rules/edit_in_order/2"
    })
    @Test
    void checksNameThenOptions() {
        JsonNode taken = transport();
        JsonNode transport = transport();
        Object unknown = List.of(List.of("bind", "a"), List.of("nothing", "a"), List.of("also", "b"));
        String invalid = "Input Error - 'options: invalid variable (nothing)' must be one of (" + KEYS + ")";
        String name = taken.get("name").stringValue();

        master.post(LIST, body("name", name, "options", unknown))
                .refused("Resource Error - name already exists ('name': '" + name + "')");
        master.post(LIST, body("name", name(), "options", unknown)).refused(invalid);
        master.put(path(transport), body("name", name, "options", unknown))
                .refused("Resource Error - Transport already exists ('name': '" + name + "')");
        master.put(path(transport), body("options", unknown)).refused(invalid);
        master.put(path(transport), transport).done();
    }

    @Test
    void sharesNamesWithEndpointsAndTemplatesOfAnyTenant() {
        JsonNode transport = transport();
        JsonNode endpoint = api.post("/endpoints/sip", body()).created();
        JsonNode template = api.post("/endpoints/sip/templates", body()).created();
        for (JsonNode other : List.of(endpoint, template)) {
            String name = other.get("name").stringValue();
            String what = other == endpoint ? "SIPEndpoint" : "SIPEndpointTemplate";
            master.post(LIST, body("name", name))
                    .refused("Resource Error - name already exists ('name': '" + name + "')");
            master.put(path(transport), body("name", name))
                    .refused("Resource Error - " + what + " already exists ('name': '" + name + "')");
        }
        api.delete(item("endpoints/sip", endpoint)).done();
        master.put(path(transport), body("name", endpoint.get("name"))).done();
    }

    @Covers({"sip_transport/not_found", "sip_transport/rules/delete/1", "sip_transport/rules/delete/2"})
    @Test
    void refusesToDeleteWhatIsUsedUnlessAnotherTakesOver() {
        JsonNode transport = transport();
        JsonNode other = transport();
        JsonNode endpoint = using("/endpoints/sip", transport);
        JsonNode template = using("/endpoints/sip/templates", transport);
        String uuid = Json.key(transport);
        String used = "Resource Error - Transport is associated with a EndpointSIP ('transport_uuid': UUID('" + uuid
                + "'), 'endpoint_sip_uuid': UUID('%s'))";
        String unknown = "Resource Not Found - Transport was not found ('uuid': UUID('" + Accesses.UUID + "'))";

        master.delete(path(transport)).refused(used.formatted(Json.key(endpoint)));
        assertThat(node.heard(() -> {
                    master.delete(path(transport) + "?fallback=" + Accesses.UUID)
                            .refused(404, unknown);
                    master.delete(path(transport) + "?fallback=x")
                            .refused("Input Error - fallback: ['Not a valid UUID.']");
                    master.delete(path(transport) + "?fallback=" + uuid).refused(used.formatted(Json.key(endpoint)));
                    master.delete(LIST + "/" + Accesses.UUID + "?fallback=" + uuid)
                            .refused(404, unknown);
                }))
                .isEmpty();
        api.delete(item("endpoints/sip", endpoint)).done();
        master.delete(path(transport)).refused(used.formatted(Json.key(template)));
        JsonNode again = using("/endpoints/sip", transport);

        var heard = node.heard(() ->
                master.delete(path(transport) + "?fallback=" + Json.key(other)).done());

        assertThat(heard)
                .containsExactly(reload("module reload res_pjsip.so"), event("sip_transport_deleted", transport));
        for (String path : List.of(item("endpoints/sip", again), item("endpoints/sip/templates", template))) {
            assertThat(api.get(path).found().get("transport")).isEqualTo(body("uuid", other.get("uuid")));
            api.delete(path).done();
        }
        master.get(path(transport)).refused(404, unknown.replace(Accesses.UUID, uuid));
    }

    @Test
    void doesNotKnowAnUnknownTransport() {
        String text = "Resource Not Found - Transport was not found ('uuid': UUID('" + Accesses.UUID + "'))";
        master.get(LIST + "/" + Accesses.UUID).refused(404, text);
        master.put(LIST + "/" + Accesses.UUID, body("name", 1)).refused(404, text);
        master.delete(LIST + "/" + Accesses.UUID).refused(404, text);
    }

    @Covers({
        "sip_transport/fields/uuid",
        "sip_transport/id",
        "sip_transport/list/default_sort",
        "sip_transport/list/filter/name",
        "sip_transport/list/filter/uuid",
        "sip_transport/list/search/name",
        "sip_transport/list/sort/uuid",
        "sip_transport/paths/collection",
        "sip_transport/paths/item"
    })
    @Test
    void listsFiltersAndSorts() {
        String start = "list" + next();
        JsonNode b = transport("name", start + "b");
        JsonNode a = transport("name", start + "a");
        JsonNode c = transport("name", start + "c");
        String list = LIST + "?search=" + start;

        assertThat(api.get(list).items()).containsExactly(a, b, c);
        assertThat(api.get(list + "&direction=desc&order=name&limit=1").found().get("total"))
                .isEqualTo(Json.of(3));
        assertThat(api.get(list + "&order=uuid").items("uuid"))
                .isEqualTo(Stream.of(a, b, c).map(Json::key).sorted().toList());
        assertThat(api.get(LIST + "?search=" + start.toUpperCase(java.util.Locale.ROOT) + "C")
                        .items())
                .containsExactly(c);
        assertThat(api.get(LIST + "?name=" + start + "a").items()).containsExactly(a);
        assertThat(api.get(LIST + "?name=" + start).items()).isEmpty();
        assertThat(api.get(LIST + "?uuid=" + Json.key(b)).items()).containsExactly(b);
        assertThat(api.get(LIST + "?uuid=x").items()).isEmpty();
        assertThat(api.get(list + "&options=x").items()).hasSize(3);
        api.get(LIST + "?order=options").refused("Input Error - order: column 'options' was not found");
        api.get(LIST + "?limit=0").refused("Input Error - field 'limit': wrong type. Should be a positive number");
    }
}
