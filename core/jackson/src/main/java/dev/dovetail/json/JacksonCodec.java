package dev.dovetail.json;

import dev.dovetail.dao.ValueCodec;
import dev.dovetail.notification.outbox.EventCodec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes values as JSON: records as objects, enums in lower case, dates and times as ISO 8601, and reads them back.
 *
 * <p>What it does not know in a text it passes over, so that two versions of an application can run side by side.
 * Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class JacksonCodec implements EventCodec, ValueCodec {
    private final ObjectMapper mapper;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    private JacksonCodec(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the codec that names properties as the components are: {@code maxMessages}. */
    public static JacksonCodec create() {
        return new JacksonCodec(builder().propertyNamingStrategy(new Plain()).build());
    }

    /** Returns the codec that names properties in snake_case: {@code max_messages}. */
    public static JacksonCodec snakeCase() {
        return new JacksonCodec(
                builder().propertyNamingStrategy(new PlainSnakeCase()).build());
    }

    /** Returns the codec that writes as an application's own mapper does. */
    @SuppressWarnings("exports") // whoever has a mapper requires its module
    public static JacksonCodec of(ObjectMapper mapper) {
        return new JacksonCodec(mapper);
    }

    /**
     * Returns this codec for what people write by hand: it refuses properties that are not known, and values of another
     * type than the one wanted, instead of passing over the ones and converting the others.
     */
    public JacksonCodec strict() {
        return new JacksonCodec(mapper.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, JacksonCodec::textsOnly)
                .build());
    }

    private static void textsOnly(MutableCoercionConfig config) {
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** Leaves out the underscore of {@code interface_}, as columns do. */
    private static String plain(String name) {
        return name.replaceFirst("_$", "");
    }

    private static final class Plain extends PropertyNamingStrategies.NamingBase {
        private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return plain(name);
        }
    }

    private static final class PlainSnakeCase extends PropertyNamingStrategies.SnakeCaseStrategy {
        private static final long serialVersionUID = 1;

        @Override
        public String translate(String name) {
            return super.translate(plain(name));
        }
    }

    private static JsonMapper.Builder builder() {
        return JsonMapper.builder(JsonPart.JSON)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    @Override
    public String encode(@Nullable Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    @Override
    public <D> D decode(String text, Class<D> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JacksonException e) {
            throw unreadable(type, e);
        }
    }

    @Override
    public @Nullable Object decode(String text, Type type) {
        try {
            return readers.computeIfAbsent(type, key -> mapper.readerFor(mapper.constructType(key)))
                    .readValue(text);
        } catch (JacksonException e) {
            throw unreadable(type, e);
        }
    }

    /**
     * Returns the value that a part of a text stands for.
     *
     * @param type with its type arguments
     * @throws JsonFault with the place in the whole text, if the part does not fit the type
     */
    public @Nullable Object decode(JsonPart part, Type type) {
        try {
            return mapper.readValue(part.text(), mapper.constructType(type));
        } catch (JacksonException e) {
            throw e instanceof DatabindException binding
                    ? new JsonFault(at(part, binding), reason(binding), e)
                    : JsonFault.of(e, part.line(), part.column());
        }
    }

    /** Returns the part that an exception is about; what it says of the place is where reading had got to. */
    private static JsonPart at(JsonPart part, DatabindException e) {
        JsonPart at = part;
        for (JacksonException.Reference step : e.getPath()) {
            JsonPart next = step.getPropertyName() != null
                    ? at.members().get(step.getPropertyName())
                    : at.elements().stream()
                            .skip(Math.max(step.getIndex(), 0))
                            .findFirst()
                            .orElse(null);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static String reason(DatabindException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "unknown property " + unknown.getPropertyName()
                : e.getOriginalMessage();
    }

    private static IllegalArgumentException unreadable(Type type, JacksonException e) {
        return new IllegalArgumentException(
                "JSON does not fit " + type.getTypeName() + ": " + e.getOriginalMessage(), e);
    }
}
