package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.validation.Rule;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Reads, checks and shows destinations of the types that are loaded. Thread-safe.
 *
 * <p>A plugin whose objects calls can be sent to has a {@link DestinationType} among its parts, and one whose objects
 * have destinations a {@link DestinationOwner}.
 */
public final class Destinations {
    private static final String TARGET = "actionarg1";

    private final Services services;
    private final Map<String, DestinationType<?, ?>> types = new LinkedHashMap<>();
    private final Variant.Selector all;

    private Destinations(Services services) {
        this.services = services;
        Map<String, Variant> variants = new TreeMap<>(PlainTypes.ALL);
        for (DestinationType<?, ?> type : services.plugins(DestinationType.class)) {
            types.put(type.name(), type);
            variants.put(type.name(), type.variant());
        }
        this.all = Variant.Selector.of("type", variants);
    }

    /** Returns the destinations of the types that are loaded. */
    public static Destinations of(Services services) {
        return new Destinations(services);
    }

    /** Returns what they look like. */
    public Schema schema() {
        List<String> names = List.copyOf(all.variants().keySet());
        return Schema.named(
                "Destination",
                List.of(Destinations.class, names),
                () -> Schema.object()
                        .field("type", Schema.oneOf(names))
                        .with("additionalProperties", true)
                        .described("Where a call goes; what is needed beside the type depends on it."));
    }

    /** Returns types with destinations among them. */
    public JsonTypes types(JsonTypes others) {
        return others.with(Destination.class, this::read, schema());
    }

    private @Nullable Object read(JsonNode node, Type type, Reading to) {
        if (!node.isObject()) {
            return to.wrongType("object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        all.read(node, to, values);
        return new Destination(values);
    }

    /** Requires that what a destination leads to, and what it names beside, exists in some tenant. */
    public void check(@Nullable Destination destination, Violations violations) {
        check(destination, TARGET, violations);
    }

    /** Does as {@link #check}; {@code detail} is the word that an error tells a target by. */
    public void check(@Nullable Destination destination, String detail, Violations violations) {
        if (destination == null || !violations.isEmpty()) {
            return;
        }
        DestinationType<?, ?> type = types.get(destination.type());
        if (type != null) {
            type.check(destination, services, detail, violations);
        }
    }

    /** Returns the rule that checks the destinations of an object, one after the other. */
    public <T extends Record> Rule<Change<T>> exist(Function<T, List<@Nullable Destination>> destinations) {
        return (change, violations) -> destinations.apply(change.value()).forEach(each -> check(each, violations));
    }

    /** Returns a text that says where some destinations lead, to be kept beside their owner. */
    public static String targets(@Nullable Destination... destinations) {
        StringBuilder targets = new StringBuilder(" ");
        for (Destination destination : destinations) {
            if (destination != null) {
                destination.token().ifPresent(token -> targets.append(token).append(' '));
            }
        }
        return targets.toString();
    }

    /** Returns a destination, or nothing if it leads to the target of this token. */
    public static @Nullable Destination without(@Nullable Destination destination, String token) {
        return targets(destination).contains(" " + token + " ") ? null : destination;
    }

    /** Finds what is shown of what destinations lead to, for all of them at once. */
    public Lookup<ShownDestinations> shown(List<Destination> destinations, Lookups lookups) {
        return ShownDestinations.of(destinations, types, lookups);
    }

    /** Returns the part that shows a destination, with the names of what it leads to. */
    public <T> Part<T> part(Function<T, @Nullable Destination> destination) {
        Part<T> part = (page, rendering) -> {
            Lookup<ShownDestinations> shown = shown(
                    page.stream().map(destination).filter(Objects::nonNull).toList(), rendering.lookups());
            return (row, out) -> shown.get().write(destination.apply(row), out);
        };
        return part.as(schema().orNull());
    }

    /** Writes what an element holds beside its destination. */
    public interface Beside<E> {
        void write(E element, JsonGenerator out);
    }

    /** Returns the part that shows a list of objects with a destination each. */
    public <T, E> Part<T> parts(Function<T, List<E>> elements, Function<E, Destination> destination, Beside<E> beside) {
        return (page, rendering) -> {
            List<Destination> all = page.stream()
                    .flatMap(row -> elements.apply(row).stream().map(destination))
                    .toList();
            Lookup<ShownDestinations> shown = shown(all, rendering.lookups());
            return (row, out) -> {
                out.writeStartArray();
                elements.apply(row).forEach(element -> {
                    out.writeStartObject();
                    beside.write(element, out);
                    out.writeName("destination");
                    shown.get().write(destination.apply(element), out);
                    out.writeEndObject();
                });
                out.writeEndArray();
            };
        };
    }
}
