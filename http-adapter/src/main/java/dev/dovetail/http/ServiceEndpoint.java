package dev.dovetail.http;

import dev.dovetail.http.exchange.Response;

/**
 * Marks an endpoint whose effects all come about by services, so that they are a part of the unit of work that runs on
 * the thread, if one does.
 *
 * @param answers what answers
 * @param conditional whether it looks at the conditions that a request puts on the state of an object
 */
record ServiceEndpoint(Endpoint answers, boolean conditional) implements Endpoint {
    @Override
    public Response answer(Exchange exchange) {
        return answers.answer(exchange);
    }
}
