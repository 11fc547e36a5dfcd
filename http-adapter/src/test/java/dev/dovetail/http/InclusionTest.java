package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.http.style.ApiStyle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InclusionTest {
    private SampleServer server;

    @BeforeEach
    void serve() {
        server = start(ApiStyle.standard());
    }

    private static SampleServer start(ApiStyle style) {
        SampleServer started = SampleServer.start(
                Stores.MEMORY, registry -> registry.plugins(Desks.plugins()), api -> api.style(style));
        started.post(
                "/desks", "{\"name\": \"Desk\", \"lines\": [{\"name\": \"l\"}], \"extension\": {\"exten\": \"1\"}}");
        return started;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'id,tenant,name,forwards,extension,lines'",
        "'include=', 'id,tenant,name'",
        "'include=lines', 'id,tenant,name,lines'",
        "'include=lines,extension', 'id,tenant,name,extension,lines'",
        "'include=forwards,,lines', 'id,tenant,name,forwards,lines'",
    })
    void embedsWhatTheCallerWants(String query, String fields) {
        for (JsonNode desk : List.of(
                server.get("/desks/1?" + query).json(),
                server.get("/desks?" + query).json().at("/items/0"))) {
            assertThat(String.join(",", new ArrayList<>(desk.propertyNames()))).isEqualTo(fields);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"include=nothing", "include=lines,name", "include=lines.id"})
    void namesWhatThereIs(String query) {
        for (String path : List.of("/desks", "/desks/1")) {
            Answer answer = server.get(path + "?" + query);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violations()).containsExactly("/include query-include");
            assertThat(answer.json().at("/violations/0/message").asString()).contains("extension, forwards, lines");
        }
    }

    @Test
    void stillReadsPatchesAgainstAllOfAnObject() {
        assertThat(server.send("PATCH", "/desks/1?include=", "{\"name\": \"new\"}")
                        .violations())
                .containsExactly("/include unknown-parameter");
        assertThat(server.send("PATCH", "/desks/1", "{\"name\": \"new\"}").status())
                .isEqualTo(204);
        assertThat(server.get("/desks/1?include=").json().get("name").asString())
                .isEqualTo("new");
    }

    @Test
    void ignoresTheChoiceWhenTheProtocolIsBasic() {
        try (SampleServer basic = start(new PlainStyle())) {
            assertThat(basic.get("/desks/1?include=nothing").json().has("lines"))
                    .isTrue();
        }
    }
}
