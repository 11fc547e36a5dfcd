package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes destinations with the names of what they lead to, looked up for all of them at once: {@link
 * Destinations#shown}.
 */
public final class ShownDestinations {
    private final Map<Destination, Map<String, @Nullable Object>> names;

    private ShownDestinations(Map<Destination, Map<String, @Nullable Object>> names) {
        this.names = names;
    }

    static Lookup<ShownDestinations> of(
            List<Destination> destinations, Map<String, DestinationType<?, ?>> types, Lookups lookups) {
        Map<DestinationType<?, ?>, List<Destination>> byType = new HashMap<>();
        for (Destination destination : destinations) {
            DestinationType<?, ?> type = types.get(destination.type());
            if (type != null) {
                byType.computeIfAbsent(type, key -> new ArrayList<>()).add(destination);
            }
        }
        Lookup<Map<Destination, Map<String, @Nullable Object>>> names = lookups.known(Map.of());
        for (Map.Entry<DestinationType<?, ?>, List<Destination>> each : byType.entrySet()) {
            names = names.with(each.getKey().names(each.getValue(), lookups), ShownDestinations::both);
        }
        return names.map(ShownDestinations::new);
    }

    private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other) {
        Map<K, V> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Returns the values of one of them with the names; null for null. */
    public @Nullable Map<String, @Nullable Object> values(@Nullable Destination destination) {
        if (destination == null) {
            return null;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(destination.values());
        values.putAll(names.getOrDefault(destination, Map.of()));
        return values;
    }

    /** Writes one of them, or null. */
    public void write(@Nullable Destination destination, JsonGenerator out) {
        writeValue(values(destination), out);
    }

    /** Writes a value of a destination. */
    public static void writeValue(@Nullable Object value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof BigDecimal number) { // as stores read back a fraction
            out.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((name, inner) -> {
                out.writeName(name.toString());
                writeValue(inner, out);
            });
            out.writeEndObject();
        } else {
            out.writeString(value.toString());
        }
    }
}
