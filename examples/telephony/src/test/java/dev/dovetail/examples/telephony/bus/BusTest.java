package dev.dovetail.examples.telephony.bus;

import static dev.dovetail.examples.telephony.testing.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.testing.Await;
import dev.dovetail.examples.telephony.testing.BusKit;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Has a server of its own on each database, with a broker. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"h2", "postgresql"})
@Timeout(120)
class BusTest {
    private static final String TENANT = BusKit.TENANT.toString();

    @Parameter
    private String database;

    @TempDir
    private Path folder;

    private BusKit bus;
    private Client api;

    @BeforeEach
    void start() throws IOException {
        bus = new BusKit(folder, database.equals("h2") ? "mem" : TestPostgresql.newInstallation());
        api = bus.api();
    }

    @AfterEach
    void stop() {
        bus.close();
    }

    /** Checks everything that a message of an event has, and returns the data. */
    private JsonNode message(String name, Map<String, Object> scope) {
        BusKit.Heard heard = bus.next();
        Map<String, Object> headers = new TreeMap<>(scope);
        headers.put("name", name);
        headers.put("required_access", "event." + name);
        headers.put("required_acl", "events." + name);
        headers.put("origin_uuid", api.get("/infos").found().get("uuid").stringValue());
        String timestamp = heard.headers().get("timestamp").toString();
        headers.put("timestamp", timestamp);
        assertThat(LocalDateTime.parse(timestamp))
                .isBetween(LocalDateTime.now().minus(Duration.ofMinutes(1)), LocalDateTime.now());
        Map<String, Object> got = new TreeMap<>();
        heard.headers().forEach((key, value) -> got.put(key, value instanceof Boolean ? value : value.toString()));
        assertThat(got).isEqualTo(headers);
        ObjectNode body = (ObjectNode) heard.body().deepCopy();
        JsonNode data = body.remove("data");
        assertThat(body).isEqualTo(Json.of(headers));
        assertThat(heard.properties().getContentType()).isEqualTo("application/json");
        assertThat(heard.properties().getDeliveryMode()).isEqualTo(2);
        assertThat(UUID.fromString(heard.properties().getMessageId())).isNotNull();
        assertThat(heard.routingKey()).isNotEmpty();
        return data;
    }

    private static Map<String, Object> everybody() {
        return Map.of("tenant_uuid", TENANT, "user_uuid:*", true);
    }

    @Covers({"conventions/8/1", "conventions/8/2", "conventions/8/3", "conventions/8/4", "services/message_bus/1"})
    @Test
    void publishesWholeMessagesToEachScope() {
        JsonNode context = api.post("/contexts", body("label", "x")).created();
        JsonNode of =
                body("id", context.get("id"), "name", context.get("name"), "type", "internal", "tenant_uuid", TENANT);
        assertThat(message("context_created", everybody())).isEqualTo(of);

        JsonNode user = api.post("/users", body("firstname", "Änn")).created();
        String uuid = user.get("uuid").stringValue();
        assertThat(message("user_created", everybody()).get("uuid").stringValue())
                .isEqualTo(uuid);

        api.put("/users/" + uuid + "/services/dnd", body("enabled", true)).done();
        assertThat(message(
                        "users_services_dnd_updated",
                        Map.of("tenant_uuid", TENANT, "user_uuid:" + uuid, true, "service_name", "dnd")))
                .isEqualTo(body("user_id", user.get("id"), "user_uuid", uuid, "tenant_uuid", TENANT, "enabled", true));

        api.post("/sip/transports", body("name", "tls", "options", List.of())).created();
        assertThat(message("sip_transport_created", Map.of()).get("name").stringValue())
                .isEqualTo("tls");
        assertThat(bus.silent()).isTrue();
    }

    @Covers("conventions/8/5")
    @Test
    void publishesAfterTheCommandsOfTheRequest() {
        int start = bus.journal().size();
        api.post("/contexts", body("label", "x")).created();
        bus.next();
        assertThat(bus.journal().since(start)).hasSize(2).first().asString().startsWith("POST /exec_request_handlers");
        assertThat(bus.journal().since(start)).last().isEqualTo("bus context_created");
    }

