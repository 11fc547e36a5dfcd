package dev.dovetail.examples.telephony.destination;

import dev.dovetail.resource.Resource;
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

    /** Returns the destination that is a user. */
    public static Destination ofUser(int user) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("type", "user");
        values.put("user_id", user);
        values.put("ring_time", null);
        values.put("moh_uuid", null);
        return new Destination(values);
    }

    /** Returns the object that it leads to, if its type has one. */
    public Optional<Target<?, ?>> target() {
        return DestinationTypes.target(this);
    }

    /** Returns whether it leads to an object. */
    public <T extends Record, K> boolean leadsTo(Resource<T, K> resource) {
        return target().filter(target -> target.isOf(resource)).isPresent();
    }
}
