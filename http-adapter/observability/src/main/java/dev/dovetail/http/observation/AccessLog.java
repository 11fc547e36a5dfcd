package dev.dovetail.http.observation;

import dev.dovetail.http.AnsweredRequest;
import dev.dovetail.http.RequestObserver;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line per request, at level INFO to the logger {@code dev.dovetail.http.requests}: method, path, status,
 * bytes of the body, milliseconds, actor, trace.
 *
 * <pre>{@code
 * GET /users/12 200 513 B 3.2 ms actor=admin trace=0af7651916cd43dd8448eb211c80319c
 * }</pre>
 *
 * <p>Queries, headers and bodies are left out: they may hold secrets. The path is as sent, percent-encoded, so that
 * none can forge a line. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AccessLog implements RequestObserver {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Logger log;

    private AccessLog(Logger log) {
        this.log = log;
    }

    /** Returns a log. */
    public static AccessLog create() {
        return new AccessLog(LoggerFactory.getLogger("dev.dovetail.http.requests"));
    }

    @Override
    public void answered(AnsweredRequest answered) {
        if (log.isInfoEnabled()) {
            log.info(line(answered));
        }
    }

    private static String line(AnsweredRequest answered) {
        return "%s %s %d %d B %.1f ms actor=%s trace=%s"
                .formatted(
                        printable(answered.request().method()),
                        printable(answered.request().path()),
                        answered.response().status(),
                        answered.response().body().length,
                        answered.took().toNanos() / NANOS_PER_MILLI,
                        printable(Objects.requireNonNullElse(answered.actor(), "-")),
                        Objects.requireNonNullElse(answered.traceId(), "-"));
    }

    private static String printable(String text) {
        return text.codePoints().allMatch(c -> c > ' ' && c != 0x7f) ? text : text.replaceAll("[\\p{Cntrl}\\s]", "?");
    }
}
