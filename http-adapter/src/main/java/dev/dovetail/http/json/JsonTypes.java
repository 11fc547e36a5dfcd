package dev.dovetail.http.json;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.resource.Column;
import dev.dovetail.value.ExactNumbers;
import dev.dovetail.value.UnicodeText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Knows how a Java type is read from JSON. Immutable and thread-safe.
 *
 * <p>{@link #strict()} takes a JSON string for text, a JSON integer for whole numbers, {@code true} and {@code false}
 * for booleans, the canonical form (RFC 9562, section 4) for UUIDs, ISO 8601 for times, lower-case names for enums,
 * arrays for lists, objects for records. {@link #with} replaces the reader of a type.
 *
 * @since 0.1
 */
public final class JsonTypes {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final JsonTypes STRICT = new JsonTypes(strictReaders(), Map.of(), false);

    private final Map<Class<?>, ValueReader> readers;
    private final Map<Class<?>, Schema> schemas;
    private final boolean passesOver;
    private final ClassValue<RecordReader> records = new ClassValue<>() {
        @Override
        protected RecordReader computeValue(Class<?> type) {
            return RecordReader.of(type);
        }
    };

    private JsonTypes(Map<Class<?>, ValueReader> readers, Map<Class<?>, Schema> schemas, boolean passesOver) {
        this.readers = readers;
        this.schemas = schemas;
        this.passesOver = passesOver;
    }

    /** Returns the types that take nothing but the proper JSON type. */
    public static JsonTypes strict() {
        return STRICT;
    }

    /** Returns these types with another reader for a class; the boxed class stands for its primitive as well. */
    public JsonTypes with(Class<?> type, ValueReader reader) {
        Map<Class<?>, ValueReader> more = new HashMap<>(readers);
        more.put(type, reader);
        return new JsonTypes(more, schemas, passesOver);
    }

    /** Returns these types with another reader for a class, whose values are documented by a schema. */
    public JsonTypes with(Class<?> type, ValueReader reader, Schema schema) {
        Map<Class<?>, Schema> more = new HashMap<>(schemas);
        more.put(type, schema);
        return new JsonTypes(with(type, reader).readers, more, passesOver);
    }

    /**
     * Returns these types with fields passed over that nobody knows or that are read only; they are refused otherwise.
     */
    public JsonTypes passingOverUnknown() {
        return new JsonTypes(readers, schemas, true);
    }

    /** Returns whether fields are passed over that nobody knows. */
    boolean passesOverUnknown() {
        return passesOver;
    }

    /** Returns the schema of the values that bodies are to give for a type. */
    public Schema schema(Class<?> type) {
        Schema known = known(type);
        Schema plain = known == null ? TypeSchemas.plain(type) : known;
        return plain == null ? Schema.any() : plain;
    }

    /** Returns the schema given for a type; null if there is none. */
    @Nullable
    Schema known(Type type) {
        return schemas.get(boxed(raw(type)));
    }

    /**
     * Returns the reader of a type.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ValueReader reader(Type type) {
        Class<?> raw = raw(type);
        ValueReader known = readers.get(boxed(raw));
        if (known != null) {
            return known;
        } else if (raw.isEnum()) {
            return JsonTypes::readEnum;
        } else if (raw == List.class) {
            return JsonTypes::readList;
        } else if (raw.isRecord()) {
            return (node, wanted, reading) -> records.get(raw).read(node, reading);
        }
        throw new IllegalArgumentException("type " + type.getTypeName() + ": cannot be read from JSON; give a reader");
    }

    /** Reads one value at a place of a body; null, or a part of the value, after a fault. */
    public @Nullable Object read(
            JsonNode node, Type type, String resource, Path path, Naming naming, Violations violations) {
        return reader(type).read(node, type, new Reading(this, naming, resource, path, violations));
    }

    /** Returns the place of a component in its record, from 0; -1 if the class has none of this name. */
    int place(Class<?> type, String component) {
        return type.isRecord() ? records.get(type).place(component) : -1;
    }

    /** Returns the type of a component of a record. */
    Type componentType(Class<?> type, int place) {
        return records.get(type).componentType(place);
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive()
                ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
                : type;
    }

    private static Map<Class<?>, ValueReader> strictReaders() {
        Map<Class<?>, ValueReader> readers = new HashMap<>();
        readers.put(String.class, JsonTypes::readText);
        readers.put(
                Integer.class,
                (node, type, to) -> node.isIntegralNumber() && node.canConvertToInt()
                        ? (Object) node.intValue()
                        : to.wrongType("integer"));
        readers.put(
                Long.class,
                (node, type, to) -> node.isIntegralNumber() && node.canConvertToLong()
                        ? (Object) node.longValue()
                        : to.wrongType("integer"));
        readers.put(Double.class, JsonTypes::readDouble);
        readers.put(BigDecimal.class, JsonTypes::readDecimal);
        readers.put(BigInteger.class, JsonTypes::readWhole);
        readers.put(
                Boolean.class,
                (node, type, to) -> node.isBoolean() ? (Object) node.booleanValue() : to.wrongType("boolean"));
        readers.put(UUID.class, (node, type, to) -> {
            boolean canonical =
                    node.isString() && UUID_TEXT.matcher(node.stringValue()).matches();
            return canonical ? (Object) UUID.fromString(node.stringValue()) : to.wrongType("uuid");
        });
        readers.put(Instant.class, time("instant", Instant::parse));
        readers.put(LocalDateTime.class, time("datetime", LocalDateTime::parse));
        readers.put(LocalDate.class, time("date", LocalDate::parse));
        readers.put(LocalTime.class, time("time", LocalTime::parse));
        readers.put(Duration.class, time("duration", Duration::parse));
        return Collections.unmodifiableMap(readers);
    }

    private static @Nullable Object readText(JsonNode node, Type type, Reading to) {
        if (!node.isString()) {
            return to.wrongType("string");
        }
        int fault = UnicodeText.fault(node.stringValue());
        return fault < 0 ? node.stringValue() : to.report(Errors.notUnicode(to.resource(), to.path(), fault));
    }

    private static @Nullable Object readWhole(JsonNode node, Type type, Reading to) {
        if (!node.isIntegralNumber()) {
            return to.wrongType("integer");
        }
        return ExactNumbers.fits(node.decimalValue())
                ? node.bigIntegerValue()
                : to.report(Errors.tooManyDigits(to.resource(), to.path(), ExactNumbers.DIGITS));
    }

    private static @Nullable Object readDecimal(JsonNode node, Type type, Reading to) {
        if (!node.isNumber()) {
            return to.wrongType("number");
        }
        BigDecimal number = node.decimalValue();
        return ExactNumbers.fits(number)
                ? number
                : to.report(Errors.tooManyDigits(to.resource(), to.path(), ExactNumbers.DIGITS));
    }

    /** A double that would be answered with other digits than it was given is refused. */
    private static @Nullable Object readDouble(JsonNode node, Type type, Reading to) {
        if (!(readDecimal(node, type, to) instanceof BigDecimal number)) {
            return null;
        }
        return ExactNumbers.isDouble(number)
                ? (Object) number.doubleValue()
                : to.report(Errors.invalid(
                        to.resource(),
                        to.path(),
                        "double",
                        Details.none(),
                        "not kept to the last digit (expected: a double of IEEE 754; 15 digits always are)"));
    }

    private static ValueReader time(String expected, Function<String, Object> parse) {
        return (node, type, to) -> {
            try {
                return node.isString() ? parse.apply(node.stringValue()) : to.wrongType(expected);
            } catch (DateTimeParseException | ArithmeticException e) {
                return to.wrongType(expected);
            }
        };
    }

    private static @Nullable Object readEnum(JsonNode node, Type type, Reading to) {
        if (!node.isString()) {
            return to.wrongType("string");
        }
        Object[] constants = Objects.requireNonNull(raw(type).getEnumConstants());
        for (Object constant : constants) {
            if (Column.text(constant).equals(node.stringValue())) {
                return constant;
            }
        }
        List<String> choices = Arrays.stream(constants).map(Column::text).toList();
        return to.report(Errors.invalid(
                to.resource(),
                to.path(),
                "enum",
                Details.of("choices", choices),
                "unknown value (expected: one of " + String.join(", ", choices) + ")"));
    }

    private static @Nullable Object readList(JsonNode node, Type type, Reading to) {
        Type element = ((ParameterizedType) type).getActualTypeArguments()[0];
        if (!node.isArray()) {
            return to.wrongType(raw(element).isRecord() ? "nested-list" : "list");
        }
        List<@Nullable Object> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            Reading at = to.index(i);
            JsonNode one = node.get(i);
            values.add(one.isNull() ? at.report(Errors.nullValue(to.resource(), at.path())) : at.read(one, element));
        }
        return Collections.unmodifiableList(values);
    }
}
