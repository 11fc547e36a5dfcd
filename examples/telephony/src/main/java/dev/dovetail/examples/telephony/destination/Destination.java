package dev.dovetail.examples.telephony.destination;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a call goes.
 *
 * @param values the type and what it needs, by JSON name: texts, integers, floats, booleans, maps of texts, or null
 */
public record Destination(Map<String, @Nullable Object> values) {
    /** Leads nowhere. */
    public static final Destination NONE = new Destination(Map.of("type", "none"));

    public Destination {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Returns the name of its type. */
    String type() {
        return String.valueOf(values.get("type"));
    }

    /**
     * Returns the text that stands for the object that it leads to among all objects of all kinds: {@code user:12}. The
     * object is named by a field called after the type: {@code user_id}, {@code switchboard_uuid}.
     */
    Optional<String> token() {
        Object id = values.get(type() + "_id");
        Object key = id == null ? values.get(type() + "_uuid") : id;
        return Optional.ofNullable(key).map(found -> token(type(), found));
    }

    static String token(String type, Object key) {
        return type + ":" + key;
    }
}
