package dev.dovetail.http.openapi;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.error.ProblemRenderer;
import dev.dovetail.http.json.Schema;
import java.util.function.ToIntFunction;

/**
 * Says how failures are answered, for the document of an API: what its {@code ErrorRenderer} does.
 *
 * @param status the status code of a kind
 * @param type the media type of the body
 * @param schema what the body looks like
 * @since 0.1
 */
public record Failures(ToIntFunction<ErrorKind> status, String type, Schema schema) {

    /** Returns those of {@link ProblemRenderer}: problem documents (RFC 9457). */
    public static Failures problems() {
        return new Failures(
                ProblemRenderer::status,
                "application/problem+json",
                Schema.named("Problem", "dev.dovetail.http.openapi/problem", Failures::problem));
    }

    private static Schema problem() {
        Schema violation = Schema.object()
                .field("code", Schema.string().described("What is wrong; it does not change."))
                .optional("pointer", Schema.string().described("Where in the body, RFC 6901."))
                .field("message", Schema.string())
                .field("details", Schema.mapOf(Schema.any()));
        return Schema.object()
                .field("title", Schema.string().described("The kind of failure; it does not change."))
                .field("status", Schema.integer().with("format", "int32"))
                .optional("detail", Schema.string())
                .optional(
                        "violations",
                        Schema.listOf(
                                Schema.named("Violation", "dev.dovetail.http.openapi/violation", () -> violation)));
    }
}
