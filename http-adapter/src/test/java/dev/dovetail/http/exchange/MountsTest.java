package dev.dovetail.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.http.sample.FakeHandler;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MountsTest {
    private static final Mounts MOUNTS =
            Mounts.of("/a", named("a", 5)).and("/a/b", named("b", 3)).and("/c", named("c", 4));

    private static FakeHandler named(String name, long maxBody) {
        return new FakeHandler(request -> FakeHandler.text(200, name + " " + request.path()), maxBody);
    }

    private static String asked(String path, String body) {
        Request request = new Request(
                "GET", path, null, header -> null, body.getBytes(StandardCharsets.UTF_8), "http://localhost");
        return new String(MOUNTS.handle(request).body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"/a, a", "/a/x, a", "/a/b, b", "/a/b/x, b", "/a/bx, a", "/c/x, c", "/cx, a", "/, a"})
    void handsRequestsToWhereTheirPathLeads(String path, String handler) {
        assertThat(asked(path, "")).isEqualTo(handler + " " + path);
    }

    @Test
    void boundsBodiesForEachHandler() {
        assertThat(MOUNTS.maxBody()).isEqualTo(5);
        assertThat(asked("/a/b/x", "123")).isEqualTo("b /a/b/x");
        assertThat(asked("/a/b/x", "1234")).isEqualTo("refused with 413");
        assertThat(MOUNTS.refuse(503).status()).isEqualTo(503);
    }

    @Test
    void refusesTheSamePathTwice() {
        assertThatThrownBy(() -> MOUNTS.and("/c", named("d", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/c");
    }
}
