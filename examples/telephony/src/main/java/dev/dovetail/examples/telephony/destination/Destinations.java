package dev.dovetail.examples.telephony.destination;

import dev.dovetail.dao.Lookup;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.moh.Mohs;
import dev.dovetail.examples.telephony.skillrule.SkillRules;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rule;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Reads, checks and shows destinations, and finds those that lead to an object. */
public final class Destinations {
    /** What they look like. */
    public static final Schema SCHEMA = Schema.named("Destination", Destinations.class, Destinations::schema);

    private static final String TARGET = "actionarg1";

    private Destinations() {}

    private static Schema schema() {
        return Schema.object()
                .field(
                        "type",
                        Schema.oneOf(List.copyOf(DestinationTypes.ALL.variants().keySet())))
                .with("additionalProperties", true)
                .described("Where a call goes; what is needed beside the type depends on it.");
    }

    /** Returns types with destinations among them. */
    public static JsonTypes types(JsonTypes others) {
        return others.with(Destination.class, Destinations::read, SCHEMA);
    }

    /** Reads a destination of a body. */
    public static @Nullable Object read(JsonNode node, Type type, Reading to) {
        if (!node.isObject()) {
            return to.wrongType("object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        DestinationTypes.ALL.read(node, to, values);
        return new Destination(values);
    }

    /** Requires that what a destination leads to, and what it names beside, exists in some tenant. */
    public static void check(Services services, @Nullable Destination destination, Violations violations) {
        check(services, destination, TARGET, violations);
    }

    /** Does as {@link #check}; {@code detail} is the word that an error tells a target by. */
    public static void check(
            Services services, @Nullable Destination destination, String detail, Violations violations) {
        if (destination == null || !violations.isEmpty()) {
            return;
        }
        destination.target().ifPresent(target -> target.check(destination, services, detail, violations));
        if (!violations.isEmpty()) {
            return;
        }
        Object moh = destination.values().get("moh_uuid");
        if (moh != null && Mohs.find(services, UUID.fromString(moh.toString())).isEmpty()) {
            violations.add(Errors.referenceNotFound(Path.of("moh_uuid"), "MOH", Details.of("moh_uuid", moh)));
        }
        Object rule = destination.values().get("skill_rule_id");
        if (rule != null
                && services.dao(SkillRules.SKILL_RULES).find((Integer) rule).isEmpty()) {
            violations.add(
                    Errors.referenceNotFound(Path.of("skill_rule_id"), "SkillRule", Details.of("skill_rule_id", rule)));
        }
    }

    /** Returns the rule that checks the destinations of an object, one after the other. */
    public static <T extends Record> Rule<Change<T>> exist(
            Services services, Function<T, List<@Nullable Destination>> destinations) {
        return (change, violations) ->
                destinations.apply(change.value()).forEach(each -> check(services, each, violations));
    }

    /** Returns a text that says where some destinations lead, to be kept beside their owner. */
    public static String targets(@Nullable Destination... destinations) {
        StringBuilder targets = new StringBuilder(" ");
        for (Destination destination : destinations) {
            if (destination != null) {
                destination
                        .target()
                        .ifPresent(target ->
                                targets.append(target.token(destination)).append(' '));
            }
        }
        return targets.toString();
    }

    /** Returns the condition that the targets kept beside an owner hold one. */
    public static <T> Criterion<T> leadingTo(Expression<T, String> targets, String token) {
        return Criterion.contains(targets, " " + token + " ");
    }

    /** Returns a destination, or nothing if it leads to the target of this token. */
    public static @Nullable Destination without(@Nullable Destination destination, String token) {
        return targets(destination).contains(" " + token + " ") ? null : destination;
    }

    /** Returns the key of the object of a resource that a destination leads to. */
    public static <K> Optional<K> key(Destination destination, Resource<?, K> of) {
        return destination.target().flatMap(target -> target.key(destination, of));
    }

    /** Removes all destinations that lead to an object which is being deleted; schedules keep theirs. */
    public static <T extends Record, K> void removeTo(Services services, Resource<T, K> resource, T deleted) {
        String token = Target.token(resource.name(), resource.keyOf(deleted));
        DestinationOwners.ALL.forEach(owner -> owner.forget(services, token));
    }

    /** Returns the part that shows a destination, with the names of what it leads to. */
    public static <T> Part<T> part(Function<T, @Nullable Destination> destination) {
        Part<T> part = (page, rendering) -> {
            Lookup<ShownDestinations> shown = ShownDestinations.of(
                    page.stream().map(destination).filter(Objects::nonNull).toList(), rendering.lookups());
            return (row, out) -> shown.get().write(destination.apply(row), out);
        };
        return part.as(SCHEMA.orNull());
    }

    /** Writes what an element holds beside its destination. */
    public interface Beside<E> {
        void write(E element, JsonGenerator out);
    }

    /** Returns the part that shows a list of objects with a destination each. */
    public static <T, E> Part<T> parts(
            Function<T, List<E>> elements, Function<E, Destination> destination, Beside<E> beside) {
        return (page, rendering) -> {
            List<Destination> all = page.stream()
                    .flatMap(row -> elements.apply(row).stream().map(destination))
                    .toList();
            Lookup<ShownDestinations> shown = ShownDestinations.of(all, rendering.lookups());
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
