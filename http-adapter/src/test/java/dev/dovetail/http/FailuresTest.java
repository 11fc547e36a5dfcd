package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.error.ProblemRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on our side is answered, and says nothing of its cause. */
class FailuresTest {
    private SampleServer server;

    @BeforeEach
    void serve() {
        server = SampleServer.start(Stores.H2);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static void assertSaysNothing(Answer answer) {
        assertThat(answer.body())
                .doesNotContainIgnoringCase("exception")
                .doesNotContainIgnoringCase("select")
                .doesNotContain("secret", "dev.dovetail", "java.", "org.h2", "jdbc", "Hikari", "phones (");
    }

    @Test
    void saysNothingOfAFaultInARule() {
        Answer answer = server.post("/phones", "{\"name\": \"fail\"}");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertSaysNothing(answer);
        assertThat(server.get("/phones").total()).isZero();
    }

    @Test
    void saysNothingOfAStoreThatFails() {
        server.registry().close();
        for (Answer answer : new Answer[] {
            server.get("/phones"), server.get("/phones/1"), server.post("/phones", "{\"name\": \"n\"}")
        }) {
            assertThat(answer.status()).isIn(500, 503);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertSaysNothing(answer);
        }
    }

    @Test
    void survivesARendererThatFails() {
        ErrorRenderer failing = (ErrorRenderer) Proxy.newProxyInstance(
                ErrorRenderer.class.getClassLoader(),
                new Class<?>[] {ErrorRenderer.class},
                (proxy, method, arguments) -> {
                    throw new IllegalStateException(Sample.SECRET);
                });
        try (SampleServer broken = SampleServer.start(Stores.H2, api -> api.errors(failing))) {
            Answer answer = broken.get("/phones/1");
            assertThat(answer.status()).isEqualTo(500);
            assertSaysNothing(answer);
            assertThat(broken.get("/phones").status()).isEqualTo(200);
        }
    }

    @Test
    void letsAnApplicationRenderItsOwnWay() {
        ErrorRenderer standard = new ProblemRenderer(Naming.CAMEL_CASE);
        ErrorRenderer own = (ErrorRenderer) Proxy.newProxyInstance(
                ErrorRenderer.class.getClassLoader(),
                new Class<?>[] {ErrorRenderer.class},
                (proxy, method, arguments) -> method.getName().equals("render")
                        ? text((DovetailException) arguments[0], (Request) arguments[1])
                        : method.invoke(standard, arguments));
        try (SampleServer custom = SampleServer.start(Stores.H2, api -> api.errors(own))) {
            assertThat(custom.get("/phones/1").body()).isEqualTo("/phones/1: not_found");
        }
    }

    private static Response text(DovetailException failure, Request request) {
        String text = request.path() + ": " + failure.kind().name().toLowerCase(Locale.ROOT);
        return Response.of(400, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }
}
