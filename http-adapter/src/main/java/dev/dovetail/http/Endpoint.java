package dev.dovetail.http;

import dev.dovetail.http.exchange.Response;

/**
 * Answers one method of one path. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers.
     *
     * @throws dev.dovetail.error.DovetailException rendered by the adapter
     */
    Response answer(Exchange exchange);
}
