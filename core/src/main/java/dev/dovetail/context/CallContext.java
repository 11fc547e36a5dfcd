package dev.dovetail.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells who makes a call: scope, actor and trace id, which travel to rules, events and logs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param scope the tenants that the call is confined to
 * @param actor who acts, for events and logs; null when nobody in particular
 * @param traceId the W3C trace id of the request that caused the call; null outside of one
 * @since 0.1
 */
public record CallContext(
        Scope scope, @Nullable String actor, @Nullable String traceId) {

    public CallContext {
        Objects.requireNonNull(scope, "scope");
    }

    /** Returns a context of a scope, without actor and trace id. */
    public static CallContext of(Scope scope) {
        return new CallContext(scope, null, null);
    }

    /** Returns this context with another scope. */
    public CallContext in(Scope other) {
        return new CallContext(other, actor, traceId);
    }

    /** Returns this context with an actor. */
    public CallContext by(@Nullable String who) {
        return new CallContext(scope, who, traceId);
    }

    /** Returns this context with a trace id. */
    public CallContext traced(@Nullable String id) {
        return new CallContext(scope, actor, id);
    }
}
