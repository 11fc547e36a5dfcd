package dev.dovetail.http;

import dev.dovetail.context.Scope;
import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.http.json.AttributeWriter;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Linked;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the representation of each resource of a registry. Shaped by plugins at the start, immutable afterwards.
 *
 * @since 0.1
 */
public final class Representations {
    private final PluginRegistry services;
    private final Naming naming;
    private final JsonTypes types;
    private final Map<Object, Representation.Builder<?>> builders = new HashMap<>();
    private final Map<Object, Representation<?>> built = new HashMap<>();
    private final Collection<ShortForm<?>> shortForms = new ArrayList<>();
    private boolean complete;

    Representations(PluginRegistry services, Naming naming, JsonTypes types) {
        this.services = services;
        this.naming = naming;
        this.types = types;
    }

    /** Returns the services, to look up what is embedded. */
    public Services services() {
        return services;
    }

    /** Returns how fields are named. */
    public Naming naming() {
        return naming;
    }

    /** Returns how values are read. */
    public JsonTypes types() {
        return types;
    }

    /** Returns the representation of a resource, to shape it. */
    @SuppressWarnings("unchecked")
    public <T extends Record> Representation.Builder<T> shape(Resource<T, ?> resource) {
        if (complete) {
            throw new IllegalStateException("representations are shaped in HttpPlugin.represent");
        }
        return (Representation.Builder<T>) builders.computeIfAbsent(resource, key -> start(resource));
    }

    private <T extends Record> Representation.Builder<T> start(Resource<T, ?> resource) {
        return Representation.of(loaded(resource)).naming(naming).types(types).others(this::of);
    }

    /** Returns the description with what extensions add to it, whichever of the two was asked for. */
    @SuppressWarnings("unchecked") // equal resources have the same model
    private <T extends Record> Resource<T, ?> loaded(Resource<T, ?> resource) {
        for (Resource<?, ?> known : services.resources()) {
            if (known.equals(resource)) {
                return (Resource<T, ?>) known;
            }
        }
        return resource; // of a plugin that is left out
    }

    void complete() {
        complete = true;
    }

    /** Returns the representation of a resource; only after all plugins have shaped theirs. */
    @SuppressWarnings("unchecked")
    public <T extends Record> Representation<T> of(Resource<T, ?> resource) {
        if (!complete) {
            throw new IllegalStateException("representations are complete in HttpPlugin.route");
        }
        Representation<?> known = built.get(resource);
        if (known == null) {
            Representation.Builder<T> builder =
                    (Representation.Builder<T>) builders.computeIfAbsent(resource, key -> start(resource));
            known = builder.build(services.of(resource).input());
            built.put(resource, known);
        }
        return (Representation<T>) known;
    }

    /** Returns another look of a resource than its own: nothing but what is shown of it. Bodies are not read by it. */
    <T extends Record> Representation<T> view(Resource<T, ?> resource, Consumer<Representation.Builder<T>> shows) {
        Representation.Builder<T> builder = start(resource).hideAll();
        shows.accept(builder);
        return builder.build(services.of(resource).input());
    }

    /** Returns the short form of a resource that holds only these JSON fields, made when all are shaped. */
    public <T extends Record> ShortForm<T> only(Resource<T, ?> resource, String... fields) {
        return only(resource, shape -> {}, fields);
    }

    /**
     * Returns the short form of a resource that holds only these JSON fields and what is added, made when all are
     * shaped.
     */
    public <T extends Record> ShortForm<T> only(
            Resource<T, ?> resource, Consumer<Representation.Builder<T>> more, String... fields) {
        ShortForm<T> form = new ShortForm<>(resource, Set.of(fields), more);
        shortForms.add(form);
        return form;
    }

    /** A form of what is not loaded is never written. */
    void completeShortForms() {
        shortForms.stream().filter(form -> isLoaded(form.resource)).forEach(this::complete);
    }

    private boolean isLoaded(Resource<?, ?> resource) {
        return services.resources().contains(resource);
    }

