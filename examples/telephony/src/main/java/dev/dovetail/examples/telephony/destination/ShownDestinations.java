package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookups;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes destinations with the names of what they lead to, looked up for all of them at once. */
public final class ShownDestinations {
    private final Map<Destination, Map<String, @Nullable Object>> names = new HashMap<>();

    private ShownDestinations() {}

    /** Returns what writes any of these destinations. */
    public static ShownDestinations of(List<Destination> destinations, Lookups lookups) {
        Map<Target<?, ?>, List<Destination>> byTarget = new HashMap<>();
        for (Destination destination : destinations) {
            destination
                    .target()
                    .ifPresent(target -> byTarget.computeIfAbsent(target, key -> new ArrayList<>())
                            .add(destination));
        }
        ShownDestinations shown = new ShownDestinations();
        byTarget.forEach((target, some) -> shown.names.putAll(target.names(some, lookups)));
        return shown;
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
