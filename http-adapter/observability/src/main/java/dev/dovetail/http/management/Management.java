package dev.dovetail.http.management;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers an operator's tools. To be served on a port of its own, on the loopback interface: it asks for no token.
 *
 * <pre>{@code
 * Management management = Management.builder()
 *         .needs("database", HealthCheck.store(registry))
 *         .watches("targets", HealthCheck.targets(registry))
 *         .metrics(prometheus::scrape)
 *         .build();
 * HttpServer.builder().port(9487).start(management);
 * }</pre>
 *
 * <ul>
 *   <li>{@code GET /health/live}: 200 as long as anything answers.
 *   <li>{@code GET /health/ready}: 200 if all that is needed is well, else 503, with the state of each. What is only
 *       watched is told and changes nothing: events wait in the outbox while a broker is away, so requests can still be
 *       served.
 *   <li>{@code GET /metrics}: as Prometheus reads them; 404 without {@link Builder#metrics}.
 *   <li>{@code GET /info}: what was built and when.
 * </ul>
 *
 * <p>Immutable and thread-safe. A check that hangs keeps its request waiting; give stores time-outs.
 *
 * @since 0.1
 */
public final class Management implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Management.class);
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final String STATUS = "status";

    private final Map<String, Check> checks;
    private final Map<String, String> info;
    private final @Nullable Supplier<String> metrics;
    private final Json json = new Json(true);

    private record Check(HealthCheck check, boolean needed) {}

    private Management(Builder builder) {
        this.checks = new LinkedHashMap<>(builder.checks);
        this.info = new LinkedHashMap<>(builder.info);
        this.metrics = builder.metrics;
    }

    /** Returns a builder without checks and metrics. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Response handle(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Response.of(405).with("Allow", "GET, HEAD");
        }
        return switch (request.path()) {
            case "/health/live" -> answer(200, node().put(STATUS, "UP"));
            case "/health/ready" -> ready();
            case "/metrics" ->
                metrics == null
                        ? Response.of(404)
                        : Response.of(200, PROMETHEUS, metrics.get().getBytes(StandardCharsets.UTF_8));
            case "/info" -> info();
            default -> Response.of(404);
        };
    }

    private Response ready() {
        boolean ready = true;
        ObjectNode states = node();
        for (Map.Entry<String, Check> one : checks.entrySet()) {
            Optional<String> fault = fault(one.getKey(), one.getValue().check());
            ObjectNode state = states.putObject(one.getKey()).put(STATUS, fault.isEmpty() ? "UP" : "DOWN");
            fault.ifPresent(why -> state.put("detail", why));
            ready &= fault.isEmpty() || !one.getValue().needed();
        }
        ObjectNode answer = node().put(STATUS, ready ? "UP" : "DOWN");
        answer.set("checks", states);
        return answer(ready ? 200 : 503, answer);
    }

    private static Optional<String> fault(String name, HealthCheck check) {
        try {
            return check.fault();
        } catch (DovetailException e) {
            LOG.debug("Check {} failed", name, e);
            return Optional.of(e.kind().name());
        } catch (RuntimeException e) {
            LOG.warn("Check {} failed", name, e);
            return Optional.of("the check failed, see the log");
        }
    }

    private Response info() {
        ObjectNode answer = node();
        info.forEach(answer::put);
        return answer(200, answer);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private Response answer(int status, ObjectNode body) {
        return Response.json(status, json.write(body)).with("Cache-Control", "no-store");
    }

    @Override
    public Response refuse(int status) {
        return Response.of(status);
    }

    /** Returns 0: nothing takes a body. */
    @Override
    public long maxBody() {
        return 0;
    }

    /**
     * Builds a handler. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Map<String, Check> checks = new LinkedHashMap<>();
        private final Map<String, String> info = new LinkedHashMap<>();
        private @Nullable Supplier<String> metrics;

        private Builder() {}

        /** Adds a readiness check: without it no request can be served. */
        public Builder needs(String name, HealthCheck check) {
            checks.put(name, new Check(check, true));
            return this;
        }

        /** Adds a check that is told, but does not make the application unready. */
        public Builder watches(String name, HealthCheck check) {
            checks.put(name, new Check(check, false));
            return this;
        }

        /** Sets what gives metrics in the text format of Prometheus, version 0.0.4. */
        public Builder metrics(Supplier<String> scrape) {
            this.metrics = scrape;
            return this;
        }

        /** Adds a line to what {@code /info} tells, such as the version. */
        public Builder info(String name, String value) {
            info.put(name, value);
            return this;
        }

        /** Returns what answers. */
        public Management build() {
            return new Management(this);
        }
    }
}
