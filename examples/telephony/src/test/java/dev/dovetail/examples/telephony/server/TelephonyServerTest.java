package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.setup.SetupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelephonyServerTest {
    private static final String AUTH = """
            tenants:
              - {uuid: 11111111-1111-4111-8111-111111111111, name: master, slug: master}
            tokens:
              - {token: t, user_uuid: 11111111-1111-4111-8111-111111111111,
                 tenant_uuid: 11111111-1111-4111-8111-111111111111, acl: ['#']}
            """;
    private static final String CONTEXT = "tenant_uuid: 11111111-1111-4111-8111-111111111111, label: X";

    @TempDir
    private Path folder;

    static List<String> databases() {
        return List.of("mem", TestPostgresql.newDatabase());
    }

    private TelephonyServer start(String db, String... more) throws IOException {
        Path auth = folder.resolve("auth.yaml");
        if (!Files.exists(auth)) {
            Files.writeString(auth, AUTH);
            Files.setPosixFilePermissions(auth, PosixFilePermissions.fromString("rw-------"));
        }
        List<String> arguments =
                new java.util.ArrayList<>(List.of("--port", "0", "--db", db, "--auth", auth.toString()));
        arguments.addAll(List.of(more));
        return TelephonyServer.start(arguments);
    }

    private String seed(String content) throws IOException {
        return Files.writeString(folder.resolve("seed.yaml"), content).toString();
    }

    private static String send(TelephonyServer server, String method, String path, String body) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/1.1" + path))
                                .header("X-Auth-Token", "t")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body().strip();
    }

    @Covers({"services/seed/1", "services/seed/2", "services/seed/3"})
    @ParameterizedTest
    @MethodSource("databases")
    void storesASeedAsGiven(String db) throws Exception {
        String seed = seed("""
                user_voicemail:
                  - {user: 33333333-3333-4333-8333-333333333333, voicemail: 30}
                voicemails:
                  - {id: 30, name: box, number: '1000', context: default, timezone: de}
                users:
                  - {id: 20, uuid: 33333333-3333-4333-8333-333333333333, firstname: Ann,
                     tenant_uuid: 11111111-1111-4111-8111-111111111111}
                contexts:
                  - {id: 10, %1$s, name: default}
                  - {%1$s, name: other, uuid: 44444444-4444-4444-8444-444444444444}
                tenants:
                  - {uuid: 11111111-1111-4111-8111-111111111111, slug: m, sip_templates_generated: true}
                context_context:
                  - {context: default, contexts: [other]}
                sip_transports:
                  - {name: udp, options: [[protocol, udp]]}
                  - {name: transport-udp}
                endpoints_sip_templates:
                  - {tenant_uuid: 11111111-1111-4111-8111-111111111111, label: global, template: true,
                     uuid: 55555555-5555-4555-8555-555555555555}
                endpoints_sip:
                  - {tenant_uuid: 11111111-1111-4111-8111-111111111111, name: seeded,
                     templates: [{uuid: 55555555-5555-4555-8555-555555555555}]}
                extensions:
                  - {id: 40, exten: '1000', context: other, commented: true}
                endpoints_custom:
                  - {id: 50, interface: dahdi/1, tenant_uuid: 11111111-1111-4111-8111-111111111111}
                asterisk_voicemail_zonemessages:
                  - {name: de, timezone: Europe/Berlin}
                  - {name: eu-fr, timezone: Europe/Paris}
                """.formatted(CONTEXT));
        try (TelephonyServer server = start(db, "--seed", seed)) {
            assertThat(server.registry().backlog().entries()).isZero();
            assertThat(send(server, "GET", "/contexts/10", "")).contains("\"name\":\"default\"", "\"name\":\"other\"");
            assertThat(send(server, "GET", "/users/20", ""))
                    .contains("33333333-3333-4333-8333-333333333333", "\"caller_id\":\"\\\"Ann\\\"\"", "\"box\"");
            assertThat(send(server, "GET", "/contexts?search=other", ""))
                    .contains("\"uuid\":\"44444444-4444-4444-8444-444444444444\"");
            assertThat(send(server, "GET", "/sip/transports", ""))
                    .contains("\"total\":2,", "\"name\":\"udp\"", "\"options\":[[\"protocol\",\"udp\"]]");
            assertThat(send(server, "GET", "/endpoints/sip?name=seeded", "")).contains("\"label\":\"global\"");
            assertThat(send(server, "POST", "/endpoints/sip", "{\"name\":\"seeded\"}"))
                    .contains("already exists");
            assertThat(send(server, "POST", "/endpoints/sip", "{\"name\":\"transport-wss\"}"))
                    .startsWith("201 ");
            assertThat(send(server, "GET", "/tenants", "")).contains("\"sip_templates_generated\":true");
            assertThat(send(server, "GET", "/extensions/40", ""))
                    .contains("\"tenant_uuid\":\"11111111-1111-4111-8111-111111111111\"", "\"enabled\":false");
            assertThat(send(server, "GET", "/endpoints/custom?search=dahdi", ""))
                    .contains("\"id\":50,", "\"interface\":\"dahdi/1\"");
            assertThat(send(server, "POST", "/voicemails", "{\"name\":\"v\",\"number\":\"1\",\"context\":\"other\"}"))
                    .startsWith("201 ")
                    .contains("\"id\":31,");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void storesNothingOfASeedWithAMistake(String db) throws Exception {
        String twice = """
                tenants:
                  - {uuid: 11111111-1111-4111-8111-111111111111, slug: m, sip_templates_generated: true}
                contexts:
                  - {id: 10, %1$s, name: default}
                  - {id: 11, %1$s, name: default}
                """.formatted(CONTEXT);
        Path file = folder.resolve("h2");
        String kept = db.equals("mem") ? "h2:" + file : db;
        assertThatThrownBy(() -> start(kept, "--seed", seed(twice)))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("seed.yaml, line 5: contexts: Resource Error - Context already exists");
        try (TelephonyServer server = start(kept)) {
            assertThat(send(server, "GET", "/contexts", "")).isEqualTo("200 {\"total\":0,\"items\":[]}");
            assertThat(send(server, "GET", "/tenants", "")).isEqualTo("200 {\"total\":0,\"items\":[]}");
        }
    }

    @Test
    void namesTheLineOfAMistakeInASeed() {
        assertThatThrownBy(() -> start("mem", "--seed", seed("contexts:\n  - {" + CONTEXT + ",\n  type: nope}\n")))
                .hasMessageContaining("seed.yaml, line 3: contexts: Input Error - type: ");
        assertThatThrownBy(() -> start("mem", "--seed", seed("contexts:\n  - {label: X, name: x}\n")))
                .hasMessageContaining("seed.yaml, line 2: contexts: Input Error - tenant_uuid: ['Missing data");
        assertThatThrownBy(() -> start("mem", "--seed", seed("devices:\n  - {a: 1}\n")))
                .hasMessageContaining("seed.yaml, line 1: collection 'devices': no plugin that is loaded has it");
        assertThatThrownBy(() -> start("mem", "--without", "users", "--seed", seed("users: []\n")))
                .hasMessageContaining("collection 'users'");
        assertThatThrownBy(() -> start("mem", "--seed", seed("context_context:\n  - {context: a, contexts: [b]}\n")))
                .hasMessageContaining("seed.yaml, line 2: context_context: ")
                .hasMessageContaining("Context was not found");
    }

    @Test
    void seedsAnEmptyStoreOnly() throws Exception {
        String db = "h2:" + folder.resolve("h2");
        String seed = seed("contexts:\n  - {" + CONTEXT + ", name: default}\n");
        start(db, "--seed", seed).close();
        try (TelephonyServer server = start(db, "--seed", seed)) {
            assertThat(send(server, "GET", "/contexts", "")).startsWith("200 {\"total\":1,");
        }
    }

    @Test
    void saysWhatItsTablesLack() throws Exception {
        Path file = folder.resolve("h2");
        start("h2:" + file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table users drop column description");
        }
        assertThatThrownBy(() -> start("h2:" + file))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("plugins cannot be loaded: the database lacks what the descriptions need: "
                        + "resource User: table users: column description: ");
    }

    @Test
    void saysInOneLineWhyItCannotStart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            start("mem", "--port", "" + taken.getLocalPort()).close())
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> TelephonyServer.start(List.of("--db", "mem", "--port", "" + taken.getLocalPort())))
                    .isInstanceOf(SetupException.class)
                    .hasMessageContaining("is taken");
        }
        assertThatThrownBy(() -> start("mem", "--without", "nope"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("nope");
        Path auth = folder.resolve("auth.yaml");
        Files.setPosixFilePermissions(auth, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> start("mem"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("others can read");
    }

    private static HttpResponse<String> manage(TelephonyServer server, String path) throws Exception {
        URI uri = URI.create(server.managementUrl().orElseThrow() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void tellsOperatorsHowItIs() throws Exception {
        try (TelephonyServer server = start("mem", "--management-port", "0", "--access-log")) {
            send(server, "GET", "/users", "");
            assertThat(manage(server, "/health/ready").body())
                    .contains("\"database\":{\"status\":\"UP\"}", "\"backlog\":{\"status\":\"UP\"}");
            assertThat(manage(server, "/metrics").body())
                    .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/users\",status=\"200\"} 1")
                    .contains("dovetail_outbox_entries 0.0");
            assertThat(manage(server, "/info").body()).contains("dovetail-telephony");
        }
    }

    @Test
    void tellsOperatorsNothingUnlessAsked() throws Exception {
        try (TelephonyServer server = start("mem")) {
            assertThat(server.managementUrl()).isEmpty();
            assertThat(send(server, "GET", "/health/ready", "")).startsWith("404");
        }
    }

    @Test
    void isNotReadyWithoutItsDatabase() throws Exception {
        String database = TestPostgresql.newDatabase();
        try (TelephonyServer server = start(database, "--management-port", "0")) {
            assertThat(manage(server, "/health/ready").statusCode()).isEqualTo(200);
            TestPostgresql.drop(database);
            HttpResponse<String> ready = manage(server, "/health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
            assertThat(manage(server, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(TelephonyServer server, String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/1.1" + path))
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({"'',true", "none,false", "10.0.0.7,false"})
    void believesProxiesOnThisMachineUnlessToldOtherwise(String declared, boolean believed) throws Exception {
        String[] options = declared.isEmpty() ? new String[0] : new String[] {"--trusted-proxy", declared};
        try (TelephonyServer server = start("mem", options)) {
            send(server, "POST", "/users", "{\"firstname\": \"Ann\"}");
            String users = get(server, "/users", "X-Auth-Token", "t", "X-Forwarded-Host", "pbx.example")
                    .body();
            assertThat(users).contains("/1.1/users/");
            assertThat(users.contains("http://pbx.example/1.1/users/"))
                    .as(users)
                    .isEqualTo(believed);
        }
    }

    @Test
    void answersOtherOriginsAndCompressesWhereAskedTo() throws Exception {
        String console = "https://console.example";
        String[] asking = {"Origin", console, "Accept-Encoding", "gzip"};
        try (TelephonyServer server = start("mem", "--cors-origin", console, "--compress")) {
            var answer = get(server, "/api/api.yml", asking).headers();
            assertThat(answer.firstValue("Access-Control-Allow-Origin")).contains(console);
            assertThat(answer.firstValue("Content-Encoding")).contains("gzip");
            HttpRequest preflight = HttpRequest.newBuilder(URI.create(server.url() + "/1.1/users"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .headers("Origin", console, "Access-Control-Request-Method", "POST")
                    .build();
            var allowed = HttpClient.newHttpClient()
                    .send(preflight, HttpResponse.BodyHandlers.discarding())
                    .headers();
            assertThat(allowed.firstValue("Access-Control-Allow-Headers").orElse(""))
                    .contains("X-Auth-Token", "Wazo-Tenant");
            assertThat(allowed.firstValue("Access-Control-Allow-Methods").orElse(""))
                    .contains("PUT")
                    .doesNotContain("PATCH");
        }
        try (TelephonyServer server = start("mem")) {
            var answer = get(server, "/api/api.yml", asking).headers();
            assertThat(answer.firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.firstValue("Content-Encoding")).isEmpty();
        }
    }
}
