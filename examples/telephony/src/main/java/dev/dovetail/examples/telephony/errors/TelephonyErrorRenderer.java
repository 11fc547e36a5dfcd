package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Answers failures as the clients of this API know them: a JSON list of texts. Thread-safe. */
public final class TelephonyErrorRenderer implements ErrorRenderer {
    private static final byte[] NOT_FOUND = """
            <!doctype html>
            <html lang=en>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>The requested URL was not found on the server.</p>
            """.getBytes(StandardCharsets.UTF_8);

    private final Json json = new Json(true);

    @Override
    public Response render(DovetailException failure, Request request) {
        return texts(ErrorTexts.status(failure.violations()), ErrorTexts.of(failure.violations()));
    }

    @Override
    public Response malformed(String reason, Request request) {
        return texts(400, List.of(ErrorTexts.MALFORMED_BODY));
    }

    @Override
    public Response noSuchPath(Request request) {
        return Response.of(404, "text/html; charset=utf-8", NOT_FOUND);
    }

    @Override
    public Response methodNotAllowed(Set<String> allowed, Request request) {
        return message(405, "The method is not allowed for the requested URL.");
    }

    @Override
    public Response unforeseen(Throwable failure, Request request) {
        return texts(500, List.of("Unexpected error: " + failure.getClass().getSimpleName()));
    }

    @Override
    public Response refused(int status) {
        return message(status, status == 413 ? "The body is too large." : "The request was refused.");
    }

    private Response message(int status, String message) {
        return Response.json(
                status,
                json.write(out -> {
                    out.writeStartObject();
                    out.writeStringProperty("message", message);
                    out.writeEndObject();
                }));
    }

    private Response texts(int status, List<String> texts) {
        return Response.json(
                status,
                json.write(out -> {
                    out.writeStartArray();
                    texts.forEach(out::writeString);
                    out.writeEndArray();
                }));
    }
}
