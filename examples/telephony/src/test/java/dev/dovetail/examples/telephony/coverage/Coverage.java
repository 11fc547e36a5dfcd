package dev.dovetail.examples.telephony.coverage;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes the claims of tests that they hold the server to entries of the specification. A test that claims what is no
 * entry fails at once, and so does one that saw something else than the entry says. What a class claims is claimed by
 * each of its tests that proves it; those of a suite that other classes extend are told apart so. The claims of tests
 * that pass are written to {@code target/coverage} for {@link CoverageReportTest}.
 */
public final class Coverage implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Coverage.class);

    /** Claims entries for the running test. */
    public static void claim(String... ids) {
        Stream.of(ids).forEach(Evidence.current()::claim);
    }

    /**
     * Claims an entry that the running test has read from the file and compared with the server, which is proof enough.
     */
    public static void compared(String id) {
        Evidence.current().compared(id);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Evidence fresh = Evidence.fresh();
        claimed(context.getRequiredTestMethod()).forEach(fresh::claim);
        claims(context).resolve(fresh.claims);
        claims(context).resolve(claimed(context.getRequiredTestClass()));
    }

    private static List<String> claimed(AnnotatedElement element) {
        Covers covers = element.getDeclaredAnnotation(Covers.class);
        return covers == null ? List.of() : List.of(covers.value());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Evidence seen = Evidence.current();
        if (context.getExecutionException().isPresent()) {
            return;
        }
        Claims claims = claims(context);
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        List<Entry> entries = claims.resolve(seen.claims);
        List<String> unproved = entries.stream()
                .filter(entry -> !isProved(entry, seen))
                .map(entry -> entry.id() + ": " + entry.text())
                .toList();
        if (!unproved.isEmpty()) {
            throw new AssertionError("claims, but saw nothing that proves it:\n" + String.join("\n", unproved));
        }
        entries.forEach(entry -> claims.passed(entry, test));
        claims.resolve(seen.compared).forEach(entry -> claims.passed(entry, test));
        claims.resolve(claimed(context.getRequiredTestClass())).stream()
                .filter(entry -> isProved(entry, seen))
                .forEach(entry -> claims.passed(entry, test));
    }

    private static boolean isProved(Entry entry, Evidence seen) {
        return Proof.of(entry).map(proof -> proof.in(seen)).orElse(true);
    }

    private static Claims claims(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Claims.class, type -> new Claims(), Claims.class);
    }
}
