package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.header.Accept;
import dev.dovetail.http.header.MediaType;
import dev.dovetail.http.json.MergePatch;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import java.util.List;

/**
 * Refuses bodies of media types that are not read, and requests that take none of those that are written.
 *
 * <p>A body without a media type is read as JSON (RFC 9110, section 8.3: who receives it may examine it).
 */
class Negotiation {
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> BODIES = List.of(Response.JSON);
    private static final List<String> PATCHES = List.of(MergePatch.MEDIA_TYPE, Response.JSON);

    private Negotiation() {}

    /** Returns what looks at media types, or passes over them, as a style says. */
    static Negotiation of(ApiStyle style) {
        return style.features().contains(Feature.NEGOTIATION) ? new Negotiation() : new Indifferent();
    }

    /** Takes a body for JSON whatever it is said to be, and answers whatever the caller takes. */
    private static final class Indifferent extends Negotiation {
        @Override
        void beforeReading(Request request) {}

        @Override
        Response afterReading(Request request, Response answer) {
            return answer;
        }
    }

    /** Returns the value of {@code Accept-Patch}, RFC 5789 section 3.1. */
    static String patches() {
        return String.join(", ", PATCHES);
    }

    /** Refuses a request whose body is to be read as JSON, before anything is done. */
    void beforeReading(Request request) {
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
    Response afterReading(Request request, Response answer) {
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
