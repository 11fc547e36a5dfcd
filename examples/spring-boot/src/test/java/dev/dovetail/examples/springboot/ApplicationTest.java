package dev.dovetail.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class ApplicationTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ANN = "ann:ann"; // api.#, reception
    private static final String BOB = "bob:bob"; // api.#.read

    @TestConfiguration(proxyBeanMethods = false)
    static class Told {
        @Bean
        BlockingQueue<OutboxEntry> told() {
            return new LinkedBlockingQueue<>();
        }

        @Bean
        EventListener telling(BlockingQueue<OutboxEntry> told) {
            return told::add;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private BlockingQueue<OutboxEntry> told;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void empty() throws Exception {
        for (String table : List.of("badges", "employee_phone", "phones", "employees")) {
            jdbc.sql("delete from " + table).update();
        }
        toldUntilNow();
    }

    private HttpResponse<String> send(String user, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (!user.isEmpty()) {
            String encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        return send(user, "GET", path, "");
    }

    private int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    /**
     * Creates somebody and returns what was told before that: events of one target come in the order of their commits.
     */
    private List<String> toldUntilNow() throws Exception {
        String last =
                send(ANN, "POST", "/api/employees", "{\"name\": \"last\"}").body();
        String id = last.replaceAll(".*\"id\":(\\d+).*", "$1");
        List<String> events = new ArrayList<>();
        while (true) {
            OutboxEntry event = told.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            if (event.subject().equals("Employee/" + id)) {
                jdbc.sql("delete from employees where id = ?").param(id).update();
                return events;
            }
            events.add(event.name() + " by " + event.actor());
        }
    }

    @Test
    void servesResourcesAndAssociationsBesideTheApplicationsOwnPaths() throws Exception {
        HttpResponse<String> created = send(ANN, "POST", "/api/employees", "{\"name\": \"Cid\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        String employee = created.headers().firstValue("Location").orElseThrow();
        assertThat(employee).startsWith("http://127.0.0.1:" + port + "/api/employees/");
        String path = URI.create(employee).getPath();
        String phone = URI.create(send(ANN, "POST", "/api/phones", "{\"number\": \"1001\"}")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();

        assertThat(send(ANN, "PUT", path + phone.substring("/api".length()), "").statusCode())
                .isEqualTo(204);

        assertThat(get(BOB, path).body()).contains("\"name\":\"Cid\"").contains("\"number\":\"1001\"");
        assertThat(get(BOB, "/api/employees?search=ci").body()).contains("\"total\":1,");
        assertThat(get(BOB, "/badges").body()).isEqualTo("[]");
    }

    private HttpResponse<String> welcome(String name, String phone, String badge) throws Exception {
        return send(ANN, "POST", "/welcome", """
                {"name": "%s", "phone": "%s", "badge": "%s"}""".formatted(name, phone, badge));
    }

    @Test
    void commitsBothTablesAndTellsOnce() throws Exception {
        assertThat(welcome("Dee", "1002", "B1").statusCode()).isEqualTo(201);

        assertThat(get(ANN, "/badges").body()).contains("\"number\":\"B1\"");
        assertThat(get(ANN, "/api/employees").body())
                .contains("\"name\":\"Dee\"")
                .contains("\"number\":\"1002\"");
        assertThat(toldUntilNow()).containsExactly("employee_created by ann");
    }

    @Test
    void undoesTheApplicationsTableWhenARuleRefuses() throws Exception {
        HttpResponse<String> refused = welcome("Eve", "112", "B2");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("112 is for emergencies.");
        assertThat(rows("badges") + rows("employees") + rows("phones")).isZero();
        assertThat(toldUntilNow()).isEmpty();
    }

    @Test
    void undoesWhatServicesWroteWhenTheApplicationsTableRefuses() throws Exception {
        welcome("Dee", "1002", "B1");

        assertThat(welcome("Fay", "1003", "B1").statusCode()).isEqualTo(409);
        assertThat(rows("badges")).isEqualTo(1);
        assertThat(rows("employees")).isEqualTo(1);
        assertThat(toldUntilNow()).hasSize(1);
    }

    @Test
    void asksWhoeverCallsToLogIn() throws Exception {
        for (String path : List.of("/api/employees", "/welcome")) {
            HttpResponse<String> refused = send("", "POST", path, "{\"name\": \"Eve\"}", "Remote-User", "ann");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Basic");
        }
        assertThat(get("ann:wrong", "/api/employees").statusCode()).isEqualTo(401);
        assertThat(get("", "/badges").statusCode()).isEqualTo(401);
        assertThat(rows("employees")).isZero();
    }

    @Test
    void letsUsersDoWhatTheirAuthoritiesSay() throws Exception {
        assertThat(get(BOB, "/api/employees").statusCode()).isEqualTo(200);

        HttpResponse<String> refused = send(BOB, "POST", "/api/employees", "{\"name\": \"Eve\"}", "Remote-User", "ann");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(send(BOB, "POST", "/welcome", "{}").statusCode()).isEqualTo(403);
        assertThat(rows("employees")).isZero();
    }

    @Test
    void tellsWhatIsWrongInAProblemDocument() throws Exception {
        HttpResponse<String> refused = send(ANN, "POST", "/api/phones", "{\"number\": \"12x\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body())
                .contains("\"status\":400")
                .contains("\"title\":\"invalid-input\"")
                .contains("\"code\":\"pattern\",\"pointer\":\"/number\"");
    }

    @Test
    void isReadyWhileTheStoreAnswers() throws Exception {
        assertThat(get("", "/actuator/health/readiness").body()).contains("\"status\":\"UP\"");
        assertThat(get(ANN, "/actuator/health").body()).contains("\"outbox\":\"delivered\"");

        jdbc.sql("alter table dovetail_outbox rename to gone").update();
        try {
            assertThat(get("", "/actuator/health/readiness").statusCode()).isEqualTo(503);
        } finally {
            jdbc.sql("alter table gone rename to dovetail_outbox").update();
        }
        assertThat(get("", "/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    @Test
    void measuresRoutesAndTheOutbox() throws Exception {
        get(ANN, "/api/employees/0");

        assertThat(get(ANN, "/actuator/metrics/http.server.requests?tag=uri:/api/employees/%7B%7D")
                        .body())
                .contains("\"statistic\":\"COUNT\"")
                .contains("\"404\"");
        assertThat(get(ANN, "/actuator/metrics/dovetail.outbox.parked").body()).contains("\"value\":0.0");
    }
}
