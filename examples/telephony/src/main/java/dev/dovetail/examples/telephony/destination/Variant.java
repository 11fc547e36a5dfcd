package dev.dovetail.examples.telephony.destination;

import dev.dovetail.http.json.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a destination of one type, or of one subtype, has.
 *
 * @param fields its own fields
 * @param further checks fields against each other once each is sound
 * @param next tells subtypes apart
 */
public record Variant(
        List<Field> fields, Rule further, @Nullable Selector next) {

    /** Checks fields against each other, and may change them. */
    public interface Rule {
        void apply(Map<String, @Nullable Object> values, Reading destination);
    }

    /** Tells variants apart by the value of a field. */
    public record Selector(Field field, Map<String, Variant> variants) {
        static Selector of(String name, Map<String, Variant> variants) {
            return new Selector(Field.choice(name, variants.keySet().toArray(new String[0])), variants);
        }

        void read(JsonNode object, Reading destination, Map<String, @Nullable Object> values) {
            field.read(object, destination, values);
            Variant variant = variants.get(String.valueOf(values.get(field.name())));
            if (variant != null) {
                variant.read(object, destination, values);
            }
        }
    }

    /** Returns what has these fields. */
    public static Variant of(Field... fields) {
        return new Variant(List.of(fields), (values, destination) -> {}, null);
    }

    /** Returns what has subtypes, told apart by a field. */
    public static Variant by(String selector, Map<String, Variant> variants) {
        return new Variant(List.of(), (values, destination) -> {}, Selector.of(selector, variants));
    }

    Variant then(Rule rule) {
        return new Variant(fields, rule, next);
    }

    void read(JsonNode object, Reading destination, Map<String, @Nullable Object> values) {
        fields.forEach(field -> field.read(object, destination, values));
        further.apply(values, destination);
        if (next != null) {
            next.read(object, destination, values);
        }
    }

    /** Returns variants by name, in this order. */
    public static Map<String, Variant> named(Object... namesAndVariants) {
        Map<String, Variant> named = new LinkedHashMap<>();
        for (int i = 0; i < namesAndVariants.length; i += 2) {
            named.put((String) namesAndVariants[i], (Variant) namesAndVariants[i + 1]);
        }
        return named;
    }
}
