package dev.dovetail.http.openapi;

import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every route of the sample: nothing is read, written or announced by callers without a token, or of another
 * tenant.
 *
 * <p>Each request is one that its owner gets an answer to, which is tried as well.
 */
class EveryRouteTest {
    private static final String MARK = "ofacme";
    private static final String[] OTHER = {"Authorization", "Bearer " + OTHER_TOKEN};

    /** Open to everybody: they tell what the API is, and nothing of what it holds. */
    private static final Set<String> OPEN =
            Set.of("GET /openapi.json", "GET /openapi.yml", "GET /docs", "GET /docs/{}");

    /** Open to callers of every tenant: extensions have none, and the busy forward is declared unscoped. */
    private static final Set<String> OF_NO_TENANT = Set.of(
            "GET /extensions",
            "POST /extensions",
            "GET /extensions/{}",
            "PUT /extensions/{}",
            "PATCH /extensions/{}",
            "DELETE /extensions/{}",
            "GET /extensions/{}/desks",
            "GET /extensions/{}/lines",
            "GET /desks/{}/busy",
            "PUT /desks/{}/busy");

    private static final Map<String, String> KEYS = Map.of(
            "phones", "1",
            "teams", "t",
            "desks", "1",
            "lines", "1",
            "extensions", "1");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /phones", "{'name': 'mine'}"),
            Map.entry("PUT /phones/{}", "{'description': 'mine'}"),
            Map.entry("POST /teams", "{'code': 'm', 'title': 'mine'}"),
            Map.entry("PUT /teams/{}", "{'title': 'mine'}"),
            Map.entry("PUT /teams/{}/phones", "{'phones': []}"),
            Map.entry("POST /desks", "{'name': 'mine'}"),
            Map.entry("PUT /desks/{}", "{'name': 'mine'}"),
            Map.entry("PUT /desks/{}/forwards", "{'always': {'enabled': true}}"),
            Map.entry("PUT /desks/{}/busy", "{'enabled': true}"),
            Map.entry("PUT /desks/{}/lines", "{'lines': []}"),
            Map.entry("PUT /desks/{}/extensions", "{'extensions': []}"),
            Map.entry("POST /lines", "{'name': 'mine', 'label': 'mine'}"),
            Map.entry("PUT /lines/{}", "{'label': 'mine'}"),
            Map.entry("PUT /lines/{}/extensions", "{'extensions': []}"),
            Map.entry("POST /extensions", "{'exten': '77'}"),
            Map.entry("PUT /extensions/{}", "{'exten': '77'}"),
            Map.entry("POST /batch", "[{'method': 'PUT', 'path': '/phones/1', 'body': {'description': 'mine'}}]"));

    /** Makes again what is there. */
    private static final Set<String> IDLE = Set.of(
            "PUT /teams/{}/phones/{}",
            "PUT /desks/{}/extensions/{}",
            "PUT /desks/{}/lines/{}",
            "PUT /lines/{}/extensions/{}");

    private static final OpenApi API =
            OpenApi.of("Sample", "1").json("/openapi.json").yaml("/openapi.yml").page("/docs");

    /** A server with objects of acme, and what was announced since they were made. */
    private static final class Acme implements AutoCloseable {
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final SampleServer server;

        Acme() {
            server = SampleServer.start(
                    Stores.MEMORY,
                    registry -> registry.plugins(Sample.plugins())
                            .plugins(Desks.plugins())
                            .listener(event -> events.add(event.subject())),
                    api -> api.batches().routes(API));
            server.phone("{\"name\": \"" + MARK + "\"}");
            server.team("t");
            made("/teams/t", "{'title': '" + MARK + "'}");
            made("/teams/t/phones/1", null);
            server.post("/desks", json("{'name': '" + MARK + "', 'lines': [{'name': 'l', 'label': '" + MARK + "'}]}"));
            server.post("/extensions", json("{'exten': '10'}"));
            made("/desks/1/extensions/1", null);
            made("/lines/1/extensions/1", null);
            server.registry().deliver();
            events.clear();
        }

        private void made(String path, @Nullable String body) {
            assertThat(server.put(path, body == null ? null : json(body)).status())
                    .as(path)
                    .isEqualTo(204);
        }

        /** Returns all that acme has. */
        String all() {
            return Stream.of("/phones", "/teams", "/desks", "/lines", "/extensions", "/desks/1/forwards")
                    .map(path -> server.get(path).body())
                    .collect(joining("\n"));
        }

        List<String> events() {
            server.registry().deliver();
            return List.copyOf(events);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    static List<String> routes() {
        try (Acme acme = new Acme()) {
            return acme.server.api().routes().stream()
                    .map(route -> route.method() + " " + route.path())
                    .distinct()
                    .toList();
        }
    }

    static List<String> guarded() {
        return routes().stream().filter(route -> !OPEN.contains(route)).toList();
    }

    private static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    /** Returns the path to acme's objects. */
    private static String path(String route) {
        String[] words = route.substring(route.indexOf(' ') + 2).split("/");
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i].equals("{}") ? KEYS.get(words[i - 1]) : words[i];
        }
        return "/" + String.join("/", words);
    }

    private static @Nullable String body(String route) {
        String body = BODIES.get(route.replace("PATCH", "PUT"));
        return body == null ? null : json(body);
    }

    private static Answer send(SampleServer server, String route, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (method(route).equals("PATCH")) {
            all.addAll(List.of("Content-Type", "application/merge-patch+json"));
        }
        return server.send(method(route), path(route), body(route), all.toArray(String[]::new));
    }

    @Test
    void walksRoutesThatThereAre() {
        assertThat(routes()).hasSizeGreaterThan(40).containsAll(OPEN).containsAll(OF_NO_TENANT);
        assertThat(routes()).containsAll(BODIES.keySet());
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void servesTheOwner(String route) {
        try (Acme acme = new Acme()) {
            String before = acme.all();
            Answer answer = send(acme.server, route);
            if (answer.status() == 409) { // found, and still associated
                assertThat(answer.violations()).containsExactly("still-associated");
                return;
            }
            assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
            if (!method(route).equals("GET") && !IDLE.contains(route)) {
                assertThat(acme.all()).isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void refusesCallersWithoutToken(String route) {
        try (Acme acme = new Acme()) {
            String before = acme.all();
            Answer answer = send(acme.server, route, "Authorization", "Bearer unknown");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).doesNotContain(MARK);
            assertThat(acme.server.sendAnonymously(method(route), path(route)).status())
                    .isEqualTo(401);
            assertThat(acme.all()).isEqualTo(before);
            assertThat(acme.events()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void showsOtherTenantsNothing(String route) {
        if (OF_NO_TENANT.contains(route)) {
            return;
        }
        try (Acme acme = new Acme()) {
            String before = acme.all();
            Answer answer = send(acme.server, route, OTHER);
            if (route.contains("{}")) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
                assertThat(acme.events()).isEmpty();
            }
            assertThat(answer.body()).doesNotContain(MARK);
            assertThat(acme.all()).isEqualTo(before);
        }
    }
}
