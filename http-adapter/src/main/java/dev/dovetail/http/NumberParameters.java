package dev.dovetail.http;

import com.google.common.primitives.Ints;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads parameters of a query that count: {@code limit}, {@code offset}. */
final class NumberParameters {
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    private NumberParameters() {}

    /**
     * Returns the number that a parameter gives, 0 or more; more than an int can hold counts as the largest. Null if it
     * is not given.
     *
     * @throws DovetailException if it is no whole number, or negative
     */
    static @Nullable Integer of(Exchange exchange, String name, String resource) {
        String text = exchange.request().parameter(name).orElse(null);
        if (text == null) {
            return null;
        }
        Integer usual = Ints.tryParse(text);
        if (usual != null && usual >= 0) {
            return usual;
        }
        try {
            BigInteger value = exchange.style().queries().number(text);
            if (value.signum() < 0) {
                throw fault(resource, name, "query-min", Details.of("min", 0), text + " (expected: >= 0)");
            }
            return value.min(MOST).intValue();
        } catch (NumberFormatException e) {
            throw fault(resource, name, "query-type", Details.of("expected", "integer"), "not an integer");
        }
    }

    private static DovetailException fault(
            String resource, String name, String code, Map<String, @Nullable Object> details, String message) {
        return Errors.invalid(resource, Path.of(name), code, details, message).toException();
    }
}