    @Covers({"status/components/bus_consumer", "status/rules/1"})
    @Test
    void writesGoOnWhileTheBrokerIsAwayAndNothingIsLost() throws IOException {
        bus.stopBroker();
        bus.awaitConsumer("fail");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            JsonNode user = api.post("/users", body("firstname", "u" + i)).created();
            names.add(user.get("uuid").stringValue());
        }
        String first = names.get(0);
        api.put("/users/" + first, body("lastname", "x")).done();
        JsonNode status = api.get("/status").found();
        for (String component : List.of("rest_api", "master_tenant", "service_token", "database", "sysconfd")) {
            assertThat(status.get(component).get("status").stringValue()).isEqualTo("ok");
        }
        Await.until(
                "the commands are sent", () -> bus.server().registry().backlog().entries() == 21);
        bus.startBroker();

        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            BusKit.Heard next = bus.next();
            if (next.headers().get("name").toString().equals("user_edited")) {
                assertThat(heard)
                        .as("in order")
                        .contains(next.body().get("data").get("uuid").stringValue());
            } else {
                heard.add(next.body().get("data").get("uuid").stringValue());
            }
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(names);
        bus.awaitConsumer("ok");
        Await.until("all are done", () -> bus.server().registry().backlog().entries() == 0);
    }

    @Covers({"services/tenant_events/1", "tenant/side_effects/2"})
    @Test
    void givesANewTenantItsSlugAndTemplatesOnce() {
        for (int i = 0; i < 2; i++) {
            bus.publish("auth_tenant_added", body("uuid", TENANT, "name", "m", "slug", "mighty"));
            Await.until(
                    "the tenant is there", () -> !api.get("/tenants").items().isEmpty());
        }
        bus.publish("auth_tenant_added", body("uuid", "no uuid"));
        // one queue, one after the other: when this one is there, the others have been handled
        bus.publish("auth_tenant_added", body("uuid", UUID.randomUUID().toString(), "slug", "other"));

        JsonNode tenant = api.get("/tenants/" + TENANT).found();
        assertThat(tenant.get("sip_templates_generated").booleanValue()).isTrue();
        List<JsonNode> templates = api.get("/endpoints/sip/templates").items();
        assertThat(templates)
                .extracting(template -> template.get("label").stringValue())
                .containsExactly("global", "meeting_guest", "registration_trunk", "twilio_trunk", "webrtc");
        Map<String, String> parents = new TreeMap<>();
        templates.forEach(template -> template.get("templates")
                .valueStream()
                .forEach(parent -> parents.put(
                        template.get("label").stringValue(), parent.get("label").stringValue())));
        assertThat(parents)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "meeting_guest", "webrtc",
                        "registration_trunk", "global",
                        "twilio_trunk", "registration_trunk",
                        "webrtc", "global")));
        Map<String, JsonNode> byLabel = new TreeMap<>();
        templates.forEach(template -> byLabel.put(template.get("label").stringValue(), template.get("uuid")));
        assertThat(tenant.get("global_sip_template_uuid")).isEqualTo(byLabel.get("global"));
        assertThat(tenant.get("webrtc_sip_template_uuid")).isEqualTo(byLabel.get("webrtc"));
        assertThat(tenant.get("registration_trunk_sip_template_uuid")).isEqualTo(byLabel.get("registration_trunk"));
        assertThat(tenant.get("meeting_guest_sip_template_uuid")).isEqualTo(byLabel.get("meeting_guest"));
        assertThat(api.post("/contexts", body("label", "x"))
                        .created()
                        .get("name")
                        .stringValue())
                .startsWith("ctx-mighty-internal-");
    }

    @Covers("tenant/side_effects/3")
    @Test
    void removesADeletedTenantWithEverythingInIt() {
        bus.publish("auth_tenant_added", body("uuid", TENANT, "slug", "mighty"));
        Await.until("the tenant is there", () -> !api.get("/tenants").items().isEmpty());
        JsonNode context = api.post(
                        "/contexts", body("label", "x", "user_ranges", List.of(Map.of("start", "1000", "end", "1999"))))
                .created();
        String name = context.get("name").stringValue();
        JsonNode line = body(
                "context",
                name,
                "endpoint_sip",
                Map.of("auth_section_options", List.of(List.of("username", "ann"))),
                "extensions",
                List.of(Map.of("exten", "1001")));
        api.post(
                        "/users",
                        body(
                                "firstname",
                                "Ann",
                                "lines",
                                List.of(line),
                                "voicemail",
                                Map.of("number", "1001", "context", name)))
                .created();
        List<String> paths = List.of(
                "/contexts",
                "/users",
                "/lines",
                "/extensions",
                "/voicemails",
                "/endpoints/sip",
                "/endpoints/sip/templates",
                "/tenants");
        paths.forEach(path -> assertThat(api.get(path).items()).as(path).isNotEmpty());
        Await.until("all is told", () -> bus.server().registry().backlog().entries() == 0);
        int start = bus.journal().size();

        bus.publish("auth_tenant_deleted", body("uuid", TENANT));
        Await.until("the tenant is gone", () -> api.get("/tenants").items().isEmpty());

        paths.forEach(path -> assertThat(api.get(path).items()).as(path).isEmpty());
        Await.until(
                "its directories are removed",
                () -> bus.journal().since(start).contains("DELETE /voicemails_context?context=" + name));
        bus.publish("auth_tenant_deleted", body("uuid", TENANT));
        bus.publish("auth_tenant_added", body("uuid", TENANT, "slug", "again"));
        Await.until("it is there again", () -> !api.get("/tenants").items().isEmpty());
    }
}
