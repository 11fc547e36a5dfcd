package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.Accept;
import dev.dovetail.http.header.MediaType;
import dev.dovetail.http.json.MergePatch;
import java.util.List;

/**
 * Refuses bodies of media types that are not read, and requests that take none of those that are written.
 *
 * <p>A body without a media type is read as JSON (RFC 9110, section 8.3: who receives it may examine it).
 */
final class Negotiation {
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> BODIES = List.of(Response.JSON);
    private static final List<String> PATCHES = List.of(MergePatch.MEDIA_TYPE, Response.JSON);

    private Negotiation() {}

    /** Returns the value of {@code Accept-Patch}, RFC 5789 section 3.1. */
    static String patches() {
        return String.join(", ", PATCHES);
    }

    /** Refuses a request whose body is to be read as JSON, before anything is done. */
    static void beforeReading(Request request) {
        boolean patch = request.method().equals("PATCH");
        List<String> read = patch ? PATCHES : BODIES;
        String type = request.header("Content-Type").orElse("");
        MediaType given = MediaType.of(type);
        if (!type.isEmpty() && !(read.contains(given.name()) && given.isUtf8())) {
            throw RefusedException.unsupported(patch ? "Accept-Patch" : "Accept", String.join(", ", read));
        }
        refuseUnlessTaken(request, Response.JSON);
    }

    /** Refuses a request that was read, and whose answer is of a media type that the caller does not take. */
    static Response afterReading(Request request, Response answer) {
        String type = answer.header("Content-Type").orElse("");
        if (answer.status() == 200 && !type.isEmpty()) {
            refuseUnlessTaken(request, MediaType.of(type).name());
        }
        return answer;
    }

    /** One who takes problems is told one if something fails, and is not refused beforehand. */
    private static void refuseUnlessTaken(Request request, String type) {
        if (request.header("Accept").isPresent()) {
            Accept accept = Accept.of(request);
            if (!accept.takes(type) && !accept.takes(PROBLEM)) {
                throw RefusedException.notAcceptable(type);
            }
        }
    }
}
