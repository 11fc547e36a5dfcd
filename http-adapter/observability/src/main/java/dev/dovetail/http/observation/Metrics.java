package dev.dovetail.http.observation;

import com.google.common.base.Suppliers;
import dev.dovetail.error.DovetailException;
import dev.dovetail.http.AnsweredRequest;
import dev.dovetail.http.RequestObserver;
import dev.dovetail.notification.outbox.Outbox.Backlog;
import dev.dovetail.plugin.PluginRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests, and what waits to be delivered, in a registry of Micrometer.
 *
 * <pre>{@code
 * HttpApi.of(registry).observer(Metrics.requests(meters));
 * Metrics.outbox(meters, registry);
 * }</pre>
 *
 * <ul>
 *   <li>{@code http.server.requests}: a timer by method, route ({@code /users/{}}; {@code none} where there is none)
 *       and status.
 *   <li>{@code dovetail.outbox.entries}, {@code .failing}, {@code .parked}: events and commands that wait, that have
 *       been tried in vain, that are set aside.
 *   <li>{@code dovetail.outbox.age}: seconds since the oldest of them was recorded; 0 when there is none.
 *   <li>{@code dovetail.outbox.away}: targets that cannot be reached.
 * </ul>
 *
 * <p>The outbox is looked at when it is asked for, once a second at most; gauges are NaN while it cannot be.
 * Thread-safe. Needs {@code io.micrometer:micrometer-core} on the path.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // who uses it has Micrometer
public final class Metrics {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final double MILLIS = 1_000;

    private Metrics() {}

    /** Returns an observer that times requests. */
    public static RequestObserver requests(MeterRegistry meters) {
        return answered -> time(meters, answered);
    }

    private static void time(MeterRegistry meters, AnsweredRequest answered) {
        Timer.builder("http.server.requests")
                .tag("method", known(answered))
                .tag("route", Objects.requireNonNullElse(answered.route(), "none"))
                .tag("status", Integer.toString(answered.response().status()))
                .register(meters)
                .record(answered.took().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Unknown methods share one tag, so clients cannot create unbounded series. */
    private static String known(AnsweredRequest answered) {
        return answered.route() == null ? "other" : answered.request().method();
    }

    /** Adds gauges of the outbox: entries waiting, failing, parked, and their age. */
    public static void outbox(MeterRegistry meters, PluginRegistry registry) {
        Supplier<@Nullable Backlog> backlog =
                Suppliers.memoizeWithExpiration(() -> backlog(registry), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        gauge(meters, "entries", backlog, Backlog::entries);
        gauge(meters, "failing", backlog, Backlog::failing);
        gauge(meters, "parked", backlog, Backlog::parked);
        gauge(meters, "age", backlog, known -> age(known, registry.clock().instant()));
        Gauge.builder(
                        "dovetail.outbox.away",
                        registry,
                        from -> from.relay().away().size())
                .strongReference(true)
                .register(meters);
    }

    private static void gauge(
            MeterRegistry meters, String name, Supplier<@Nullable Backlog> backlog, ToDoubleFunction<Backlog> value) {
        Gauge.builder("dovetail.outbox." + name, () -> {
                    Backlog known = backlog.get();
                    return known == null ? Double.NaN : value.applyAsDouble(known);
                })
                .strongReference(true)
                .register(meters);
    }

    private static double age(Backlog backlog, Instant now) {
        Instant oldest = backlog.oldest();
        return oldest == null ? 0 : Duration.between(oldest, now).toMillis() / MILLIS;
    }

    private static @Nullable Backlog backlog(PluginRegistry registry) {
        try {
            return registry.backlog();
        } catch (DovetailException e) {
            return null;
        }
    }
}
