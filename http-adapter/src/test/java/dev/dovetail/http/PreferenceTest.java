package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest extends ServedTest {
    private static final String DESK = "{\"name\": \"Desk\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return=representation",
                "RETURN = \"representation\"; x=1",
                "wait=10, return=representation",
                "return=representation, return=minimal"
            })
    void showsTheObjectAfterAnEdit(String prefer) {
        server.phone(DESK);
        for (String method : List.of("PUT", "PATCH")) {
            Answer answer = server.send(method, "/phones/1", "{\"description\": \"" + method + "\"}", "Prefer", prefer);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Preference-Applied")).contains("return=representation");
            Answer got = server.get("/phones/1");
            assertThat(answer.body()).isEqualTo(got.body()).contains("\"description\":\"" + method + "\"");
            assertThat(answer.header("ETag")).isEqualTo(got.header("ETag"));
        }
    }

    @Test
    void tellsNoMoreThanThatItWasDone() {
        Answer created = server.post("/phones", DESK, "Prefer", "return=minimal");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isEmpty();
        assertThat(created.header("Location")).contains(server.url() + "/phones/1");
        assertThat(created.header("ETag")).contains("\"1\"");
        assertThat(created.header("Preference-Applied")).contains("return=minimal");
        Answer edited = server.put("/phones/1", "{}", "Prefer", "return=minimal");
        assertThat(edited.status()).isEqualTo(204);
        assertThat(edited.header("Preference-Applied")).contains("return=minimal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-async", "return=all", "returns=minimal", "return", "\"", "x=\"return=minimal\""})
    void passesOverWhatItDoesNotKnow(String prefer) {
        Answer created = server.post("/phones", DESK, "Prefer", prefer);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body()).isNotEmpty();
        assertThat(created.header("Preference-Applied")).isEmpty();
        assertThat(server.put("/phones/1", "{}", "Prefer", prefer).status()).isEqualTo(204);
    }

    @Test
    void looksAtNoPreferenceWhenTheProtocolIsBasic() {
        try (SampleServer basic = SampleServer.start(store, api -> api.style(new PlainStyle()))) {
            assertThat(basic.post("/phones", DESK, "Prefer", "return=minimal").body())
                    .isNotEmpty();
            assertThat(basic.put("/phones/1", "{}", "Prefer", "return=representation")
                            .status())
                    .isEqualTo(204);
        }
    }
}
