package dev.dovetail.http.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one HTTP answer. Immutable.
 *
 * @param status the status code
 * @param headers names and values, in order
 * @param body the bytes, empty for none; must not be changed
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // answers are written, never compared
public record Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    private static final byte[] NOTHING = new byte[0];

    /** The media type of JSON, RFC 8259 section 11. */
    public static final String JSON = "application/json";

    /** Returns an answer without a body. */
    public static Response of(int status) {
        return new Response(status, List.of(), NOTHING);
    }

    /** Returns an answer with a JSON body. */
    public static Response json(int status, byte[] body) {
        return of(status, JSON, body);
    }

    /** Returns an answer with a body. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(Map.entry("Content-Type", contentType)), body);
    }

    /** Returns this answer with one more header. */
    public Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, List.copyOf(more), body);
    }

    /** Returns the value of a header of this answer. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
