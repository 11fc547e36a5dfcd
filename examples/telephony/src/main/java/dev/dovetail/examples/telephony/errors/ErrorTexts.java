package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.http.json.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns violations into the status and the list of texts that this API answers with.
 *
 * <p>Faults of the input come all at once, one text per top-level field; of broken business rules only the first is
 * told. Thread-safe.
 */
public final class ErrorTexts {
    /** The text about a body that is empty or not JSON. */
    public static final String MALFORMED_BODY =
            "The browser (or proxy) sent a request that this server could not understand.";

    /** Is told of every unknown endpoint in place of its id: so its clients know it. */
    private static final String NO_CUSTOM_ENDPOINT =
            "Resource Not Found - CustomEndpoint was not found ('id': <built-in function id>)";

    private static final Pattern BRACES = Pattern.compile("^[{}]+|[{}]+$");

    private ErrorTexts() {}

    /** Returns the status code of an answer about these violations: of those that {@link #of} tells. */
    public static int status(List<Violation> violations) {
        return violations.stream().anyMatch(violation -> violation.kind() == ErrorKind.INVALID_INPUT)
                ? status(ErrorKind.INVALID_INPUT)
                : status(violations.get(0).kind());
    }

    /** Returns the status code of an answer about a failure of this kind. */
    public static int status(ErrorKind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case UNAUTHENTICATED, FORBIDDEN -> 401;
            case TOO_LARGE -> 413;
            case STORE_UNAVAILABLE, TIMED_OUT, CONFLICT -> 503;
            case UNIT_FAILED, STORE_FAILED -> 500;
            default -> 400;
        };
    }

    /** Returns the texts about these violations, of which there is at least one. */
    public static List<String> of(List<Violation> violations) {
        List<Violation> input = violations.stream()
                .filter(violation -> violation.kind() == ErrorKind.INVALID_INPUT)
                .toList();
        return input.isEmpty() ? List.of(business(violations.get(0))) : SchemaTexts.of(input);
    }

    private static String business(Violation violation) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>(violation.details());
        Object line = details.remove(TelephonyErrors.LINE);
        if (line != null) {
            return line.toString();
        }
        Object sentence = details.remove(TelephonyErrors.SENTENCE);
        Object other = details.remove(Errors.OTHER);
        String text = details(details);
        if (sentence != null) {
            return "Resource Error - " + sentence + text;
        }
        String name = violation.resource();
        return switch (violation.kind()) {
            case NOT_FOUND ->
                name.equals("CustomEndpoint")
                        ? NO_CUSTOM_ENDPOINT
                        : "Resource Not Found - " + name + " was not found" + text;
            case ALREADY_EXISTS -> "Resource Error - " + name + " already exists" + details(uuidsAsText(details));
            case STILL_ASSOCIATED -> "Resource Error - " + name + " is associated with a " + other + text;
            case NOT_ASSOCIATED -> "Resource Error - " + name + " is not associated with " + other + text;
            case MISSING_ASSOCIATION -> "Resource Error - " + name + " must be associated with a " + other + text;
            case DIFFERENT_TENANTS -> "Resource Error - different tenants" + text;
            case REFERENCE_NOT_FOUND ->
                "Input Error - field '"
                        + Naming.SNAKE_CASE.json(violation.path().first()) + "': " + name + " was not found" + text;
            case NOT_PERMITTED -> "Resource Error - " + sentenceOf(violation) + text;
            case UNAUTHENTICATED, FORBIDDEN -> "Unauthorized";
            case STORE_UNAVAILABLE, TIMED_OUT, CONFLICT, TOO_LARGE, STALE_VERSION -> violation.message();
            case UNIT_FAILED, STORE_FAILED, INVALID_INPUT -> "Unexpected error: " + violation.message();
        };
    }

    /** The message of a rule is its sentence, then the details in the core's own notation. */
    private static String sentenceOf(Violation violation) {
        String details = violation.details().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
        String message = violation.message();
        return message.endsWith(details) ? message.substring(0, message.length() - details.length()) : message;
    }

    private static Map<String, @Nullable Object> uuidsAsText(Map<String, @Nullable Object> details) {
        Map<String, @Nullable Object> texts = new LinkedHashMap<>(details);
        texts.replaceAll((key, value) -> value instanceof UUID uuid ? uuid.toString() : value);
        return texts;
    }

    private static String details(Map<String, @Nullable Object> details) {
        if (details.isEmpty()) {
            return "";
        }
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        details.forEach((name, value) -> named.put(Naming.SNAKE_CASE.json(name), value));
        return " (" + BRACES.matcher(PythonLiteral.of(named)).replaceAll("") + ")";
    }
}
