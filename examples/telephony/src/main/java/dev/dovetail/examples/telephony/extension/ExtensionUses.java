package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows what extensions lead to: a plugin that gives something extensions has an {@link ExtensionUse} among its parts.
 */
public final class ExtensionUses {
    private ExtensionUses() {}

    private static Stream<ExtensionUse<?>> all(Services services) {
        return services.plugins(ExtensionUse.class).stream().map(use -> (ExtensionUse<?>) use);
    }

    /** Returns the refusal of whatever needs an extension that leads to nothing but lines. */
    public static Optional<Violation> taken(Services services, Extension extension, String detail) {
        return all(services)
                .flatMap(use -> taken(use, services, extension, detail).stream())
                .findFirst();
    }

    private static Optional<Violation> taken(
            ExtensionUse<?> use, Services services, Extension extension, String detail) {
        return use.told().apply(services, extension).map(id -> inUse(use.kind(), extension, detail, id));
    }

    private static Violation inUse(String kind, Extension extension, String detail, int other) {
        return Errors.stillAssociated(
                "Extension", kind, Details.of(detail, extension.id(), "associated_id", String.valueOf(other)));
    }

    /** Returns the refusal of a use by something else: it leads to something other, or to lines of a user. */
    public static Optional<Violation> takenBesides(
            Association<?, ?, ?, ?> own, Services services, Extension extension) {
        Optional<Violation> user = services.plugins(LinesOfExtensions.class).stream()
                .flatMap(lines -> lines.userOf(services, extension).stream())
                .findFirst()
                .map(found -> inUse("user", extension, "extension_id", found));
        return user.or(() -> all(services)
                .filter(use -> use.association() != own)
                .flatMap(use -> taken(use, services, extension, "extension_id").stream())
                .findFirst());
    }

    static Optional<Context> contextOf(Services services, Extension extension) {
        return services.dao(Contexts.CONTEXTS).findBy(Criterion.equal(Contexts.NAME, extension.context()));
    }

    /** Requires that the context of an extension is of the type that something needs. */
    public static void suits(ExtensionUse<?> use, Services services, Extension extension, Violations violations) {
        Map<String, @Nullable Object> details = Details.of("id", extension.id(), "context", extension.context());
        contextOf(services, extension).ifPresent(context -> checkType(use, context, details, violations));
    }

    /** Requires that a context is of the type that something needs. */
    static void checkType(
            ExtensionUse<?> use, Context context, Map<String, @Nullable Object> details, Violations violations) {
        if (context.type() != use.type()) {
            violations.add(TelephonyErrors.unhandledContextType(Column.text(context.type()), details));
        }
    }

    /** Requires that a number is in the ranges that something needs. */
    static void checkRange(ExtensionUse<?> use, Context context, Extension extension, Violations violations) {
        if (use.ranges() != null && !extension.isPattern() && !use.ranges().contain(context, extension.exten())) {
            violations.add(TelephonyErrors.outsideContextRange(extension.exten(), extension.context()));
        }
    }

    /** Checks an extension as it is to become against the lines that it serves. */
    static void checkLines(Services services, Extension extension, Violations violations) {
        services.plugins(LinesOfExtensions.class).forEach(lines -> lines.checkEdited(services, extension, violations));
    }

    /** Checks an extension as it is to become against what it leads to. */
    static void checkEdited(Services services, Extension extension, Violations violations) {
        for (ExtensionUse<?> use : all(services).toList()) {
            if (use.of(services, extension).isPresent()) {
                contextOf(services, extension).ifPresent(context -> {
                    checkType(use, context, Details.none(), violations);
                    if (violations.isEmpty()) {
                        checkRange(use, context, extension, violations);
                    }
                });
                return;
            }
        }
    }
}
