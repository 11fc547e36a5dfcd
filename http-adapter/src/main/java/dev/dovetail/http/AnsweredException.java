package dev.dovetail.http;

import dev.dovetail.http.exchange.Response;

/** Ends a request by an answer that tells why it failed, and with it the unit of work that it ran in. */
@SuppressWarnings("serial") // never written
final class AnsweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    AnsweredException(Response answer) {
        super("answered with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Response answer() {
        return answer;
    }
}