    private <T extends Record> void complete(ShortForm<T> form) {
        Representation<T> full = of(form.resource);
        form.representation = form.fields == null ? full : full.only(form.fields, form.more);
    }

    /** Returns the full form of a resource. */
    public <T extends Record> ShortForm<T> full(Resource<T, ?> resource) {
        ShortForm<T> form = new ShortForm<>(resource, null, shape -> {});
        shortForms.add(form);
        return form;
    }

    /** Embeds the right objects of an association in its left ones: a list, or one object or null. */
    public <L extends Record, LK, R extends Record, RK> Part<L> rights(
            Association<L, LK, R, RK> association, ShortForm<R> form) {
        return embedded(
                association.left(),
                plain(form),
                association.oneRight(),
                (rendering, page) -> rendering.lookups().rights(association, page));
    }

    /** Embeds the right objects of an association in its left ones as a list, though there may be one at most. */
    public <L extends Record, LK, R extends Record, RK> Part<L> listOfRights(
            Association<L, LK, R, RK> association, ShortForm<R> form) {
        return embedded(
                association.left(),
                plain(form),
                false,
                (rendering, page) -> rendering.lookups().rights(association, page));
    }

    /** Embeds the left objects of an association in its right ones: a list, or one object or null. */
    public <L extends Record, LK, R extends Record, RK> Part<R> lefts(
            Association<L, LK, R, RK> association, ShortForm<L> form) {
        return embedded(
                association.right(),
                plain(form),
                association.oneLeft(),
                (rendering, page) -> rendering.lookups().lefts(association, page));
    }

    /**
     * Embeds the right objects of an association in its left ones, what their links carry beside their own fields: a
     * list, or one object or null.
     *
     * @param shown JSON names of the attributes to show; all unless given
     * @throws IllegalArgumentException if these are not the attributes of the association, or a name is none of theirs
     */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Part<L> rights(
            Association<L, LK, R, RK> association, ShortForm<R> form, Attributes<A> attributes, String... shown) {
        association.requireAttributes(attributes);
        return embedded(
                association.left(),
                linked(form, AttributeWriter.of(attributes, naming, Set.of(shown))),
                association.oneRight(),
                (rendering, page) -> rendering.lookups().rights(association, attributes, page));
    }

    /**
     * Embeds the left objects of an association in its right ones, what their links carry beside their own fields: a
     * list, or one object or null.
     *
     * @param shown JSON names of the attributes to show; all unless given
     * @throws IllegalArgumentException if these are not the attributes of the association, or a name is none of theirs
     */
    public <L extends Record, LK, R extends Record, RK, A extends Record> Part<R> lefts(
            Association<L, LK, R, RK> association, ShortForm<L> form, Attributes<A> attributes, String... shown) {
        association.requireAttributes(attributes);
        return embedded(
                association.right(),
                linked(form, AttributeWriter.of(attributes, naming, Set.of(shown))),
                association.oneLeft(),
                (rendering, page) -> rendering.lookups().lefts(association, attributes, page));
    }

    /**
     * Embeds objects that are found in a way of their own: a list.
     *
     * @param find returns them by the key of what they are embedded in, for a whole page at once
     */
    public <T extends Record, K, O extends Record> Part<T> found(
            Resource<T, K> resource,
            ShortForm<O> form,
            BiFunction<Lookups, Collection<T>, Lookup<Map<K, List<O>>>> find) {
        return embedded(resource, plain(form), false, (rendering, page) -> find.apply(rendering.lookups(), page));
    }

