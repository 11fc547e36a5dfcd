package dev.dovetail.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes every violation of the family once: kind, code and message.
 *
 * @since 0.1
 */
public final class Errors {
    private Errors() {}

    /** Reports that an object does not exist or cannot be seen; details name what it was looked up by. */
    public static Violation notFound(String resource, Map<String, @Nullable Object> details) {
        return new Violation(
                ErrorKind.NOT_FOUND,
                resource,
                Path.whole(),
                "not-found",
                details,
                resource + " was not found" + text(details));
    }

    /** Reports that a field names an object that does not exist or cannot be seen. */
    public static Violation referenceNotFound(Path field, String resource, Map<String, @Nullable Object> details) {
        return new Violation(
                ErrorKind.REFERENCE_NOT_FOUND,
                resource,
                field,
                "reference-not-found",
                details,
                "field '" + field + "': " + resource + " was not found" + text(details));
    }

    /** Reports that unique values are taken; details are the values by field. */
    public static Violation alreadyExists(String resource, Map<String, @Nullable Object> details) {
        Path path = details.isEmpty()
                ? Path.whole()
                : Path.of(details.keySet().iterator().next());
        return new Violation(
                ErrorKind.ALREADY_EXISTS,
                resource,
                path,
                "already-exists",
                details,
                resource + " already exists" + text(details));
    }

    /** Reports that {@code resource} is associated with {@code other}, which the operation does not allow. */
    public static Violation stillAssociated(String resource, String other, Map<String, @Nullable Object> details) {
        return associated(ErrorKind.STILL_ASSOCIATED, "still-associated", resource, "is", other, details);
    }

    /** Reports that {@code resource} is not associated with {@code other}, though it should be. */
    public static Violation notAssociated(String resource, String other, Map<String, @Nullable Object> details) {
        return associated(ErrorKind.NOT_ASSOCIATED, "not-associated", resource, "is not", other, details);
    }

    /** Reports that {@code resource} must be associated with {@code other} first. */
    public static Violation missingAssociation(String resource, String other, Map<String, @Nullable Object> details) {
        return associated(ErrorKind.MISSING_ASSOCIATION, "missing-association", resource, "must be", other, details);
    }

    private static Violation associated(
            ErrorKind kind,
            String code,
            String resource,
            String verb,
            String other,
            Map<String, @Nullable Object> details) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(details);
        all.put(OTHER, other);
        return new Violation(
                kind,
                resource,
                Path.whole(),
                code,
                all,
                resource + " " + verb + " associated with a " + other + text(details));
    }

    /** The detail that names the other resource of an association, always the last one. */
    public static final String OTHER = "associatedWith";

    /** Reports a business rule that forbids the operation; {@code reason} is a sentence. */
    public static Violation notPermitted(String resource, String reason, Map<String, @Nullable Object> details) {
        return new Violation(
                ErrorKind.NOT_PERMITTED,
                resource,
                Path.whole(),
                "not-permitted",
                details,
                "Operation not permitted. " + reason + text(details));
    }

    /** Reports that two objects belong to different tenants; details hold both tenants. */
    public static Violation differentTenants(String resource, Map<String, @Nullable Object> details) {
        return new Violation(
                ErrorKind.DIFFERENT_TENANTS,
                resource,
                Path.whole(),
                "different-tenants",
                details,
                "different tenants" + text(details));
    }

    /** Reports a field that breaks a constraint; the code names the constraint. */
    public static Violation invalid(
            String resource, Path path, String code, Map<String, @Nullable Object> details, String message) {
        return new Violation(
                ErrorKind.INVALID_INPUT,
                resource,
                path,
                code,
                details,
                (path.isWhole() ? resource : path.toString()) + ": " + message);
    }

    /** Reports a field that must be given. */
    public static Violation required(String resource, Path path) {
        return invalid(resource, path, "required", Details.none(), "missing (expected: a value)");
    }

    /** Reports a null where none is allowed. */
    public static Violation nullValue(String resource, Path path) {
        return invalid(resource, path, "null", Details.none(), "null (expected: a value)");
    }

    /** Reports a value of the wrong type; {@code expected} names the type wanted. */
    public static Violation wrongType(String resource, Path path, String expected) {
        return invalid(
                resource, path, "type", Details.of("expected", expected), "wrong type (expected: " + expected + ")");
    }

    /** Reports a text that is not Unicode, or holds the character 0; {@code index} is where. */
    public static Violation notUnicode(String resource, Path path, int index) {
        return invalid(
                resource,
                path,
                "unicode",
                Details.of("index", index),
                "half a surrogate pair, or the character 0, at index " + index + " (expected: Unicode text)");
    }

    /** Reports a number that has more digits than this when it is written out. */
    public static Violation tooManyDigits(String resource, Path path, int most) {
        return invalid(
                resource, path, "digits", Details.of("max", most), "too many digits (expected: at most " + most + ")");
    }

    /** Reports a value that a store's column cannot keep as it is; {@code expected} says what it can. */
    public static Violation doesNotFit(String resource, Path path, String expected) {
        return invalid(
                resource,
                path,
                "does-not-fit",
                Details.of("expected", expected),
                "does not fit its column (expected: " + expected + ")");
    }

    /** Reports values that the constructor of their record refuses; {@code reason} is what it says. */
    public static Violation refused(String resource, Path path, String reason) {
        return invalid(resource, path, "refused", Details.of("reason", reason), reason);
    }

    /** Reports an edit made from a stale copy. */
    public static Violation staleVersion(String resource, Object given, Object stored) {
        return new Violation(
                ErrorKind.STALE_VERSION,
                resource,
                Path.whole(),
                "stale-version",
                Details.of("given", given, "stored", stored),
                resource + " has changed since it was read (given version: " + given + ", stored: " + stored
                        + "); read it again");
    }

    /** Reports a failure of the machinery rather than of the input. */
    public static DovetailException technical(ErrorKind kind, String message, @Nullable Throwable cause) {
        String code = kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return new DovetailException(
                List.of(new Violation(kind, "", Path.whole(), code, Details.none(), message)), cause);
    }

    private static String text(Map<String, @Nullable Object> details) {
        return details.isEmpty()
                ? ""
                : details.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
