package dev.dovetail.http.observation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.dovetail.http.AnsweredRequest;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

final class ObservationTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void tellsEveryRequestWithItsRouteActorAndTrace() {
        List<AnsweredRequest> told = new CopyOnWriteArrayList<>();
        List<String> traces = new CopyOnWriteArrayList<>();
        try (SampleServer server = SampleServer.start(
                Stores.MEMORY,
                api -> api.observer(told::add).observer(answered -> traces.add(String.valueOf(MDC.get("trace_id")))))) {
            server.get("/phones/7", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
            server.get("/phones");
            server.get("/nowhere");
        }
        assertThat(told)
                .extracting(one -> one.route() + " " + one.actor() + " " + one.traceId() + " "
                        + one.response().status())
                .containsExactly("/phones/{} ann " + TRACE + " 404", "/phones ann null 200", "null null null 404");
        assertThat(told).allMatch(one -> one.took().toNanos() > 0);
        assertThat(traces).containsExactly(TRACE, "null", "null");
    }

    @Test
    void timesRequestsByRouteNotByPath() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (SampleServer server = SampleServer.start(Stores.MEMORY, api -> api.observer(Metrics.requests(meters)))) {
            server.get("/phones/7");
            server.get("/phones/8");
            server.get("/wp-login.php");
        }
        assertThat(meters.scrape())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"/phones/{}\",status=\"404\"} 2")
                .contains("route=\"none\"")
                .doesNotContain("wp-login");
    }

    @Test
    void showsWhatWaitsToBeDelivered() {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (SampleServer server = SampleServer.start(Stores.MEMORY)) {
            Metrics.outbox(meters, server.registry());
            assertThat(meters.scrape())
                    .contains("dovetail_outbox_entries 0.0", "dovetail_outbox_age 0.0", "dovetail_outbox_away 0.0");
        }
    }

    @Test
    void logsALinePerRequestWithoutSecrets() {
        Logger logger = (Logger) LoggerFactory.getLogger("dev.dovetail.http.requests");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            AccessLog log = AccessLog.create();
            log.answered(answered("GET", "/users/12", "ann", TRACE));
            log.answered(answered("GET\nFORGED", "/users", null, null));
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "GET /users/12 200 2 B 1.5 ms actor=ann trace=" + TRACE,
                        "GET?FORGED /users 200 2 B 1.5 ms actor=- trace=-");
    }

    private static AnsweredRequest answered(
            String method, String path, @Nullable String actor, @Nullable String trace) {
        Request request = new Request(method, path, "token=s3cret", name -> null, new byte[0], "http://127.0.0.1");
        return new AnsweredRequest(
                request,
                Response.json(200, new byte[2]),
                null,
                actor,
                trace,
                Duration.ofMillis(1).plusNanos(500_000));
    }
}
