package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.http.management.HealthCheck;
import dev.dovetail.http.management.Management;
import dev.dovetail.http.observation.AccessLog;
import dev.dovetail.http.observation.Metrics;
import dev.dovetail.plugin.PluginRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What operators see of the server, where they asked for it: a log of requests, health and metrics on a port of its
 * own.
 */
final class Observed implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Options options;
    private final @Nullable PrometheusMeterRegistry meters;
    private @Nullable HttpServer http;

    private Observed(Options options) {
        this.options = options;
        this.meters = options.managementPort == null ? null : new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    static Observed by(Options options) {
        return new Observed(options);
    }

    HttpApi.Builder observe(HttpApi.Builder api) {
        if (options.accessLog) {
            api.observer(AccessLog.create());
        }
        if (meters != null) {
            api.observer(Metrics.requests(meters));
        }
        return api;
    }

    /** Starts to answer at the port asked for, if any. */
    void start(PluginRegistry registry) {
        Integer port = options.managementPort;
        if (port == null || meters == null) {
            return;
        }
        Metrics.outbox(meters, registry);
        Management management = Management.builder()
                .needs("database", HealthCheck.store(registry))
                .watches("targets", HealthCheck.targets(registry))
                .watches("backlog", HealthCheck.backlog(registry, LONGEST_WAIT))
                .metrics(meters::scrape)
                .info("name", "dovetail-telephony")
                .info(
                        "version",
                        Objects.requireNonNullElse(
                                Observed.class.getPackage().getImplementationVersion(), "not packaged"))
                .build();
        try {
            http = HttpServer.builder().port(port).start(management);
        } catch (IOException e) {
            throw new SetupException("--management-port: " + e.getMessage(), e);
        }
    }

    /** Returns where health and metrics are told; null if nowhere. */
    @Nullable
    String url() {
        HttpServer started = http;
        return started == null ? null : started.url();
    }

    @Override
    public void close() {
        HttpServer started = http;
        if (started != null) {
            started.close();
        }
    }
}
