package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.ServiceRule;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A type of destinations that lead to the objects of a resource; part of the plugin of the resource. It is named as the
 * resource is, and an object is named by a field called after it: {@code user_id}, {@code switchboard_uuid}.
 * Destinations that lead to an object go when it is deleted. Immutable and thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public final class DestinationType<T extends Record, K> implements Plugin {
    private final Resource<T, K> resource;
    private final Variant variant;
    private final Map<String, Column<T, String>> shown;
    private final List<ServiceRule<Destination>> needs;

    private DestinationType(
            Resource<T, K> resource,
            Variant variant,
            Map<String, Column<T, String>> shown,
            List<ServiceRule<Destination>> needs) {
        this.resource = resource;
        this.variant = variant;
        this.shown = shown;
        this.needs = needs;
    }

    /** Returns the type that has these fields after the one that names the object. */
    public static <T extends Record, K> DestinationType<T, K> of(Resource<T, K> resource, Field... beside) {
        String key = keyField(resource);
        List<Field> fields = new ArrayList<>();
        fields.add(key.endsWith("_id") ? Field.integer(key) : Field.uuid(key));
        fields.addAll(List.of(beside));
        return of(resource, Variant.of(fields.toArray(new Field[0])));
    }

    /** Returns the type that has fields of its own; it leads to an object if the one that names it is given. */
    public static <T extends Record, K> DestinationType<T, K> of(Resource<T, K> resource, Variant variant) {
        return new DestinationType<>(resource, variant, Map.of(), List.of());
    }

    private static String nameOf(Resource<?, ?> resource) {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    private static String keyField(Resource<?, ?> resource) {
        Class<?> type = resource.key().type();
        return nameOf(resource) + (type == int.class || type == Integer.class ? "_id" : "_uuid");
    }

    /** Returns this type with one of the values of the object shown beside its key. */
    public DestinationType<T, K> showing(String jsonName, Column<T, String> column) {
        Map<String, Column<T, String>> more = new LinkedHashMap<>(shown);
        more.put(jsonName, column);
        return new DestinationType<>(resource, variant, more, needs);
    }

    /** Returns this type with its fields checked against each other, once each is sound. */
    public DestinationType<T, K> checking(Variant.Rule rule) {
        return new DestinationType<>(resource, variant.then(rule), shown, needs);
    }

    /** Returns this type with a rule of what else it names, which runs once the object has been found. */
    public DestinationType<T, K> requiring(ServiceRule<Destination> rule) {
        List<ServiceRule<Destination>> more = new ArrayList<>(needs);
        more.add(rule);
        return new DestinationType<>(resource, variant, shown, more);
    }

    /** Returns the name of the type: {@code user}. */
    @Override
    public String name() {
        return nameOf(resource);
    }

    /** Returns the extension of the resource that takes destinations away. */
    @Override
    public List<Plugin> parts() {
        return List.of(ResourcePlugin.extending(resource)
                .deleting((services, deletion) -> forget(services, resource.keyOf(deletion.value()))));
    }

    private void forget(Services services, K key) {
        String token = Destination.token(name(), key);
        for (DestinationOwner<?, ?> owner : services.plugins(DestinationOwner.class)) {
            owner.forget(services, token);
        }
    }

    /** Returns what the destinations lead to. */
    public Resource<T, K> resource() {
        return resource;
    }

    Variant variant() {
        return variant;
    }

    /** Returns the destination that is an object, of a type without subtypes; what may be left out is. */
    public Destination to(K key) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("type", name());
        variant.fields().forEach(field -> values.put(field.name(), field.absent()));
        values.put(keyField(resource), key instanceof Integer ? key : key.toString());
        return new Destination(values);
    }

    /** Returns the key of the object that a destination leads to, if it is of this type. */
    @SuppressWarnings("unchecked") // the field is read as the key's type is
    public Optional<K> key(Destination destination) {
        if (!destination.type().equals(name())) {
            return Optional.empty();
        }
        Object value = destination.values().get(keyField(resource));
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of((K) (resource.key().type() == UUID.class ? UUID.fromString(value.toString()) : value));
    }

    /** Requires that the object exists, in any tenant, and keeps it from being deleted meanwhile. */
    void check(Destination destination, Services services, String detail, Violations violations) {
        key(destination)
                .filter(key -> services.dao(resource).hold(key).isEmpty())
                .ifPresent(key -> violations.add(
                        Errors.referenceNotFound(Path.of(detail), resource.name(), Details.of(detail, told(key)))));
        if (violations.isEmpty()) {
            needs.forEach(need -> need.check(services, destination, violations));
        }
    }

    /** Returns the key as errors tell it. */
    private static Object told(Object key) {
        return key instanceof String text ? UUID.fromString(text) : key;
    }

    /** Finds what is shown of the objects of some destinations, all of this type, by destination. */
    Lookup<Map<Destination, Map<String, @Nullable Object>>> names(List<Destination> destinations, Lookups lookups) {
        if (shown.isEmpty()) {
            return lookups.known(Map.of());
        }
        List<K> keys = destinations.stream().flatMap(each -> key(each).stream()).toList();
        return lookups.referenced(resource, resource.key(), keys).map(rows -> names(destinations, rows));
    }

    private Map<Destination, Map<String, @Nullable Object>> names(List<Destination> destinations, Map<K, T> rows) {
        Map<Destination, Map<String, @Nullable Object>> names = new LinkedHashMap<>();
        for (Destination destination : destinations) {
            key(destination).map(rows::get).ifPresent(row -> {
                Map<String, @Nullable Object> values = new LinkedHashMap<>();
                shown.forEach((jsonName, column) -> values.put(jsonName, column.get(row)));
                names.put(destination, values);
            });
        }
        return names;
    }
}
