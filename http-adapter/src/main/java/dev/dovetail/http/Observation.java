package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.http.Dispatcher.Admitted;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Follows one request: its trace id is in the log's context until it is closed, and observers are told of its answer.
 */
final class Observation implements AutoCloseable {
    private static final String TRACE_ID = "trace_id";

    private final Request request;
    private final List<RequestObserver> observers;
    private final long begun;
    private @Nullable Admitted admitted;

    Observation(Request request, List<RequestObserver> observers) {
        this.request = request;
        this.observers = observers;
        this.begun = observers.isEmpty() ? 0 : System.nanoTime();
    }

    /** Takes note of who sent it, and returns it. */
    Admitted admitted(Admitted known) {
        this.admitted = known;
        String trace = known.exchange().call().traceId();
        if (trace != null) {
            MDC.put(TRACE_ID, trace);
        }
        return known;
    }

    /** Tells the observers, and returns the answer. */
    Response answered(Response answer) {
        if (!observers.isEmpty()) {
            Admitted known = admitted;
            CallContext call = known == null ? null : known.exchange().call();
            AnsweredRequest answered = new AnsweredRequest(
                    request,
                    answer,
                    known == null ? null : known.route().path(),
                    call == null ? null : call.actor(),
                    call == null ? null : call.traceId(),
                    Duration.ofNanos(System.nanoTime() - begun));
            observers.forEach(observer -> observer.answered(answered));
        }
        return answer;
    }

    @Override
    public void close() {
        if (admitted != null && admitted.exchange().call().traceId() != null) {
            MDC.remove(TRACE_ID);
        }
    }
}
