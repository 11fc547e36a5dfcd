package dev.dovetail.http.error;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import java.util.Set;

/**
 * Answers requests that failed. Must be thread-safe and must not throw.
 *
 * @since 0.1
 */
public interface ErrorRenderer {

    /** Answers a call that ended in one of the known failures. */
    Response render(DovetailException failure, Request request);

    /** Answers a body that is not JSON; {@code reason} says what and where, without the body. */
    Response malformed(String reason, Request request);

    /** Answers a path that no resource has. */
    Response noSuchPath(Request request);

    /** Answers a method that the resource does not have; the answer gets its {@code Allow} header from the caller. */
    Response methodNotAllowed(Set<String> allowed, Request request);

    /**
     * Answers a request whose media types do not fit: 406, 415; as one that breaks a bound unless overridden.
     *
     * @param reason says what was expected
     */
    default Response unsuitable(int status, String reason, Request request) {
        return refused(status);
    }

    /** Answers a failure that nobody foresaw; it has been logged. */
    Response unforeseen(Throwable failure, Request request);

    /** Answers a request that breaks a bound of the server: 413, 414, 431, 503; 415 for a body in a content coding. */
    Response refused(int status);
}
