package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Gauge;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values that are accepted come back as they are, and others are refused where they stand. */
class ValuesTest {
    private static final Resource<Gauge, Long> GAUGES =
            Resource.of(Gauge.class, Gauge::id).build();

    private SampleServer server;

    private void start(Stores store) {
        server = SampleServer.start(
                store, registry -> registry.plugins(Sample.plugins()).plugins(ResourcePlugin.of(GAUGES)), api -> api);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer gauge(String id, String amount, String ratio, String more) {
        return server.post(
                "/gauges", "{\"id\": " + id + ", \"amount\": " + amount + ", \"ratio\": " + ratio + more + "}");
    }

    private String path(Answer created) {
        return URI.create(created.header("Location").orElseThrow()).getRawPath();
    }

    /** A decimal went through a double on its way, and lost what is beyond 17 digits. */
    @ParameterizedTest
    @EnumSource
    void keepsNumbersToTheLastDigit(Stores store) {
        start(store);
        Answer created = gauge("1", "123456789012345678901234567890.0123456789", "0.1", "");

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body()).contains("\"amount\":123456789012345678901234567890.0123456789");
        assertThat(server.get("/gauges/1").body()).isEqualTo(created.body());
        assertThat(server.get("/gauges?amount=123456789012345678901234567890.01234567890")
                        .total())
                .isEqualTo(1);
        assertThat(server.get("/gauges?amount=123456789012345678901234567890.0123456788")
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesNumbersThatItWouldChange(Stores store) {
        start(store);

        assertThat(gauge("1", "1e999999999", "1", "").violations()).containsExactly("/amount digits");
        assertThat(gauge("1", "1e-999999999", "1", "").violations()).containsExactly("/amount digits");
        assertThat(gauge("1", "1", "1e400", "").violations()).containsExactly("/ratio double");
        assertThat(gauge("1", "1", "0.12345678901234567890", "").violations()).containsExactly("/ratio double");
        assertThat(gauge("1", "1", "1", ", \"at\": \"+10000-01-01T00:00:00Z\"").violations())
                .containsExactly("/at time-range");
        assertThat(gauge("1", "1" + "0".repeat(5_000), "1", "").status()).isEqualTo(400);
        assertThat(server.get("/gauges").total()).isZero();
        if (store == Stores.H2) {
            assertThat(gauge("1", "0.12345678901", "1", "").violations()).containsExactly("/amount does-not-fit");
            assertThat(gauge("1", "1e30", "1", "").violations()).containsExactly("/amount does-not-fit");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatAConstructorRefuses(Stores store) {
        start(store);

        assertThat(gauge("1", "1", "1", ", \"span\": {\"name\": \"a\", \"from\": 2, \"to\": 1}")
                        .violations())
                .containsExactly("/span refused");
        assertThat(gauge("1", "1", "1", ", \"span\": {\"name\": \"\\ud800\", \"from\": 2, \"to\": 1}")
                        .violations())
                .containsExactly("/span/name unicode");
    }

    @ParameterizedTest
    @EnumSource
    void answersWhatIsStored(Stores store) {
        start(store);
        Answer created = gauge("1", "1e3", "-0.0", ", \"at\": \"2026-11-24T10:11:12.123456789Z\"");

        assertThat(created.json().get("at").asString()).isEqualTo("2026-11-24T10:11:12.123456Z");
        assertThat(created.json().get("ratio").asDouble()).isZero();
        assertThat(server.get("/gauges/1").body()).isEqualTo(created.body());
        assertThat(server.get("/gauges?at=2026-11-24T10:11:12.123456001Z").total())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void addressesEveryNumberAsAKey(Stores store) {
        start(store);
        for (long key : List.of(Long.MIN_VALUE, Long.MAX_VALUE, -1L, 0L, 999_999_999_999_999_999L)) {
            Answer created = gauge(Long.toString(key), "1", "1", "");

            assertThat(created.status()).as(created.body()).isEqualTo(201);
            assertThat(server.get(path(created)).body()).isEqualTo(created.body());
            assertThat(server.delete(path(created)).status()).isEqualTo(204);
        }
        assertThat(server.get("/gauges/9223372036854775808").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void addressesEveryTextAsAKey(Stores store) {
        start(store);
        for (String key : List.of(
                "/",
                "\\",
                "%",
                "%2F",
                "a/../b",
                ";a=b",
                "...",
                " ",
                "\n",
                "\u0001",
                "+",
                "?#",
                "ключ",
                "😀".repeat(255))) {
            String json = JsonNodeFactory.instance.stringNode(key).toString();
            Answer created = server.post("/teams", "{\"code\": " + json + ", \"title\": \"a\"}");

            assertThat(created.status()).as(key + created.body()).isEqualTo(201);
            assertThat(created.json().get("code").asString()).isEqualTo(key);
            assertThat(server.put(path(created), "{\"title\": \"b\"}").status())
                    .as(key)
                    .isEqualTo(204);
            assertThat(server.get(path(created)).json().get("title").asString()).isEqualTo("b");
            assertThat(server.delete(path(created)).status()).isEqualTo(204);
        }
        for (String key : List.of("", ".", "..", "a".repeat(256))) {
            assertThat(server.post("/teams", "{\"code\": \"" + key + "\", \"title\": \"a\"}")
                            .violations())
                    .containsExactly("/code key");
        }
        assertThat(server.get("/teams").total()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void refusesTextsThatAreNotUnicode(Stores store) {
        start(store);

        assertThat(server.post("/teams", "{\"code\": \"a\", \"title\": \"\\u0000\"}")
                        .violations())
                .containsExactly("/title unicode");
        assertThat(server.post("/teams", "{\"code\": \"\\ud800\", \"title\": \"a\"}")
                        .violations())
                .containsExactly("/code unicode");
        for (String path : List.of(
                "/teams/%00", "/teams/%ED%A0%80", "/teams?code=%00", "/teams?code=%ED%A0%80", "/teams?search=%FF")) {
            assertThat(server.get(path).status()).as(path).isEqualTo(400);
        }
        assertThat(server.get("/teams?code=%EF%BF%BD").status()).isEqualTo(200);
    }
}
