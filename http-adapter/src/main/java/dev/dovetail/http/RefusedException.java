package dev.dovetail.http;

import dev.dovetail.http.exchange.Response;

/** States that a request is refused for what it says about media types. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String header;
    private final String offered;

    private RefusedException(int status, String reason, String header, String offered) {
        super(reason);
        this.status = status;
        this.header = header;
        this.offered = offered;
    }

    /** Returns the refusal of a body: 415, RFC 9110 section 15.5.16. */
    static RefusedException unsupported(String header, String offered) {
        return new RefusedException(
                415, "the body is of another media type (expected: " + offered + ")", header, offered);
    }

    /** Returns the refusal to answer in what the caller does not take: 406, RFC 9110 section 15.5.7. */
    static RefusedException notAcceptable(String type) {
        return new RefusedException(406, "answers are of media type " + type + ", which Accept excludes", "", "");
    }

    int status() {
        return status;
    }

    /** Returns an answer that tells what would have been taken. */
    Response offering(Response answer) {
        return header.isEmpty() ? answer : answer.with(header, offered);
    }
}
