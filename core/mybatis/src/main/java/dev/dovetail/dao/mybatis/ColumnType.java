package dev.dovetail.dao.mybatis;

import dev.dovetail.dao.ValueCodec;
import dev.dovetail.resource.Column;
import dev.dovetail.value.StoredValues;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Binds values of one type to parameters and reads them from rows, without a look-up per value. Immutable.
 *
 * @param javaType what values are, boxed
 * @param sqlType for nulls, one of {@link Types}
 * @param element the name of the type in SQL, as that of an array's elements
 * @param stored makes of a value what will be read back
 */
record ColumnType(
        Class<?> javaType, int sqlType, String element, UnaryOperator<Object> stored, Binder binder, Reader reader) {

    /** Binds a value that is not null. */
    interface Binder {
        void bind(PreparedStatement statement, int index, Object value) throws SQLException;
    }

    /** Reads a column of the current row. */
    interface Reader {
        @Nullable
        Object read(ResultSet rows, int index) throws SQLException;
    }

    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final long NANOS_OF_MICRO = 1_000;

    static final ColumnType STRING = of(
            String.class,
            Types.VARCHAR,
            "text",
            (statement, index, value) -> statement.setString(index, (String) value),
            ResultSet::getString);
    static final ColumnType INTEGER = of(
            Integer.class,
            Types.INTEGER,
            "int4",
            (statement, index, value) -> statement.setInt(index, (Integer) value),
            ColumnType::readInteger);
    static final ColumnType LONG = of(
            Long.class,
            Types.BIGINT,
            "int8",
            (statement, index, value) -> statement.setLong(index, (Long) value),
            ColumnType::readLong);
    static final ColumnType DOUBLE = of(
            Double.class,
            Types.DOUBLE,
            "float8",
            (statement, index, value) -> statement.setDouble(index, (Double) value),
            ColumnType::readDouble);
    static final ColumnType BOOLEAN = of(
            Boolean.class,
            Types.BOOLEAN,
            "bool",
            (statement, index, value) -> statement.setBoolean(index, (Boolean) value),
            ColumnType::readBoolean);
    static final ColumnType UUIDS = of(
            UUID.class,
            Types.OTHER,
            "uuid",
            PreparedStatement::setObject,
            (rows, index) -> rows.getObject(index, UUID.class));
    static final ColumnType DECIMAL = of(
            BigDecimal.class,
            Types.NUMERIC,
            "numeric",
            (statement, index, value) -> statement.setBigDecimal(index, (BigDecimal) value),
            ColumnType::readDecimal);
    private static final ColumnType WHOLE = of(
            BigInteger.class,
            Types.NUMERIC,
            "numeric",
            (statement, index, value) -> statement.setBigDecimal(index, new BigDecimal((BigInteger) value)),
            ColumnType::readWhole);
    private static final ColumnType DURATION = new ColumnType(
            Duration.class,
            Types.BIGINT,
            "int8",
            StoredValues::fitted,
            (statement, index, value) -> statement.setLong(index, micros((Duration) value)),
            ColumnType::readDuration);
    static final ColumnType INSTANT = new ColumnType(
            Instant.class,
            Types.TIMESTAMP_WITH_TIMEZONE,
            "timestamptz",
            StoredValues::fitted,
            (statement, index, value) -> statement.setObject(index, ((Instant) value).atOffset(ZoneOffset.UTC)),
            ColumnType::readInstant);
    private static final ColumnType DATE = of(
            LocalDate.class,
            Types.DATE,
            "date",
            PreparedStatement::setObject,
            (rows, index) -> rows.getObject(index, LocalDate.class));
    private static final ColumnType TIME = new ColumnType(
            LocalTime.class,
            Types.TIME,
            "time",
            StoredValues::fitted,
            PreparedStatement::setObject,
            (rows, index) -> rows.getObject(index, LocalTime.class));
    private static final ColumnType DATE_TIME = new ColumnType(
            LocalDateTime.class,
            Types.TIMESTAMP,
            "timestamp",
            StoredValues::fitted,
            PreparedStatement::setObject,
            (rows, index) -> rows.getObject(index, LocalDateTime.class));

    private static final Map<Class<?>, ColumnType> KNOWN = Map.ofEntries(
            Map.entry(String.class, STRING),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(UUID.class, UUIDS),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(BigInteger.class, WHOLE),
            Map.entry(Duration.class, DURATION),
            Map.entry(Instant.class, INSTANT),
            Map.entry(LocalDate.class, DATE),
            Map.entry(LocalTime.class, TIME),
            Map.entry(LocalDateTime.class, DATE_TIME));

    private static ColumnType of(Class<?> javaType, int sqlType, String element, Binder binder, Reader reader) {
        return new ColumnType(javaType, sqlType, element, StoredValues::fitted, binder, reader);
    }

    /** Returns the type of a column; one without a type of its own needs a codec. */
    static ColumnType of(Column<?, ?> column, Dialect dialect, @Nullable ValueCodec codec) {
        ColumnType plain = plain(column.type(), dialect);
        if (plain != null) {
            return plain;
        }
        if (codec == null || column.type().isPrimitive()) {
            throw new IllegalArgumentException(column + ": " + column.type().getSimpleName()
                    + " has no column type (expected: a codec that writes values, such as JacksonCodec, told to the"
                    + " store's builder)");
        }
        return ofText(column.type(), column.genericType(), dialect, codec);
    }

    /** Returns the type of a derived value. */
    static ColumnType of(String derived, Class<?> type, Dialect dialect) {
        ColumnType plain = plain(type, dialect);
        if (plain == null) {
            throw new IllegalArgumentException(
                    "derived value " + derived + ": " + type.getSimpleName() + " has no column type");
        }
        return plain;
    }

    private static @Nullable ColumnType plain(Class<?> type, Dialect dialect) {
        return type.isEnum() ? ofEnum(type, dialect) : KNOWN.get(type);
    }

    private static ColumnType ofEnum(Class<?> type, Dialect dialect) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(Column.text(constant), constant);
        }
        return of(
                type,
                Types.VARCHAR,
                "text",
                text(dialect, Column::text),
                (rows, index) -> constant(constants, rows.getString(index)));
    }

    private static @Nullable Object constant(Map<String, Object> constants, @Nullable String text)
            throws SQLDataException {
        if (text == null) {
            return null;
        }
        Object constant = constants.get(text);
        if (constant == null) {
            throw new SQLDataException("a stored value is none of " + constants.keySet());
        }
        return constant;
    }

    private static ColumnType ofText(Class<?> type, Type generic, Dialect dialect, ValueCodec codec) {
        return of(
                type,
                Types.VARCHAR,
                "text",
                text(dialect, codec::encode),
                (rows, index) -> decode(codec, rows.getString(index), generic));
    }

    private static @Nullable Object decode(ValueCodec codec, @Nullable String text, Type type) {
        return text == null ? null : codec.decode(text, type);
    }

    /** Returns what binds a text of no certain type, so that PostgreSQL takes it for json and enum columns too. */
    private static Binder text(Dialect dialect, java.util.function.Function<Object, String> text) {
        return dialect == Dialect.POSTGRESQL
                ? (statement, index, value) -> statement.setObject(index, text.apply(value), Types.OTHER)
                : (statement, index, value) -> statement.setString(index, text.apply(value));
    }

    /** Returns the type of an array of values of this one, given as a collection. */
    ColumnType array() {
        return of(
                Collection.class,
                Types.ARRAY,
                element,
                (statement, index, values) -> {
                    Object[] elements =
                            ((Collection<?>) values).stream().map(this::inArray).toArray();
                    statement.setArray(index, statement.getConnection().createArrayOf(element, elements));
                },
                ResultSet::getArray);
    }

    /** Returns the type by which the columns of several selects become one, as both databases know it. */
    String kind() {
        return isText() ? "text" : sqlType == Types.TIMESTAMP_WITH_TIMEZONE ? "timestamp with time zone" : element;
    }

    /** Returns whether values are kept as texts. */
    boolean isText() {
        return sqlType == Types.VARCHAR;
    }

    /** Returns whether there are arrays of it; values that a codec writes have none. */
    boolean hasArrays() {
        return sqlType != Types.VARCHAR || javaType.isEnum() || javaType.equals(String.class);
    }

    private Object inArray(Object value) {
        return javaType.isEnum() ? Column.text(value) : value;
    }

    void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, sqlType);
        } else {
            binder.bind(statement, index, value);
        }
    }

    @Nullable
    Object read(ResultSet rows, int index) throws SQLException {
        return reader.read(rows, index);
    }

    private static @Nullable Object readInteger(ResultSet rows, int index) throws SQLException {
        int value = rows.getInt(index);
        return (value == 0 && rows.wasNull()) ? null : (Integer) value;
    }

    private static @Nullable Object readLong(ResultSet rows, int index) throws SQLException {
        long value = rows.getLong(index);
        return (value == 0 && rows.wasNull()) ? null : (Long) value;
    }

    private static @Nullable Object readDouble(ResultSet rows, int index) throws SQLException {
        double value = rows.getDouble(index);
        return rows.wasNull() ? null : (Double) value;
    }

    private static @Nullable Object readBoolean(ResultSet rows, int index) throws SQLException {
        boolean value = rows.getBoolean(index);
        return (!value && rows.wasNull()) ? null : (Boolean) value;
    }

    private static @Nullable Object readDecimal(ResultSet rows, int index) throws SQLException {
        BigDecimal value = rows.getBigDecimal(index);
        return value == null ? null : StoredValues.fitted(value);
    }

    private static @Nullable Object readWhole(ResultSet rows, int index) throws SQLException {
        BigDecimal value = rows.getBigDecimal(index);
        return value == null ? null : value.toBigIntegerExact();
    }

    private static long micros(Duration duration) {
        return Math.addExact(
                Math.multiplyExact(duration.getSeconds(), MICROS_OF_SECOND), duration.getNano() / NANOS_OF_MICRO);
    }

    private static @Nullable Object readDuration(ResultSet rows, int index) throws SQLException {
        long micros = rows.getLong(index);
        return rows.wasNull() ? null : Duration.of(micros, ChronoUnit.MICROS);
    }

    private static @Nullable Object readInstant(ResultSet rows, int index) throws SQLException {
        OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
