package dev.dovetail.http.error;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Naming;
import dev.dovetail.resource.Column;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Answers with problem documents (RFC 9457), with every violation: where it is ({@code pointer}, RFC 6901), its code,
 * its details and a sentence.
 *
 * @since 0.1
 */
public final class ProblemRenderer implements ErrorRenderer {
    private static final String TYPE = "application/problem+json";

    private final Json json = new Json(false);
    private final Naming naming;

    /**
     * Makes a renderer.
     *
     * @param naming how fields are named in pointers
     */
    public ProblemRenderer(Naming naming) {
        this.naming = naming;
    }

    /** Returns the status code of a kind of failure. */
    public static int status(ErrorKind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case ALREADY_EXISTS, STILL_ASSOCIATED, NOT_ASSOCIATED, MISSING_ASSOCIATION, CONFLICT -> 409;
            case INVALID_INPUT -> 400;
            case REFERENCE_NOT_FOUND, NOT_PERMITTED, DIFFERENT_TENANTS -> 422;
            case STALE_VERSION -> 412;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case TOO_LARGE -> 413;
            case STORE_UNAVAILABLE, TIMED_OUT -> 503;
            case UNIT_FAILED, STORE_FAILED -> 500;
        };
    }

    @Override
    public Response render(DovetailException failure, Request request) {
        int status = status(failure.kind());
        String code = failure.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        byte[] body = json.write(out -> {
            start(out, status, code);
            if (status < 500) {
                out.writeStringProperty("detail", failure.getMessage());
                out.writeArrayPropertyStart("violations");
                failure.violations().forEach(violation -> write(violation, out));
                out.writeEndArray();
            }
            out.writeEndObject();
        });
        Response response = Response.of(status, TYPE, body);
        return status == 401 ? response.with("WWW-Authenticate", "Bearer") : response;
    }

    private static void start(JsonGenerator out, int status, String title) {
        out.writeStartObject();
        out.writeStringProperty("title", title);
        out.writeNumberProperty("status", status);
    }

    private void write(Violation violation, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("code", violation.code());
        if (!violation.path().isWhole()) {
            out.writeStringProperty("pointer", pointer(violation));
        }
        out.writeStringProperty("message", violation.message());
        out.writeObjectPropertyStart("details");
        violation.details().forEach((name, value) -> {
            out.writeName(naming.json(name));
            write(value, out);
        });
        out.writeEndObject();
        out.writeEndObject();
    }

    private String pointer(Violation violation) {
        StringBuilder pointer = new StringBuilder();
        for (Object element : violation.path().elements()) {
            String name = element instanceof String component ? naming.json(component) : element.toString();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static void write(@Nullable Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Iterable<?> values) {
            out.writeStartArray();
            values.forEach(one -> write(one, out));
            out.writeEndArray();
        } else {
            out.writeString(Column.text(value));
        }
    }

    @Override
    public Response malformed(String reason, Request request) {
        return plain(400, "malformed", reason);
    }

    @Override
    public Response noSuchPath(Request request) {
        return plain(404, "no-such-path", "nothing is served at " + request.path());
    }

    @Override
    public Response methodNotAllowed(Set<String> allowed, Request request) {
        return plain(405, "method-not-allowed", "allowed here: " + String.join(", ", allowed));
    }

    @Override
    public Response unsuitable(int status, String reason, Request request) {
        return plain(status, status == 406 ? "not-acceptable" : "unsupported-media-type", reason);
    }

    @Override
    public Response unforeseen(Throwable failure, Request request) {
        return plain(500, "unforeseen", "the server failed; its log says why");
    }

    @Override
    public Response refused(int status) {
        return status == 415
                ? plain(status, "unsupported-media-type", "the body is in a content coding (expected: none)")
                : plain(status, "refused", "the request breaks a bound of the server");
    }

    private Response plain(int status, String title, String detail) {
        byte[] body = json.write(out -> {
            start(out, status, title);
            out.writeStringProperty("detail", detail);
            out.writeEndObject();
        });
        return Response.of(status, TYPE, body);
    }
}
