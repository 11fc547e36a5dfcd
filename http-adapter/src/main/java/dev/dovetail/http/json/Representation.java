package dev.dovetail.http.json;

import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.resource.Accessor;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.InputValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says how the objects of a resource look as JSON, reads bodies and writes objects.
 *
 * <p>Every column is a field unless hidden, named by the {@link Naming}; read-only ones are ignored in bodies, as are
 * unknown fields. Parts are written after the columns. Immutable and thread-safe once built.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Representation<T extends Record> {
    private record Written(int index, SerializedString name, ValueWriter writer, boolean secret) {}

    private record NamedPart<T>(SerializedString name, Part<T> part) {}

    private final Resource<T, ?> resource;
    private final Builder<T> source;
    private final InputValidator<T> input;
    private final Naming naming;
    private final List<Written> columns = new ArrayList<>();
    private final List<NamedPart<T>> parts = new ArrayList<>();
    private final Map<String, Column<T, ?>> byJsonName = new HashMap<>();
    private final BodyReader<T> reader;
    private final BodyReader<T> storedReader;
    private final ObjectSchemas<T> schemas;

    private Representation(Representation<T> all, Predicate<String> shown) {
        this.resource = all.resource;
        this.source = all.source;
        this.input = all.input;
        this.naming = all.naming;
        all.columns.stream()
                .filter(column -> shown.test(column.name().getValue()))
                .forEach(columns::add);
        this.byJsonName.putAll(all.byJsonName);
        this.reader = all.reader;
        this.storedReader = all.storedReader;
        this.schemas = all.schemas;
        all.parts.stream().filter(part -> shown.test(part.name().getValue())).forEach(parts::add);
    }

    private Representation(Builder<T> builder, InputValidator<T> input) {
        this.resource = builder.resource;
        this.source = builder;
        this.input = input;
        this.naming = builder.naming;
        ValueWriters writers = new ValueWriters(naming);
        for (Column<T, ?> column : resource.columns()) {
            byJsonName.put(naming.json(column.name()), column);
            String name = naming.json(column.name());
            if (!builder.hidden.contains(column) && !builder.parts.containsKey(name)) {
                columns.add(new Written(
                        column.index(),
                        new SerializedString(name),
                        writers.of(column.type()),
                        resource.secrets().contains(column)));
            }
        }
        builder.parts.forEach((name, part) -> parts.add(new NamedPart<>(new SerializedString(name), part)));
        List<Column<T, ?>> readable = resource.columns().stream()
                .filter(column -> !builder.hidden.contains(column))
                .filter(column -> !resource.readOnly().contains(column))
                .toList();
        this.reader = new BodyReader<>(builder, input, readable);
        this.storedReader = new BodyReader<>(builder, input, resource.columns());
        this.schemas = new ObjectSchemas<>(builder, readable);
    }

    /** Starts the representation of a resource: all columns, strict types, camelCase. */
    public static <T extends Record> Builder<T> of(Resource<T, ?> resource) {
        return new Builder<>(resource);
    }

    /** Returns the resource represented. */
    public Resource<T, ?> resource() {
        return resource;
    }

    /** Returns how fields are named. */
    public Naming naming() {
        return naming;
    }

    /** Returns the column behind a JSON name, hidden ones included. */
    public Optional<Column<T, ?>> column(String jsonName) {
        return Optional.ofNullable(byJsonName.get(jsonName));
    }

    /** Returns whether this is the JSON name of a part. */
    public boolean hasPart(String jsonName) {
        return source.parts.containsKey(jsonName);
    }

    /** Returns whether this is the JSON name of a field that only answers to creations may have. */
    public boolean showsOnCreation(String jsonName) {
        return source.shownOnCreation.containsKey(jsonName);
    }

    /** Returns the JSON names of the parts that are looked up, and that an answer can do without. */
    public Set<String> embeddable() {
        Set<String> names = new LinkedHashSet<>(source.parts.keySet());
        names.removeAll(source.own);
        names.removeAll(byJsonName.keySet());
        return names;
    }

    /** Returns this representation without what it embeds but for these parts. Bodies are read as before. */
    public Representation<T> embedding(Set<String> names) {
        Set<String> choice = embeddable();
        return new Representation<>(this, name -> !choice.contains(name) || names.contains(name));
    }

    /** Returns the JSON names of all fields that are written: columns and parts. */
    public Set<String> shown() {
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(column -> names.add(column.name().getValue()));
        parts.forEach(part -> names.add(part.name().getValue()));
        return names;
    }

    /** Returns this representation with these fields alone. Bodies are read as before. */
    public Representation<T> showing(Set<String> names) {
        return new Representation<>(this, names::contains);
    }

    /** Returns what the objects look like when they are written. */
    public Schema schema() {
        return schemas.written();
    }

    /** Returns what the objects look like when they are written, to be added to. */
    public Schema fields() {
        return schemas.fields();
    }

    /** Returns what an object looks like in the answer to its creation, children created along with it included. */
    public Schema createdSchema() {
        return schemas.created();
    }

    /** Returns what the bodies of creations are to look like. */
    public Schema creationSchema() {
        return schemas.creation();
    }

    /** Returns what the bodies of edits are to look like. */
    public Schema editSchema() {
        return schemas.edit();
    }

    /** Returns the shape of objects to be created as children of others. */
    Schema childSchema(Child<T> child) {
        return schemas.child(child);
    }

    /** Reads the body of a creation or an edit; it collects what is wrong and never throws. */
    public Body<T> read(JsonNode body, boolean creating) {
        return read(reader, body, creating);
    }

    /**
     * Reads the body of an edit that is part of a larger body: constraints are checked here, to be told under its path.
     */
    public Body<T> readEdit(JsonNode body) {
        return body instanceof ObjectNode object ? reader.readCheckedEdit(object) : read(reader, body, false);
    }

    /**
     * Reads the body of a creation that is part of another one: constraints are checked here, to be told under its
     * path.
     */
    public Body<T> readChild(JsonNode body) {
        return body instanceof ObjectNode object ? reader.readChecked(object) : read(reader, body, true);
    }

    /** Reads an object as it is to be stored: read-only and hidden columns are taken from it too. */
    public Body<T> readStored(JsonNode object) {
        return read(storedReader, object, true);
    }

    private Body<T> read(BodyReader<T> by, JsonNode body, boolean creating) {
        return body instanceof ObjectNode object
                ? by.read(object, creating)
                : new Body<>(resource, Map.of(), List.of(Errors.wrongType(resource.name(), Path.whole(), "object")));
    }

    /** Writes one object. */
    public void write(T row, Rendering rendering, JsonGenerator out) {
        prepare(List.of(row), rendering).write(row, out);
    }

    /**
     * Writes one object, some of its parts, and of the fields that only answers to creations have, being given as JSON.
     */
    public void write(T row, Map<String, String> given, Rendering rendering, JsonGenerator out) {
        List<Part.Writer<T>> prepared = new ArrayList<>(parts.size());
        for (NamedPart<T> part : parts) {
            String json = given.get(part.name().getValue());
            prepared.add(
                    json == null ? part.part().prepare(List.of(row), rendering) : (same, to) -> to.writeRawValue(json));
        }
        write(
                row,
                prepared,
                rendering,
                out,
                () -> source.shownOnCreation.keySet().forEach(name -> {
                    String json = given.get(name);
                    if (json != null) {
                        out.writeName(name);
                        out.writeRawValue(json);
                    }
                }));
    }

    /** Returns what writes each of these objects; whatever is embedded is looked up for all of them at once. */
    public Part.Writer<T> prepare(List<T> page, Rendering rendering) {
        Extending<T> writer = prepareExtending(page, rendering);
        rendering.lookups().findAll();
        return (row, out) -> writer.write(row, out, () -> {});
    }

    /**
     * Writes one object.
     *
     * @param <T> the model record
     */
    @FunctionalInterface
    public interface Extending<T> {
        /** Writes the object, and what is written by {@code more} as its last fields. */
        void write(T row, JsonGenerator out, Runnable more);
    }

    /**
     * Returns a writer of these objects that lets its caller add fields to each. Whatever is
     * embedded is asked for, and looked up when the first object is written, unless it has been before.
     */
    public Extending<T> prepareExtending(List<T> page, Rendering rendering) {
        List<Part.Writer<T>> prepared = new ArrayList<>(parts.size());
        for (NamedPart<T> part : parts) {
            prepared.add(part.part().prepare(page, rendering));
        }
        return (row, out, more) -> write(row, prepared, rendering, out, more);
    }

    private void write(T row, List<Part.Writer<T>> prepared, Rendering rendering, JsonGenerator out, Runnable more) {
        out.writeStartObject();
        @Nullable Object[] values = resource.values(row);
        for (int i = 0; i < columns.size(); i++) { // without an iterator for each row
            Written column = columns.get(i);
            out.writeName(column.name());
            Object value = values[column.index()];
            if (value == null || (column.secret() && !mayBeSeen(row, column, rendering))) {
                out.writeNull();
            } else {
                column.writer().write(value, out);
            }
        }
        for (int i = 0; i < prepared.size(); i++) {
            out.writeName(parts.get(i).name());
            prepared.get(i).write(row, out);
        }
        more.run();
        out.writeEndObject();
    }

    private boolean mayBeSeen(T row, Written secret, Rendering rendering) {
        String key = String.valueOf(resource.key().get(row));
        return rendering
                .rights()
                .grant(List.of(resource.collection(), key, secret.name().getValue()));
    }

    /**
     * Returns the short form that holds only these fields.
     *
     * @throws IllegalArgumentException if a name is neither a column's nor a part's
     */
    public Representation<T> only(Set<String> names) {
        return only(names, shape -> {});
    }

    /**
     * Returns the short form that holds only these fields, and what is added.
     *
     * @throws IllegalArgumentException if a name is neither a column's nor a part's
     */
    public Representation<T> only(Set<String> names, Consumer<Builder<T>> more) {
        Set<String> unknown = new LinkedHashSet<>(names);
        columns.forEach(column -> unknown.remove(column.name().getValue()));
        parts.forEach(part -> unknown.remove(part.name().getValue()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("fields of " + resource + ": unknown " + unknown);
        }
        Builder<T> some =
                new Builder<>(resource).naming(naming).types(source.types).others(source.others);
        for (Column<T, ?> column : resource.columns()) {
            if (!names.contains(naming.json(column.name()))) {
                some.hidden.add(column);
            }
        }
        source.parts.forEach((name, part) -> {
            if (names.contains(name)) {
                some.parts.put(name, part);
                if (source.own.contains(name)) {
                    some.own.add(name);
                }
            }
        });
        more.accept(some);
        return new Representation<>(some, input);
    }

    /**
     * Collects a representation. Not thread-safe.
     *
     * @param <T> the model record
     */
    @SuppressWarnings("varargs") // the accessors are only read
    public static final class Builder<T extends Record> {
        final Resource<T, ?> resource;
        final Set<Column<T, ?>> hidden = new HashSet<>();
        final Set<Column<T, ?>> nullMeansDefault = new HashSet<>();
        final Map<Column<T, ?>, ValueReader> readers = new HashMap<>();
        final Map<Column<T, ?>, Schema> schemas = new HashMap<>();
        final Map<String, Part<T>> parts = new LinkedHashMap<>();
        final Set<String> own = new HashSet<>();
        final Map<String, Schema> shownOnCreation = new LinkedHashMap<>();
        final List<BodyStep> before = new ArrayList<>();
        final List<BodyStep> after = new ArrayList<>();
        final Map<Input<?>, Schema> inputs = new LinkedHashMap<>();
        final List<Child<?>> children = new ArrayList<>();
        Function<Resource<?, ?>, Representation<?>> others = resource -> {
            throw new IllegalStateException("nothing knows the representation of " + resource);
        };
        Naming naming = Naming.CAMEL_CASE;
        JsonTypes types = JsonTypes.strict();

        private Builder(Resource<T, ?> resource) {
            this.resource = resource;
        }

        /** Sets how fields are named. */
        public Builder<T> naming(Naming names) {
            this.naming = names;
            return this;
        }

        /** Sets how values are read. */
        public Builder<T> types(JsonTypes reads) {
            this.types = reads;
            return this;
        }

        /** Neither shows nor takes these columns. */
        @SafeVarargs
        public final Builder<T> hide(Accessor<T, ?>... columns) {
            Arrays.stream(columns).forEach(accessor -> hidden.add(resource.column(accessor)));
            return this;
        }

        /** Takes null for these columns on creation, as if they were absent. */
        @SafeVarargs
        public final Builder<T> nullMeansDefault(Accessor<T, ?>... columns) {
            Arrays.stream(columns).forEach(accessor -> nullMeansDefault.add(resource.column(accessor)));
            return this;
        }

        /** Sets where the representations of children are found. */
        public Builder<T> others(Function<Resource<?, ?>, Representation<?>> finds) {
            this.others = finds;
            return this;
        }

        /** Shows these columns again, in a view that shows none but those chosen. */
        @SafeVarargs
        public final Builder<T> show(Accessor<T, ?>... columns) {
            Arrays.stream(columns).forEach(accessor -> hidden.remove(resource.column(accessor)));
            return this;
        }

        /** Hides all columns, for a view that shows none but those chosen. */
        public Builder<T> hideAll() {
            hidden.addAll(resource.columns());
            return this;
        }

        /** Takes one more field from bodies, for what follows the storing of the object. */
        public Builder<T> input(Input<?> input) {
            return input(input, input.schema());
        }

        /** Takes one more field from bodies, whose values are documented to look like this here. */
        public Builder<T> input(Input<?> input, Schema looks) {
            inputs.put(input, looks);
            return this;
        }

        /** Takes objects of another resource from the bodies of creations. */
        public Builder<T> child(Child<?> child) {
            children.add(child);
            return this;
        }

        /** Reads one column in its own way; what bodies give for it is documented to look like this. */
        public <V extends @Nullable Object> Builder<T> reader(Accessor<T, V> column, ValueReader reads, Schema looks) {
            schemas.put(resource.column(column), looks);
            return reader(column, reads);
        }

        /** Reads one column in its own way. */
        public <V extends @Nullable Object> Builder<T> reader(Accessor<T, V> column, ValueReader reads) {
            return reader(resource.column(column), reads);
        }

        /** Reads one column in its own way. */
        public Builder<T> reader(Column<T, ?> column, ValueReader reads) {
            readers.put(column, reads);
            return this;
        }

        /**
         * Adds a field that is no column, or writes the one of this name; what bodies give for it is read as before.
         */
        public Builder<T> part(String jsonName, Part<T> part) {
            parts.put(jsonName, part);
            own.remove(jsonName);
            return this;
        }

        /** Adds a member to the object that a field shows: {@code {"members": {"users": [...], "agents": [...]}}}. */
        public Builder<T> part(String jsonName, String member, Part<T> part) {
            ObjectPart<T> object =
                    parts.get(jsonName) instanceof ObjectPart<T> present ? present : new ObjectPart<>(Map.of());
            return part(jsonName, object.with(member, part));
        }

        /** Adds a field computed from the object alone: texts, numbers, booleans, lists, maps, records or null. */
        public Builder<T> computed(String jsonName, Function<T, @Nullable Object> value) {
            ValueWriters writers = new ValueWriters(naming);
            part(jsonName, (page, rendering) -> (row, out) -> writers.write(value.apply(row), out));
            own.add(jsonName);
            return this;
        }

        /** Adds a field computed from the object alone, documented to look like this. */
        public Builder<T> computed(String jsonName, Schema looks, Function<T, @Nullable Object> value) {
            computed(jsonName, value);
            return part(jsonName, Objects.requireNonNull(parts.get(jsonName)).as(looks));
        }

        /** Adds a field that shows a derived value, looked up for a whole page at once. */
        public <V> Builder<T> derived(String jsonName, Expression<T, V> expression) {
            derived(jsonName, expression, value -> value);
            Schema plain = TypeSchemas.plain(expression.type());
            Schema looks = plain == null ? Schema.any() : plain.orNull();
            return part(jsonName, Objects.requireNonNull(parts.get(jsonName)).as(looks));
        }

        /** Adds a field computed from a derived value, which may be null; it is looked up for a whole page at once. */
        public <V> Builder<T> derived(
                String jsonName, Expression<T, V> expression, Function<@Nullable V, @Nullable Object> shown) {
            ValueWriters writers = new ValueWriters(naming);
            return part(jsonName, (page, rendering) -> {
                return Part.Writer.of(rendering
                        .lookups()
                        .values(expression, page)
                        .map(values -> {
                            IdentityHashMap<T, V> byRow = new IdentityHashMap<>();
                            for (int i = 0; i < page.size(); i++) {
                                byRow.put(page.get(i), values.get(i));
                            }
                            return (row, out) -> writers.write(shown.apply(byRow.get(row)), out);
                        }));
            });
        }

        /**
         * Adds a field that only answers to creations have, and only if what follows the creation shows it; documented
         * to look like this.
         */
        public Builder<T> shownOnCreation(String jsonName, Schema looks) {
            shownOnCreation.put(jsonName, looks);
            return this;
        }

        /** Lets a step take each body before its fields are read. */
        public Builder<T> before(BodyStep step) {
            before.add(step);
            return this;
        }

        /** Lets a step take each body whose fields are sound. */
        public Builder<T> after(BodyStep step) {
            after.add(step);
            return this;
        }

        /** Returns the representation. */
        public Representation<T> build(InputValidator<T> input) {
            return new Representation<>(this, input);
        }
    }
}
