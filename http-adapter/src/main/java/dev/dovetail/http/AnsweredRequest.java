package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a request and its answer. Immutable.
 *
 * @param route the path with {@code {}} in the places of values, so that it has few values: {@code /users/{}}; null if
 *     there is none
 * @param actor who sent it; null if that was not found out
 * @param traceId of the trace that it belongs to; null if it told none
 * @param took from the whole request's being there to the answer's being known
 * @since 0.1
 */
public record AnsweredRequest(
        Request request,
        Response response,
        @Nullable String route,
        @Nullable String actor,
        @Nullable String traceId,
        Duration took) {}
