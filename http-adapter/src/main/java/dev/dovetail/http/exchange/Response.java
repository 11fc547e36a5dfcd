package dev.dovetail.http.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds one HTTP answer. Immutable.
 *
 * @param status the status code
 * @param headers names and values, in order
 * @param body the bytes, empty for none; must not be changed
 * @param stream what is sent bit by bit instead of a body; null for none
 * @since 0.1
 */
@SuppressWarnings("ArrayRecordComponent") // answers are written, never compared
public record Response(
        int status,
        List<Map.Entry<String, String>> headers,
        byte[] body,
        @Nullable StreamedBody stream) {
    private static final byte[] NOTHING = new byte[0];
    private static final Map.Entry<String, String> NO_SNIFFING = Map.entry("X-Content-Type-Options", "nosniff");

    /** The media type of JSON, RFC 8259 section 11. */
    public static final String JSON = "application/json";

    /** Makes an answer whose body is known. */
    public Response(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        this(status, headers, body, null);
    }

    /** Returns an answer without a body. */
    public static Response of(int status) {
        return new Response(status, List.of(), NOTHING);
    }

    /** Returns an answer with a JSON body. */
    public static Response json(int status, byte[] body) {
        return of(status, JSON, body);
    }

    /** Returns an answer with a body, which browsers are told to take for nothing but its type. */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, List.of(Map.entry("Content-Type", contentType), NO_SNIFFING), body);
    }

    /** Returns an answer whose body is sent bit by bit. */
    public static Response streamed(String contentType, StreamedBody body) {
        return new Response(200, List.of(Map.entry("Content-Type", contentType)), NOTHING, body);
    }

    /** Returns this answer with one more header. */
    public Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, List.copyOf(more), body, stream);
    }

    /** Returns the value of a header of this answer. */
    public Optional<String> header(String name) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return Optional.of(header.getValue());
            }
        }
        return Optional.empty();
    }
}
