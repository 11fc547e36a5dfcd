package dev.dovetail.dao.mybatis;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.value.StoredValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows what one column of a table can keep, from the table's own metadata. Immutable.
 *
 * @param sqlType one of {@link Types}
 * @param name of the type in SQL, in upper case
 * @param precision digits or characters; 0 for no bound
 * @param scale digits after the point
 */
record ColumnBounds(Dialect dialect, int sqlType, String name, int precision, int scale) {
    private static final int MICROS = 6;
    private static final Map<Integer, Long> WHOLE =
            Map.of(Types.TINYINT, (long) Byte.MAX_VALUE, Types.SMALLINT, (long) Short.MAX_VALUE, Types.INTEGER, (long)
                    Integer.MAX_VALUE);

    /** Returns the bounds of a column of a statement's result, counted from 1. */
    static ColumnBounds of(ResultSetMetaData columns, int index, Dialect dialect) throws SQLException {
        return new ColumnBounds(
                dialect,
                columns.getColumnType(index),
                columns.getColumnTypeName(index).toUpperCase(Locale.ROOT),
                columns.getPrecision(index),
                columns.getScale(index));
    }

    /** Returns how the column would change values of a type behind everybody's back; null if it would not. */
    @Nullable
    String loses(Class<?> type) {
        if (type == BigDecimal.class && isBareNumeric()) {
            return "keeps no digits after the point (expected: numeric(precision, scale))";
        } else if (type == BigDecimal.class && isFloat()) {
            return "keeps no decimals exactly (expected: numeric(precision, scale))";
        } else if ((type == Double.class || type == double.class) && sqlType == Types.REAL) {
            return "keeps 7 digits of a double (expected: double precision)";
        }
        return sqlType == Types.CHAR && type == String.class ? "pads texts (expected: varchar)" : null;
    }

    /** H2 takes {@code numeric} for one without a fraction, PostgreSQL for one without bounds. */
    private boolean isBareNumeric() {
        return dialect == Dialect.H2
                && (sqlType == Types.NUMERIC || sqlType == Types.DECIMAL)
                && scale == 0
                && precision >= 100_000
                && !name.equals("DECFLOAT");
    }

    private boolean isFloat() {
        return sqlType == Types.REAL || sqlType == Types.DOUBLE || (sqlType == Types.FLOAT && !name.equals("DECFLOAT"));
    }

    /** Returns what the column keeps of a value; a value that it cannot keep is told, and returned as it is. */
    Object fitted(Object value, String resource, Path path, Violations violations) {
        if (value instanceof String text) {
            if (isTooLong(text)) {
                violations.add(Errors.doesNotFit(resource, path, "at most " + precision + " characters"));
            }
        } else if (value instanceof BigDecimal number) {
            return decimal(number, resource, path, violations);
        } else if (value instanceof BigInteger number) {
            decimal(new BigDecimal(number), resource, path, violations);
        } else if (value instanceof Integer || value instanceof Long) {
            whole(((Number) value).longValue(), resource, path, violations);
        } else if (value instanceof Temporal time && scale < MICROS && hasFraction(time)) {
            return cut(time);
        }
        return value;
    }

    private boolean isTooLong(String text) {
        if (sqlType != Types.VARCHAR || precision <= 0 || text.length() <= precision) {
            return false;
        }
        return dialect == Dialect.H2 || text.codePointCount(0, text.length()) > precision;
    }

    private Object decimal(BigDecimal number, String resource, Path path, Violations violations) {
        boolean bounded = (sqlType == Types.NUMERIC || sqlType == Types.DECIMAL) && precision > 0;
        if (name.equals("DECFLOAT")) {
            return floating(number, resource, path, violations);
        } else if (!bounded) {
            return number;
        }
        BigDecimal plain = number.stripTrailingZeros();
        boolean fits = plain.scale() <= scale && (long) plain.precision() - plain.scale() <= precision - scale;
        if (fits || plain.signum() == 0) {
            return number.setScale(scale, RoundingMode.UNNECESSARY);
        }
        violations.add(Errors.doesNotFit(
                resource,
                path,
                "at most " + (precision - scale) + " digits before the point and " + scale + " after it"));
        return number;
    }

    /** H2's decimals with an exponent of their own keep no zeros at the end. */
    private Object floating(BigDecimal number, String resource, Path path, Violations violations) {
        if (number.stripTrailingZeros().precision() > precision) {
            violations.add(Errors.doesNotFit(resource, path, "at most " + precision + " digits"));
        }
        return StoredValues.comparable(number);
    }

    private void whole(long number, String resource, Path path, Violations violations) {
        Long most = WHOLE.get(sqlType);
        if (most != null && (number > most || number < -most - 1)) {
            violations.add(Errors.doesNotFit(resource, path, (-most - 1) + " to " + most));
        }
    }

    private static boolean hasFraction(Temporal time) {
        return time instanceof Instant
                || time instanceof LocalDateTime
                || time instanceof LocalTime
                || time instanceof OffsetDateTime;
    }

    private Temporal cut(Temporal time) {
        long unit = ChronoUnit.SECONDS.getDuration().toNanos() / (long) Math.pow(10, scale);
        long nanos = time.get(java.time.temporal.ChronoField.NANO_OF_SECOND);
        return time.with(java.time.temporal.ChronoField.NANO_OF_SECOND, nanos - nanos % unit);
    }
}
