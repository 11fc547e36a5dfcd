package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The kind of object that a type of destinations leads to. Immutable and thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public final class Target<T extends Record, K> {
    private final String name;
    private final String field;
    private final @Nullable Resource<T, K> resource;
    private final Map<String, Column<T, String>> shown;

    private Target(String name, String field, @Nullable Resource<T, K> resource, Map<String, Column<T, String>> shown) {
        this.name = name;
        this.field = field;
        this.resource = resource;
        this.shown = shown;
    }

    /** Returns the target that is an object of a resource, its key in this field. */
    static <T extends Record, K> Target<T, K> of(Resource<T, K> resource, String field) {
        return new Target<>(resource.name(), field, resource, Map.of());
    }

    /** Returns the target of a kind that this server does not have: none is ever found. */
    static Target<?, ?> unknown(String name, String field) {
        return new Target<>(name, field, null, Map.of());
    }

    /** Returns this target with one of its values shown beside its key. */
    Target<T, K> showing(String jsonName, Column<T, String> column) {
        Map<String, Column<T, String>> more = new LinkedHashMap<>(shown);
        more.put(jsonName, column);
        return new Target<>(name, field, resource, more);
    }

    boolean isOf(Resource<?, ?> other) {
        return other.equals(resource);
    }

    /** Returns the text that stands for an object among all objects of all kinds. */
    static String token(String name, Object key) {
        return name + ":" + key;
    }

    String token(Destination destination) {
        return token(name, key(destination));
    }

    private Object key(Destination destination) {
        Object value = Objects.requireNonNull(destination.values().get(field), field);
        boolean uuid = resource != null && resource.key().type() == UUID.class;
        return uuid ? UUID.fromString(value.toString()) : value;
    }

    /** Returns the key as errors tell it. */
    private Object told(Destination destination) {
        Object key = key(destination);
        return field.endsWith("_uuid") ? UUID.fromString(key.toString()) : key;
    }

    /** Returns the key of the object if it is one of a resource. */
    @SuppressWarnings("unchecked") // asked for that resource
    <X> Optional<X> key(Destination destination, Resource<?, X> of) {
        return isOf(of) ? Optional.of((X) key(destination)) : Optional.empty();
    }

    /** Requires that the object exists, in any tenant, and keeps it from being deleted meanwhile. */
    @SuppressWarnings("unchecked") // fields are read as the key's type is
    void check(Destination destination, Services services, String detail, Violations violations) {
        Object key = key(destination);
        boolean found = resource != null
                && services.loaded(resource.collection())
                && services.dao(resource).hold((K) key).isPresent();
        if (!found) {
            violations.add(Errors.referenceNotFound(Path.of(detail), name, Details.of(detail, told(destination))));
        }
    }

    /** Finds what is shown of the objects of some destinations, all of this type, by destination. */
    @SuppressWarnings("unchecked") // fields are read as the key's type is
    Lookup<Map<Destination, Map<String, @Nullable Object>>> names(List<Destination> destinations, Lookups lookups) {
        if (resource == null || shown.isEmpty()) {
            return lookups.known(Map.of());
        }
        List<K> keys = destinations.stream().map(each -> (K) key(each)).toList();
        return lookups.referenced(resource, resource.key(), keys).map(rows -> names(destinations, rows));
    }

    @SuppressWarnings("unchecked") // fields are read as the key's type is
    private Map<Destination, Map<String, @Nullable Object>> names(List<Destination> destinations, Map<K, T> rows) {
        Map<Destination, Map<String, @Nullable Object>> names = new LinkedHashMap<>();
        for (Destination destination : destinations) {
            T row = rows.get((K) key(destination));
            if (row != null) {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                shown.forEach((jsonName, column) -> values.put(jsonName, column.get(row)));
                names.put(destination, values);
            }
        }
        return names;
    }
}