    /** Says what of a resource is embedded, and how one that was found is written. */
    private record Embedding<O extends Record, X>(
            ShortForm<O> form,
            Function<X, O> object,
            Function<Representation.Extending<O>, Part.Writer<X>> writing,
            Supplier<Schema> schema) {
        <K> Map<K, List<X>> seen(Scope scope, Map<K, List<X>> found) {
            Map<K, List<X>> seen = new HashMap<>();
            found.forEach((key, all) -> seen.put(
                    key,
                    all.stream()
                            .filter(each -> form.resource.visible(scope, object.apply(each)))
                            .toList()));
            return seen;
        }

        Part.Writer<X> writer(Map<?, List<X>> others, Rendering rendering) {
            List<O> all =
                    others.values().stream().flatMap(List::stream).map(object).toList();
            return all.isEmpty() // as always if the plugin of the others is not loaded
                    ? (other, out) -> {}
                    : writing.apply(form.representation().prepareExtending(all, rendering));
        }
    }

    private static <O extends Record> Embedding<O, O> plain(ShortForm<O> form) {
        return new Embedding<>(
                form, other -> other, writer -> (other, out) -> writer.write(other, out, () -> {}), form::schema);
    }

    private static <O extends Record, A extends Record> Embedding<O, Linked<O, A>> linked(
            ShortForm<O> form, AttributeWriter<A> attributes) {
        return new Embedding<>(
                form,
                Linked::value,
                writer -> (other, out) ->
                        writer.write(other.value(), out, () -> attributes.write(other.attributes(), out)),
                () -> attributes.addTo(form.fields()));
    }

    private static <T extends Record, K, O extends Record, X> Part<T> embedded(
            Resource<T, K> resource,
            Embedding<O, X> embedding,
            boolean single,
            BiFunction<Rendering, Collection<T>, Lookup<Map<K, List<X>>>> find) {
        Part<T> part = (page, rendering) -> Part.Writer.of(
                find.apply(rendering, page).map(found -> writing(resource, embedding, single, found, rendering)));
        return new Embedded<>(part, single, embedding.schema());
    }

    private static <T extends Record, K, O extends Record, X> Part.Writer<T> writing(
            Resource<T, K> resource,
            Embedding<O, X> embedding,
            boolean single,
            Map<K, List<X>> found,
            Rendering rendering) {
        Map<K, List<X>> others = embedding.seen(rendering.call().scope(), found);
        Part.Writer<X> writer = embedding.writer(others, rendering);
        return (row, out) -> {
            List<X> its = others.getOrDefault(resource.keyOf(row), List.of());
            if (!single) {
                out.writeStartArray();
                its.forEach(other -> writer.write(other, out));
                out.writeEndArray();
            } else if (its.isEmpty()) {
                out.writeNull();
            } else {
                writer.write(its.get(0), out);
            }
        };
    }

    /** Knows what it looks like only once all is shaped. */
    private record Embedded<T>(Part<T> part, boolean single, Supplier<Schema> one) implements Part<T> {
        @Override
        public Writer<T> prepare(List<T> page, Rendering rendering) {
            return part.prepare(page, rendering);
        }

        @Override
        public Schema schema() {
            return single ? one.get().orNull() : Schema.listOf(one.get());
        }
    }

    /**
     * Stands for a representation that holds some fields of another one.
     *
     * @param <T> the model record
     */
    public static final class ShortForm<T extends Record> {
        private final Resource<T, ?> resource;
        private final @Nullable Set<String> fields;
        private final Consumer<Representation.Builder<T>> more;
        private @Nullable Representation<T> representation;

        private ShortForm(
                Resource<T, ?> resource, @Nullable Set<String> fields, Consumer<Representation.Builder<T>> more) {
            this.resource = resource;
            this.fields = fields;
            this.more = more;
        }

        /** Returns what the objects look like; any if the plugin of them is not loaded, as none is ever shown. */
        Schema schema() {
            if (representation == null) {
                return Schema.any();
            }
            return fields == null ? representation.schema() : representation.fields();
        }

        /** Returns what the objects look like, to be added to. */
        Schema fields() {
            return representation == null ? Schema.object() : representation.fields();
        }

        Representation<T> representation() {
            return java.util.Objects.requireNonNull(representation, "short form used before all plugins were shaped");
        }
    }
}
