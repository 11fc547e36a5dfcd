package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Answers failures as this API's clients know them: a JSON list of texts. Thread-safe. */
public final class TextRenderer implements ErrorRenderer {
    private static final String NOT_FOUND = """
            <!doctype html>
            <html lang=en>
            <title>404 Not Found</title>
            <h1>Not Found</h1>
            <p>The requested URL was not found on the server.</p>
            </html>
            """;

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
        return Response.of(404, "text/html; charset=utf-8", NOT_FOUND.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response methodNotAllowed(Set<String> allowed, Request request) {
        byte[] body = json.write(out -> out.writeStartObject()
                .writeStringProperty("message", "The method is not allowed for the requested URL.")
                .writeEndObject());
        return Response.json(405, body);
    }

    @Override
    public Response unforeseen(Throwable failure, Request request) {
        return texts(500, List.of("Unexpected error: the server failed; its log says why"));
    }

    @Override
    public Response refused(int status) {
        return texts(status, List.of("The request breaks a bound of the server"));
    }

    private Response texts(int status, List<String> texts) {
        byte[] body = json.write(out -> {
            out.writeStartArray();
            texts.forEach(out::writeString);
            out.writeEndArray();
        });
        return Response.json(status, body);
    }
}
