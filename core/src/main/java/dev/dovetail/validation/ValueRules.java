package dev.dovetail.validation;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.RecordType;
import dev.dovetail.value.ExactNumbers;
import dev.dovetail.value.UnicodeText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that no store could keep as they are, wherever they are within a value: texts that are not Unicode,
 * numbers of more than {@value ExactNumbers#DIGITS} digits or without a form in JSON, times before the year 1 or after
 * 9999. Thread-safe.
 */
final class ValueRules {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final int KEY_LENGTH = 255;
    private static final Duration LONGEST = Duration.ofDays(3_652_500); // microseconds of it are a long
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private final ClassValue<RecordType<?>> records = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return RecordType.of(type);
        }
    };

    /** Returns whether nothing is wrong with a value, as is usual. */
    boolean hold(Object value) {
        if (value instanceof String text) {
            return UnicodeText.isSound(text);
        } else if (value instanceof Integer || value instanceof Boolean || value instanceof Enum) {
            return true;
        }
        Violations found = new Violations();
        check(value, "", Path.whole(), found);
        return found.isEmpty();
    }

    /** Adds what is wrong with a value. */
    void check(@Nullable Object value, String resource, Path path, Violations violations) {
        if (value instanceof String text) {
            text(text, resource, path, violations);
        } else if (value instanceof BigDecimal number) {
            digits(ExactNumbers.fits(number), resource, path, violations);
        } else if (value instanceof BigInteger number) {
            boolean fits = number.bitLength() < 4 * ExactNumbers.DIGITS && ExactNumbers.fits(new BigDecimal(number));
            digits(fits, resource, path, violations);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            violations.add(Errors.invalid(
                    resource,
                    path,
                    "finite",
                    Details.none(),
                    "no number that JSON can write (expected: a finite one)"));
        } else if (value instanceof Duration duration && duration.abs().compareTo(LONGEST) > 0) {
            violations.add(Errors.invalid(
                    resource,
                    path,
                    "duration-range",
                    Details.of("max", LONGEST),
                    "out of range (expected: at most " + LONGEST + " either way)"));
        } else if (value instanceof TemporalAccessor time) {
            time(time, resource, path, violations);
        } else if (value instanceof Record row) {
            for (RecordType.Component component : records.get(row.getClass()).components()) {
                check(component.get(row), resource, path.field(component.name()), violations);
            }
        } else if (value instanceof Iterable<?> elements && !(value instanceof java.nio.file.Path)) {
            int index = 0;
            for (Object element : elements) {
                check(element, resource, path.index(index++), violations);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                Path at = path.field(String.valueOf(key));
                check(key, resource, at, violations);
                check(element, resource, at, violations);
            });
        }
    }

    private static void text(String text, String resource, Path path, Violations violations) {
        int index = UnicodeText.fault(text);
        if (index >= 0) {
            violations.add(Errors.notUnicode(resource, path, index));
        }
    }

    private static void digits(boolean fits, String resource, Path path, Violations violations) {
        if (!fits) {
            violations.add(Errors.tooManyDigits(resource, path, ExactNumbers.DIGITS));
        }
    }

    private static void time(TemporalAccessor time, String resource, Path path, Violations violations) {
        if (!isWithin(time)) {
            violations.add(Errors.invalid(
                    resource,
                    path,
                    "time-range",
                    Details.of("min", FIRST_YEAR, "max", LAST_YEAR),
                    "out of range (expected: years " + FIRST_YEAR + " to " + LAST_YEAR + ")"));
        }
    }

    private static boolean isWithin(TemporalAccessor time) {
        if (time instanceof Instant instant) {
            return !instant.isBefore(FIRST) && instant.isBefore(END);
        } else if (time instanceof java.time.OffsetDateTime at) {
            return isWithin(at.toLocalDateTime()) && isWithin(at.toInstant());
        }
        if (!time.isSupported(ChronoField.YEAR)) {
            return true;
        }
        int year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    static boolean isKey(String text) {
        int length = text.codePointCount(0, text.length());
        return length > 0 && length <= KEY_LENGTH && !text.equals(".") && !text.equals("..");
    }

    /** Adds what keeps a text from being a key: it has to stand as one segment in a path, and in an index. */
    void checkKey(String key, String resource, Path path, Violations violations) {
        if (!isKey(key)) {
            violations.add(Errors.invalid(
                    resource,
                    path,
                    "key",
                    Details.of("min", 1, "max", KEY_LENGTH),
                    "cannot be a key (expected: 1 to " + KEY_LENGTH + " characters, not . or ..)"));
        }
    }
}
