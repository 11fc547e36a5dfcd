package dev.dovetail.http.exchange;

/**
 * Answers requests. Must be thread-safe, and never throw: every failure is an answer.
 *
 * @since 0.1
 */
public interface Handler {

    /** Answers a request. */
    Response handle(Request request);

    /**
     * Answers a request that the binding cannot hand over, because it breaks a bound.
     *
     * @param status 413 for a body larger than {@link #maxBody()}, 414, 415 for one in a content coding, 431, 503
     */
    Response refuse(int status);

    /** Returns the largest body taken, in bytes. */
    long maxBody();
}
