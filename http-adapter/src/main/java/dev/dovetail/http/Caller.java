package dev.dovetail.http;

import dev.dovetail.context.Scope;
import dev.dovetail.http.json.Rights;

/**
 * Knows who sent a request, by its token: for answers that go on, such as streams. Thread-safe if the token verifier
 * is.
 *
 * @since 0.1
 */
public interface Caller extends Rights {

    /**
     * Returns what the caller sees now: the verifier and the tenants are asked again.
     *
     * @throws dev.dovetail.error.DovetailException if the token no longer grants the request, or that cannot be found
     *     out now
     */
    Scope scope();

    /** Returns the same caller without the request's body, to keep as long as an answer goes on. */
    Caller kept();
}
