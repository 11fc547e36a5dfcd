package dev.dovetail.json;

import dev.dovetail.dao.ValueCodec;
import dev.dovetail.notification.outbox.EventCodec;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

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
        return JsonMapper.builder()
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
            return mapper.readValue(text, mapper.constructType(type));
        } catch (JacksonException e) {
            throw unreadable(type, e);
        }
    }

    private static IllegalArgumentException unreadable(Type type, JacksonException e) {
        return new IllegalArgumentException(
                "JSON does not fit " + type.getTypeName() + ": " + e.getOriginalMessage(), e);
    }
}
