package dev.dovetail.http.header;

import dev.dovetail.http.exchange.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys by which callers repeat requests, draft-ietf-httpapi-idempotency-key-header. */
public final class IdempotencyKey {
    /** The name of the header field. */
    public static final String HEADER = "Idempotency-Key";

    /** A string of structured fields (RFC 8941, section 3.3.3); many callers send it without the quotes. */
    private static final Pattern KEY = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"|([!#-~]{1,255})");

    private IdempotencyKey() {}

    /**
     * Returns the key of a request, if it has one.
     *
     * @throws dev.dovetail.error.DovetailException of kind INVALID_INPUT if it is malformed
     */
    public static Optional<String> of(Request request) {
        return request.list(HEADER).map(text -> {
            Matcher key = KEY.matcher(text.strip());
            if (!key.matches()) {
                throw Malformed.header(HEADER, "a string of 1 to 255 printable characters");
            }
            return key.group(1) == null ? key.group(2) : key.group(1);
        });
    }
}
