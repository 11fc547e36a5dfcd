package dev.dovetail.http;

import static dev.dovetail.http.sample.SampleServer.CHILD_TOKEN;
import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static dev.dovetail.http.sample.SampleServer.READER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest extends ServedTest {
    private static String[] by(String token, String... more) {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        headers.addAll(List.of(more));
        return headers.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /phones",
        "POST, /phones",
        "GET, /phones/1",
        "PUT, /phones/1",
        "DELETE, /phones/1",
        "HEAD, /phones",
        "PUT, /teams/t/phones/1",
        "DELETE, /teams/t/phones/1",
        "PUT, /teams/t/phones"
    })
    void refusesRequestsWithoutToken(String method, String path) {
        Answer answer = server.sendAnonymously(method, path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer unknown", "Bearer", "Bearer ", "Basic YTpi", "acme-token"})
    void refusesUnknownTokens(String header) {
        Answer answer = server.get("/phones", "Authorization", header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.violations()).containsExactly("unauthenticated");
        assertThat(answer.body()).doesNotContain("unknown-secret", "acme-token");
    }

    @Test
    void takesTheSchemeInAnyCase() {
        assertThat(server.get("/phones", "Authorization", "bearer  acme-token").status())
                .isEqualTo(200);
    }

    @Test
    void grantsWhatTheTokenGrants() {
        server.phone("{\"name\": \"1\"}");
        server.phone("{\"name\": \"2\"}");
        assertThat(server.get("/phones", by(READER_TOKEN)).status()).isEqualTo(200);
        assertThat(server.get("/phones/1", by(READER_TOKEN)).status()).isEqualTo(200);
        assertThat(server.send("HEAD", "/phones/1", null, by(READER_TOKEN)).status())
                .isEqualTo(200);
        Answer denied = server.get("/phones/2", by(READER_TOKEN));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.violations()).containsExactly("forbidden");
        assertThat(server.post("/phones", "{}", by(READER_TOKEN)).status()).isEqualTo(403);
        assertThat(server.put("/phones/1", "{}", by(READER_TOKEN)).status()).isEqualTo(403);
        assertThat(server.delete("/phones/1", by(READER_TOKEN)).status()).isEqualTo(403);
        assertThat(server.get("/teams", by(READER_TOKEN)).status()).isEqualTo(403);
        assertThat(server.get("/phones").total()).isEqualTo(2);
    }

    @Test
    void refusesEverythingWithoutAVerifier() {
        try (SampleServer bare = SampleServer.start(
                store,
                api -> api.tokens(credentials -> {
                    throw new IllegalStateException("the verifier is at fault");
                }))) {
            assertThat(bare.get("/phones").status()).isEqualTo(500);
        }
        assertThat(HttpApi.of(server.registry())
                        .tenants(TenantResolver.none())
                        .build()
                        .handle(request("/phones"))
                        .status())
                .isEqualTo(401);
    }

    private static dev.dovetail.http.exchange.Request request(String path) {
        return new dev.dovetail.http.exchange.Request(
                "GET", path, null, name -> name.equals("Authorization") ? "Bearer x" : null, new byte[0], "http://h");
    }

    @Test
    void servesEverybodyOnlyWhenSaidSo() {
        try (SampleServer open = SampleServer.start(store, HttpApi.Builder::openToAll)) {
            assertThat(open.sendAnonymously("GET", "/phones").status()).isEqualTo(200);
        }
    }

    @Test
    void hidesForeignObjects() {
        int foreign = server.phone("{\"name\": \"foreign\"}", by(OTHER_TOKEN));
        int below = server.phone("{\"name\": \"below\"}", by(CHILD_TOKEN));
        int own = server.phone("{\"name\": \"own\"}");
        Answer unknown = server.get("/phones/99");
        for (String method : List.of("GET", "PUT", "DELETE")) {
            Answer hidden = server.send(method, "/phones/" + foreign, "{\"description\": \"mine\"}");
            assertThat(hidden.status()).isEqualTo(404);
            assertThat(hidden.body()).isEqualTo(unknown.body().replace("99", "" + foreign));
            assertThat(server.send(method, "/phones/" + own, "{}", by(CHILD_TOKEN))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(server.get("/phones/" + below).status()).isEqualTo(200);
        assertThat(server.put("/phones/" + below, "{\"description\": \"seen\"}").status())
                .isEqualTo(204);
        assertThat(server.get("/phones/" + foreign, by(OTHER_TOKEN))
                        .json()
                        .get("description")
                        .isNull())
                .isTrue();
    }

    @Test
    void worksInTheTenantAskedFor() {
        Answer created = server.post("/phones", "{\"name\": \"x\"}", "Tenant", "acme-child");
        assertThat(created.json().get("tenant").asString()).isEqualTo("acme-child");
        assertThat(server.get("/phones").total()).isZero();
        assertThat(server.get("/phones", "Tenant", "acme-child").total()).isEqualTo(1);
        assertThat(server.get("/phones", "Tenant", "").total()).isZero();
        Answer foreign = server.get("/phones", "Tenant", "other");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(server.get("/phones", "Tenant", "unheard").body()).isEqualTo(foreign.body());
        assertThat(server.get("/phones", by(CHILD_TOKEN, "Tenant", "acme")).body())
                .isEqualTo(foreign.body());
    }

    @Test
    void keepsAnEditFromTakenValuesOfOtherTenantsWithoutNamingThem() {
        server.phone("{\"name\": \"taken\"}", by(OTHER_TOKEN));
        Answer refused = server.post("/phones", "{\"name\": \"taken\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).doesNotContain("other");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /phones, confd.phones.read",
        "HEAD, /phones, confd.phones.read",
        "POST, /phones, confd.phones.create",
        "GET, /phones/1, confd.phones.1.read",
        "PUT, /phones/1, confd.phones.1.update",
        "DELETE, /phones/1, confd.phones.1.delete",
        "GET, /teams/a.b%20c, confd.teams.a_b c.read",
        "PUT, /teams/t/phones/1, confd.teams.t.phones.1.update",
        "DELETE, /teams/t/phones/1, confd.teams.t.phones.1.delete",
        "PUT, /teams/t/phones, confd.teams.t.phones.update",
        "GET, /named/7, confd.other.7.words",
    })
    void namesOperations(String method, String path, String access) {
        List<String> asked = new ArrayList<>();
        try (SampleServer named = SampleServer.start(
                store,
                api -> api.accessPrefix("confd")
                        .tokens(credentials -> {
                            asked.add(credentials.access());
                            return new Principal("ann", "acme");
                        })
                        .routes(routes -> routes.add(
                                Route.of("GET", "/named/{}", List.of(KeyFormat.integer()), exchange -> Response.of(204))
                                        .access("other.*.words"))))) {
            named.send(method, path, "{}");
        }
        assertThat(asked).containsExactly(access);
    }

    @Test
    void tellsServicesWhoCalls() {
        Endpoint who = exchange -> Response.of(
                200,
                "text/plain",
                (exchange.call().actor() + " " + exchange.call().traceId() + " "
                                + exchange.call().scope())
                        .getBytes(StandardCharsets.UTF_8));
        try (SampleServer asking = SampleServer.start(
                store,
                api -> api.routes(routes -> {
                    routes.add(Route.of("GET", "/who", List.of(), who));
                    routes.add(Route.of("GET", "/open", List.of(), who).withoutToken());
                }))) {
            String trace = "0af7651916cd43dd8448eb211c80319c";
            assertThat(asking.get("/who", "traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                            .body())
                    .isEqualTo("ann " + trace + " [acme, acme-child]");
            assertThat(asking.get("/who", "traceparent", "nonsense").body()).startsWith("ann null");
            assertThat(asking.sendAnonymously("GET", "/open").status()).isEqualTo(200);
            assertThat(asking.sendAnonymously("GET", "/who").status()).isEqualTo(401);
        }
    }

    /** Serves phones at a second path, where only the root tenant may change them. */
    private SampleServer reserved(AtomicReference<String> root, UnaryOperator<HttpApi.Builder> options) {
        return SampleServer.start(
                store,
                api -> options.apply(api.rootTenant(() -> Optional.ofNullable(root.get()))
                        .routes(routes -> routes.resource(Sample.PHONES)
                                .path("/reserved")
                                .rootTenantOnly(ResourceRoutes.Method.CREATE, ResourceRoutes.Method.DELETE)
                                .add())));
    }

    @Test
    void reservesRoutesToTheRootTenant() {
        AtomicReference<String> root = new AtomicReference<>("acme");
        try (SampleServer served = reserved(root, api -> api)) {
            String body = "{\"name\": \"x\"}";
            assertThat(served.post("/reserved", body, by(CHILD_TOKEN)).status()).isEqualTo(403);
            assertThat(served.get("/reserved").total()).isZero();
            assertThat(served.post("/reserved", body, "Tenant", "acme-child").status())
                    .isEqualTo(201);
            assertThat(served.delete("/reserved/1", by(CHILD_TOKEN)).status()).isEqualTo(403);
            assertThat(served.put("/reserved/1", "{}", by(CHILD_TOKEN)).status())
                    .isEqualTo(204);
            assertThat(served.delete("/phones/1", by(CHILD_TOKEN)).status()).isEqualTo(204);
        }
    }

    @Test
    void refusesReservedRoutesWhileTheRootTenantIsNotKnown() {
        AtomicReference<String> root = new AtomicReference<>();
        try (SampleServer served = reserved(root, api -> api)) {
            assertThat(served.delete("/reserved/1").status()).isEqualTo(503);
            assertThat(served.get("/reserved").status()).isEqualTo(200);
            assertThat(served.send("DELETE", "/reserved/1", null, by("unknown")).status())
                    .isEqualTo(401);
            root.set("acme");
            assertThat(served.delete("/reserved/1").status()).isEqualTo(404);
        }
    }

    @Test
    void reservesNothingWhenOpenToAll() {
        try (SampleServer open = reserved(new AtomicReference<>(), HttpApi.Builder::openToAll)) {
            assertThat(open.sendAnonymously("DELETE", "/reserved/1").status()).isEqualTo(404);
        }
    }
}
