package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.Details;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the violations that are peculiar to this API. */
public final class TelephonyErrors {
    /** The detail that holds the sentence after the prefix. */
    static final String SENTENCE = "sentence";

    /** The detail that holds the whole text. */
    static final String LINE = "line";

    /** The detail that holds the ready message about one field. */
    static final String TEXT = "text";

    private TelephonyErrors() {}

    // Texts of any kind

    /** Reports a broken rule: {@code Resource Error - <sentence> (<details>)}. */
    public static Violation resourceError(String resource, String sentence, Map<String, @Nullable Object> details) {
        return violation(ErrorKind.NOT_PERMITTED, resource, Path.whole(), SENTENCE, sentence, details);
    }

    /** Reports a bad input in one sentence: {@code Input Error - <sentence>}. */
    public static Violation inputError(Path field, String sentence) {
        return violation(ErrorKind.INVALID_INPUT, "", field, SENTENCE, sentence, Details.none());
    }

    /** Reports a bad input in a text without prefix. */
    public static Violation line(String text) {
        return violation(ErrorKind.INVALID_INPUT, "", Path.whole(), LINE, text, Details.none());
    }

    /** Reports a field with a ready message: {@code Input Error - <field>: ['<message>']}. */
    public static Violation invalid(String resource, Path path, String code, String message) {
        return Errors.invalid(resource, path, code, Details.of(TEXT, message), message);
    }

    /** Reports an object as a whole: {@code Input Error - _schema: ['<message>']}, nested under its path. */
    public static Violation schema(String resource, Path object, String code, String message) {
        return Errors.invalid(resource, object, code, Details.of(TEXT, message, SchemaTexts.SCHEMA, true), message);
    }

    private static Violation violation(
            ErrorKind kind, String resource, Path path, String key, String text, Map<String, @Nullable Object> rest) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>(rest);
        details.put(key, text);
        return new Violation(kind, resource, path, key, details, text);
    }

    // Query parameters; the path of each violation is the parameter

    /** Reports a parameter that is not an {@code integer} or {@code boolean}. */
    public static Violation queryType(String parameter, String expected) {
        return query(parameter, "query-type", Details.of("expected", expected));
    }

    /** Reports a number below its minimum. */
    public static Violation queryMin(String parameter, int min) {
        return query(parameter, "query-min", Details.of("min", min));
    }

    /** Reports a zero where a positive number is needed. */
    public static Violation queryPositive(String parameter) {
        return query(parameter, "query-positive", Details.none());
    }

    /** Reports an unknown column to sort by. */
    public static Violation queryColumn(String parameter, String value) {
        return query(parameter, "query-column", Details.of("value", value));
    }

    /** Reports a direction that is neither asc nor desc. */
    public static Violation queryDirection(String parameter) {
        return query(parameter, "query-direction", Details.none());
    }

    private static Violation query(String parameter, String code, Map<String, @Nullable Object> details) {
        return Errors.invalid("", Path.of(parameter), code, details, code + " " + details);
    }

    /** Reports a value that a parameter does not take. */
    public static Violation invalidQueryParameter(String parameter, String value) {
        return inputError(Path.of(parameter), "parameter '" + parameter + "': '" + value + "' is not valid");
    }

    /** Reports an unknown view. */
    public static Violation invalidView(String view) {
        return inputError(Path.of("view"), "view '" + view + "' does not exist");
    }

    // Bodies

    /** Reports a field of the wrong type, found by a rule. */
    public static Violation wrongType(String field, String type) {
        return inputError(Path.of(field), "field '" + field + "': wrong type. Should be a " + type);
    }

    /** Reports a text that is too short, found by a rule. */
    public static Violation minimumLength(String field, int length) {
        return inputError(Path.of(field), "field '" + field + "': must have a minimum length of " + length);
    }

    /** Reports a value that is none of those offered, found by a rule. */
    public static Violation invalidChoice(String field, List<String> choices) {
        return inputError(Path.of(field), "'" + field + "' must be one of (" + String.join(", ", choices) + ")");
    }

    /** Reports parameters that must be given. */
    public static Violation missing(List<String> fields) {
        return inputError(Path.whole(), "missing parameters: " + String.join(", ", fields));
    }

    /** Reports parameters that are not known. */
    public static Violation unknown(List<String> fields) {
        return inputError(Path.whole(), "unknown parameters: " + String.join(", ", fields));
    }

    /** Reports an extension outside the ranges of its context. */
    public static Violation outsideContextRange(String exten, String context) {
        return inputError(
                Path.of("exten"), "Extension '" + exten + "' is outside of range for context '" + context + "'");
    }

    /** Reports a pattern where a number is needed. */
    public static Violation invalidExtenPattern(String exten) {
        return inputError(Path.of("exten"), "exten '" + exten + "' cannot be a pattern");
    }

    /** Reports a choice that comes twice. */
    public static Violation ivrExtenUsed(String exten) {
        return inputError(Path.of("choices"), "exten '" + exten + "' used in more than one choice");
    }

    /** Reports music on hold of mode custom without an application. */
    public static Violation mohCustomNoApp() {
        return inputError(Path.of("application"), "custom mode must have an application");
    }

    /** Reports a template that does not exist; that the reference is told as it was parsed is known to clients. */
    public static Violation sipTemplateNotFound(UUID template) {
        return inputError(
                Path.of("templates"),
                "field 'templates': endpoint_sip was not found ('templates': OrderedDict([('uuid', "
                        + PythonLiteral.of(template) + ")]))");
    }

    // Rules

    /** Reports a context of a type that the other side does not go with. */
    public static Violation unhandledContextType(String type, Map<String, @Nullable Object> details) {
        return resourceError("Context", "ContextType '" + type + "' cannot be associated", details);
    }

    /** Reports a line whose main user cannot leave before the others. */
    public static Violation secondaryUsers(Map<String, @Nullable Object> details) {
        return resourceError("Line", "There are secondary users associated to the line", details);
    }

    /** Reports an extension that is in use. */
    public static Violation extensionConflict(String name, Map<String, @Nullable Object> details) {
        return resourceError(name, name + " is already used for a destination or parking slot", details);
    }

    /** Reports a forward that is enabled without a destination. */
    public static Violation forwardDestinationNull() {
        return resourceError("User", "Forward must be disabled to remove destination", Details.none());
    }

    /** Reports a fallback to a mobile phone without its number. */
    public static Violation mobileFallbackNumberNull() {
        return resourceError(
                "User", "PSTN fallback must be disabled when mobile phone number is not set", Details.none());
    }

    /** Reports more objects than are allowed. */
    public static Violation quotaExceeded(String what, int most, Map<String, @Nullable Object> details) {
        return resourceError(what, "Quota for " + what + " exceeded. Maximum: " + most, details);
    }
}
