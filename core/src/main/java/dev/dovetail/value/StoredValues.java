package dev.dovetail.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Knows what every store keeps of a value, and by which form values of one type are equal. Thread-safe.
 *
 * @since 0.1
 */
public final class StoredValues {
    private StoredValues() {}

    /**
     * Returns what every store keeps of a value: times cut to microseconds, decimals without a positive exponent, 0.0
     * for -0.0; all else as it is.
     */
    public static Object fitted(Object value) {
        if (value instanceof String || value instanceof Integer) { // the usual case, soon told
            return value;
        } else if (value instanceof Instant instant) {
            return instant.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalDateTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof LocalTime time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof Duration time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        } else if (value instanceof BigDecimal number) {
            return number.scale() < 0 && ExactNumbers.fits(number) ? number.setScale(0) : number;
        }
        return value instanceof Double number && number == 0 ? (Object) 0.0 : value;
    }

    /** Returns whether {@link #fitted} may change values of a type. */
    public static boolean isFitted(Class<?> type) {
        return type == Instant.class
                || type == LocalDateTime.class
                || type == LocalTime.class
                || type == Duration.class
                || type == BigDecimal.class
                || type == Double.class
                || type == double.class;
    }

    /**
     * Returns the form by which a value is compared: two values of one type are the same to every store if and only if
     * their forms are equal by {@link Object#equals}. 1.5 and 1.50 are, and so are instants that differ in nanoseconds
     * only.
     */
    public static Object comparable(Object value) {
        return value instanceof BigDecimal number ? fitted(number.stripTrailingZeros()) : fitted(value);
    }
}
