package dev.dovetail.http.event;

import static dev.dovetail.http.sample.SampleServer.CHILD_TOKEN;
import static dev.dovetail.http.sample.SampleServer.LISTENER_TOKEN;
import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static dev.dovetail.http.sample.SampleServer.READER_TOKEN;
import static dev.dovetail.http.sample.SampleServer.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Listener;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Listens to the stream of events over a socket. */
@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class EventStreamsTest {
    private static final String AUTHORIZATION = "Authorization";
    private static final EventOptions QUICK = EventOptions.standard().heartbeat(Duration.ofMillis(100));

    @Parameter
    Stores store;

    private SampleServer server;

    private static SampleServer streaming(Stores store, EventOptions options) {
        return streaming(store, options, api -> api);
    }

    private static SampleServer streaming(Stores store, EventOptions options, UnaryOperator<HttpApi.Builder> more) {
        return SampleServer.streaming(store, (stream, api) -> more.apply(api.routes(EventStreams.of(stream, options))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Listener opened(String query, String token, String... headers) {
        Listener listener = server.listen(query, token, headers);
        assertThat(listener.response().statusCode()).isEqualTo(200);
        assertThat(listener.next().id()).as("where it begins").matches("[0-9a-f]{8}-[0-9]+");
        return listener;
    }

    private void phones(String... names) {
        for (String name : names) {
            server.phone("{\"name\": \"" + name + "\"}");
        }
    }

    @Test
    void tellsOfEventsAsCloudEvents() {
        server = streaming(store, EventOptions.standard().source("/sample"));
        try (Listener listener = opened("", TOKEN)) {
            assertThat(listener.response().headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(listener.response().headers().firstValue("Cache-Control"))
                    .contains("no-cache");
            server.post(
                    "/phones",
                    "{\"name\": \"a\", \"description\": \"two\\nlines\"}",
                    "traceparent",
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
            Listener.Block created = listener.event();
            assertThat(created.event()).isEqualTo("phone_created");
            assertThat(created.id()).endsWith("-1");
            assertThat(created.json().get("specversion").asString()).isEqualTo("1.0");
            assertThat(created.json().get("source").asString()).isEqualTo("/sample");
            assertThat(created.json().get("subject").asString()).isEqualTo("Phone/1");
            assertThat(created.json().get("traceparent").asString()).contains("0af7651916cd43dd8448eb211c80319c");
            assertThat(created.json().get("data").get("description").asString()).isEqualTo("two\nlines");
            server.put("/phones/1", "{\"priority\": 3}");
            server.delete("/phones/1");
            assertThat(listener.told(2)).containsExactly("phone_edited Phone/1", "phone_deleted Phone/1");
        }
    }

    @Test
    void tellsEachOfItsOwnTenantsAlone() {
        server = streaming(store, QUICK);
        try (Listener parent = opened("", TOKEN);
                Listener narrow = opened("", TOKEN, "Tenant", "acme-child");
                Listener child = opened("", CHILD_TOKEN);
                Listener other = opened("", OTHER_TOKEN)) {
            phones("one");
            server.phone("{\"name\": \"two\"}", AUTHORIZATION, "Bearer " + CHILD_TOKEN);
            server.phone("{\"name\": \"three\"}", AUTHORIZATION, "Bearer " + OTHER_TOKEN);
            server.phone("{\"name\": \"four\"}", "Tenant", "acme-child");
            assertThat(parent.told(3))
                    .containsExactly("phone_created Phone/1", "phone_created Phone/2", "phone_created Phone/4");
            assertThat(narrow.told(2)).containsExactly("phone_created Phone/2", "phone_created Phone/4");
            assertThat(child.told(2)).containsExactly("phone_created Phone/2", "phone_created Phone/4");
            assertThat(other.told(1)).containsExactly("phone_created Phone/3");
            assertThat(other.next())
                    .as("a heartbeat, which moves it on")
                    .extracting(Listener.Block::data)
                    .isEqualTo("");
            assertThat(other.next().id()).endsWith("-4");
        }
    }

    @Test
    void tellsOfTheNamesThatAreAskedForAndGranted() {
        server = streaming(store, EventOptions.standard());
        try (Listener some = opened("?name=phone_deleted,phone_edited&name=other", TOKEN);
                Listener granted = opened("", LISTENER_TOKEN);
                Listener all = opened("", TOKEN)) {
            phones("one");
            server.put("/phones/1", "{\"priority\": 3}");
            server.delete("/phones/1");
            phones("two");
            assertThat(all.told(4)).hasSize(4);
            assertThat(some.told(2)).containsExactly("phone_edited Phone/1", "phone_deleted Phone/1");
            assertThat(granted.told(2)).containsExactly("phone_created Phone/1", "phone_created Phone/2");
        }
    }

    @Test
    void refusesWhoMayNotListen() {
        server = streaming(store, EventOptions.standard());
        assertThat(server.sendAnonymously("GET", "/events").status()).isEqualTo(401);
        assertThat(server.get("/events", AUTHORIZATION, "Bearer none").status()).isEqualTo(401);
        assertThat(server.get("/events", AUTHORIZATION, "Bearer " + READER_TOKEN)
                        .status())
                .isEqualTo(403);
        assertThat(server.get("/events", "Tenant", "other").status()).isEqualTo(403);
        assertThat(server.get("/events", "Accept", "application/json").status()).isEqualTo(406);
        assertThat(server.send("HEAD", "/events", null).header("Content-Type")).contains("text/event-stream");
        assertThat(server.post("/events", "{}").status()).isEqualTo(405);
    }

    @Test
    void goesOnWhereAReaderWas() {
        server = streaming(store, EventOptions.standard());
        String last;
        try (Listener listener = opened("", TOKEN)) {
            phones("one", "two");
            assertThat(listener.event().told()).isEqualTo("phone_created Phone/1");
            last = listener.event().id();
        }
        phones("three", "four");
        server.phone("{\"name\": \"five\"}", AUTHORIZATION, "Bearer " + OTHER_TOKEN);
        try (Listener again = opened("", TOKEN, "Last-Event-ID", last);
                Listener byQuery = opened("?last_event_id=" + last, TOKEN)) {
            phones("six");
            List<String> missed = List.of("phone_created Phone/3", "phone_created Phone/4", "phone_created Phone/6");
            assertThat(again.told(3)).isEqualTo(missed);
            assertThat(byQuery.told(3)).isEqualTo(missed);
        }
    }

    @Test
    void tellsWhoMissedWhatIsGone() {
        server = streaming(store, EventOptions.standard());
        String first;
        try (Listener listener = opened("", TOKEN)) {
            phones("one");
            first = listener.event().id();
        }
        for (int i = 0; i < 600; i++) {
            server.put("/phones/1", "{\"priority\": " + (1 + i % 9) + "}");
        }
        for (String gone : List.of(first, "00000000-1", first + "99999", "nonsense\"")) {
            try (Listener again = opened("", TOKEN, "Last-Event-ID", gone)) {
                Listener.Block lost = again.event();
                assertThat(lost.event()).isEqualTo("events_lost");
                assertThat(lost.json().get("after").asString()).isEqualTo(gone);
                server.put("/phones/1", "{\"description\": \"news\"}");
                assertThat(again.event().json().get("data").get("description").asString())
                        .isEqualTo("news");
            }
        }
    }

    @Test
    void beatsWhileNothingHappens() {
        server = streaming(store, QUICK);
        try (Listener listener = opened("", TOKEN)) {
            assertThat(listener.next()).isEqualTo(listener.next());
        }
    }

    @Test
    void endsWhenTheTokenIsNoLongerGood() {
        AtomicBoolean revoked = new AtomicBoolean();
        server = streaming(
                store,
                QUICK,
                api -> api.tokens(credentials -> {
                            if (revoked.get()) {
                                throw Errors.technical(ErrorKind.UNAUTHENTICATED, "revoked", null);
                            }
                            return new Principal("ann", "acme");
                        })
                        .tenants(TenantResolver.none()));
        try (Listener listener = opened("", TOKEN)) {
            phones("one");
            assertThat(listener.told(1)).hasSize(1);
            revoked.set(true);
            assertThat(listener.event()).isEqualTo(Listener.END);
        }
    }

    @Test
    void hasRoomForSoManyReadersAndForOthersWhenTheyLeave() {
        server = streaming(store, QUICK.readers(1));
        try (Listener listener = opened("", TOKEN)) {
            Answer refused = server.get("/events");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).contains("5");
            assertThat(listener.next()).isNotNull();
        }
        int status = 503;
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (status == 503 && System.nanoTime() < until) { // it is missed at the next heartbeat
            try (Listener next = server.listen("", TOKEN)) {
                status = next.response().statusCode();
            }
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void endsWhenTheServerStops() {
        server = streaming(store, EventOptions.standard());
        try (Listener listener = opened("", TOKEN)) {
            long begun = System.nanoTime();
            server.close();
            assertThat(listener.event()).isEqualTo(Listener.END);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void endsStreamsThatTheApplicationWantsToEnd() {
        server = streaming(store, EventOptions.standard());
        try (Listener listener = opened("", TOKEN)) {
            server.api().endStreams();
            assertThat(listener.event()).isEqualTo(Listener.END);
        }
    }

    @Test
    void isInTheDocument() {
        server = streaming(
                store,
                EventOptions.standard(),
                api -> api.routes(OpenApi.of("Sample", "1").json("/openapi.json")));
        JsonNode get = server.get("/openapi.json").json().at("/paths/~1events/get");
        assertThat(get.at("/responses/200/content").propertyNames()).containsExactly("text/event-stream");
        assertThat(get.get("parameters")
                        .valueStream()
                        .map(each -> each.path("name").asString("")))
                .contains("name", "last_event_id", "Last-Event-ID");
    }

    @Test
    void refusesOptionsThatMakeNoSense() {
        server = SampleServer.start(store);
        assertThatThrownBy(() -> EventOptions.standard().readers(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventOptions.standard().heartbeat(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
