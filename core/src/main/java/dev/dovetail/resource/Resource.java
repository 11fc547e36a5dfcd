package dev.dovetail.resource;

import dev.dovetail.context.Scope;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes a resource: its model record, key, columns, unique values, tenant, and what can be searched and sorted by.
 *
 * <pre>{@code
 * static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
 *         .generatedKey()
 *         .unique(User::email)
 *         .search(User::name, User::email)
 *         .defaultSort(User::name)
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key's type: Integer, Long, UUID, String
 * @since 0.1
 */
public final class Resource<T extends Record, K> {
    private final Class<T> model;
    private final String name;
    private final String collection;
    private final List<Column<T, ?>> columns;
    private final Map<String, Column<T, ?>> byName;
    private final Column<T, K> key;
    private final boolean keyGenerated;
    private final @Nullable Column<T, ?> tenant;
    private final @Nullable Column<T, ?> version;
    private final List<Unique<T>> uniques;
    private final Set<Column<T, ?>> readOnly;
    private final Set<Column<T, ?>> prepared;
    private final Map<Column<T, ?>, Object> defaults;
    private final List<Expression<T, ?>> search;
    private final List<Expression<T, ?>> filter;
    private final List<Expression<T, ?>> sort;
    private final Expression<T, ?> defaultSort;
    private final List<Derived<T, ?>> stored;
    private final List<Reference<T, ?>> references;
    private final Set<Column<T, ?>> secrets;
    private final RecordType<T> type;
    private final Resource<T, K> origin;

    private Resource(Builder<T, K> builder) {
        this.model = builder.model;
        this.name = builder.name;
        this.collection = builder.collection;
        this.columns = List.copyOf(builder.byName.values());
        this.byName = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(builder.byName));
        this.key = builder.key;
        this.keyGenerated = builder.keyGenerated;
        this.tenant = builder.tenant;
        this.version = builder.version;
        List<Unique<T>> all = new ArrayList<>(List.of(new Unique<>(name, List.of(key), false, tenant)));
        Column<T, ?> untold = builder.tellsTenant ? null : tenant;
        builder.uniques.forEach((cols, ignoreCase) -> all.add(new Unique<>(name, cols, ignoreCase, untold)));
        this.uniques = List.copyOf(all);
        this.readOnly = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(builder.readOnly));
        this.prepared = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(builder.prepared));
        this.defaults = Map.copyOf(builder.defaults);
        this.search = both(builder.search, builder.searchAlso);
        this.filter = both(builder.filter == null ? open(builder) : builder.filter, builder.filterAlso);
        this.sort = both(builder.sort == null ? open(builder) : builder.sort, builder.sortAlso);
        this.defaultSort = builder.defaultSort == null ? key : builder.defaultSort;
        this.stored = List.copyOf(builder.stored);
        this.references = List.copyOf(builder.references);
        this.secrets = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(builder.secrets));
        this.type = builder.type;
        this.origin = this;
    }

    private static <T extends Record> List<Column<T, ?>> open(Builder<T, ?> builder) {
        return builder.byName.values().stream()
                .filter(column -> !builder.secrets.contains(column))
                .toList();
    }

    /** Makes what another one is, with more derived values. */
    private Resource(Resource<T, K> other, Map<Derived<T, ?>, List<DerivedUse>> more) {
        this.model = other.model;
        this.name = other.name;
        this.collection = other.collection;
        this.columns = other.columns;
        this.byName = other.byName;
        this.key = other.key;
        this.keyGenerated = other.keyGenerated;
        this.tenant = other.tenant;
        this.version = other.version;
        this.uniques = other.uniques;
        this.readOnly = other.readOnly;
        this.prepared = other.prepared;
        this.defaults = other.defaults;
        this.search = both(other.search, usedBy(more, DerivedUse.SEARCH));
        this.filter = both(other.filter, usedBy(more, DerivedUse.FILTER));
        this.sort = both(other.sort, usedBy(more, DerivedUse.SORT));
        List<Derived<T, ?>> first = usedBy(more, DerivedUse.DEFAULT_SORT);
        this.defaultSort = first.isEmpty() ? other.defaultSort : first.get(0);
        this.stored = other.stored;
        this.references = other.references;
        this.secrets = other.secrets;
        this.type = other.type;
        this.origin = other.origin;
    }

    private static <T> List<Derived<T, ?>> usedBy(Map<Derived<T, ?>, List<DerivedUse>> more, DerivedUse use) {
        List<Derived<T, ?>> used = new ArrayList<>();
        more.forEach((value, uses) -> {
            if (uses.contains(use)) {
                used.add(value);
            }
        });
        return used;
    }

    /** Returns this resource, equal to it, with more derived values that lists are searched, filtered or sorted by. */
    public Resource<T, K> extendedBy(Map<Derived<T, ?>, List<DerivedUse>> more) {
        return more.isEmpty() ? this : new Resource<>(this, more);
    }

    private static <T> List<Expression<T, ?>> both(List<? extends Expression<T, ?>> columns, List<Derived<T, ?>> also) {
        List<Expression<T, ?>> all = new ArrayList<>(columns);
        all.addAll(also);
        return List.copyOf(all);
    }

    /**
     * Starts a description.
     *
     * @param model the record; its package must be open to dev.dovetail.core when it is in a named module
     * @param key the accessor of the component that identifies an object
     * @throws IllegalArgumentException if the record is not accessible or the accessor is not one of its components
     */
    public static <T extends Record, K> Builder<T, K> of(Class<T> model, Accessor<T, K> key) {
        return new Builder<>(model, key);
    }

    /** Returns the model record. */
    public Class<T> model() {
        return model;
    }

    /** Returns the name of one object, as in errors: {@code Voicemail}. */
    public String name() {
        return name;
    }

    /** Returns the name of the collection, as in paths and tables: {@code voicemails}. */
    public String collection() {
        return collection;
    }

    /** Returns all columns in the order of the record. */
    public List<Column<T, ?>> columns() {
        return columns;
    }

    /**
     * Returns the column of a component; keep it in a constant.
     *
     * @throws IllegalArgumentException if the accessor is not a reference to a component of the model
     */
    @SuppressWarnings("unchecked")
    public <V extends @Nullable Object> Column<T, V> column(Accessor<T, V> accessor) {
        return (Column<T, V>) Builder.resolve(model, byName, accessor);
    }

    /** Returns the column of this name (camelCase, as in the record), if there is one. */
    public Optional<Column<T, ?>> column(String columnName) {
        return Optional.ofNullable(byName.get(columnName));
    }

    /** Returns the column that identifies an object. */
    public Column<T, K> key() {
        return key;
    }

    /** Returns the key of an object. */
    public K keyOf(T row) {
        return Objects.requireNonNull(key.get(row), "key");
    }

    /** Returns whether the store assigns the key. */
    public boolean keyGenerated() {
        return keyGenerated;
    }

    /** Returns the column that names the owner. */
    public Optional<Column<T, ?>> tenant() {
        return Optional.ofNullable(tenant);
    }

    /** Returns whether a scope sees an object. */
    public boolean visible(Scope scope, T row) {
        return tenant == null || scope.isAll() || scope.sees(tenant.get(row));
    }

    /** Returns the tenant that a row belongs to; null if it belongs to none. */
    public @Nullable Object tenantOf(T row) {
        return tenant == null ? null : tenant.get(row);
    }

    /** Returns the column that counts edits. */
    public Optional<Column<T, ?>> version() {
        return Optional.ofNullable(version);
    }

    /** Returns what is unique, the key first. */
    public List<Unique<T>> uniques() {
        return uniques;
    }

    /** Returns the columns that hold keys of other resources' objects, in the order declared. */
    public List<Reference<T, ?>> references() {
        return references;
    }

    /** Returns the columns whose values nobody sees without a right of its own. */
    public Set<Column<T, ?>> secrets() {
        return secrets;
    }

    /** Returns an object without its secrets: null in their place. */
    public T withoutSecrets(T row) {
        if (secrets.isEmpty()) {
            return row;
        }
        @Nullable Object[] values = values(row);
        secrets.forEach(secret -> values[secret.index()] = null);
        return construct(values);
    }

    /** Returns the columns that callers from outside cannot set. */
    public Set<Column<T, ?>> readOnly() {
        return readOnly;
    }

    /** Returns the columns that a preparation fills in when they are null. */
    public Set<Column<T, ?>> prepared() {
        return prepared;
    }

    /** Returns whether input may leave a column null: it is nullable, read-only or prepared. */
    public boolean mayBeNull(Column<T, ?> column) {
        return column.nullable() || readOnly.contains(column) || prepared.contains(column);
    }

    /** Returns the value that a column has when none is given; null for none. */
    public @Nullable Object defaultValue(Column<T, ?> column) {
        return defaults.get(column);
    }

    /** Returns whether a creation from outside must give the column: it may not be null and has no default. */
    public boolean required(Column<T, ?> column) {
        return !mayBeNull(column) && !defaults.containsKey(column);
    }

    /** Returns the columns and derived values that a search text is looked for in. */
    public List<Expression<T, ?>> searched() {
        return search;
    }

    /** Returns the columns and derived values that a list from outside may filter by; all columns unless declared. */
    public List<Expression<T, ?>> filters() {
        return filter;
    }

    /** Returns the columns and derived values that a list from outside may sort by; all columns unless declared. */
    public List<Expression<T, ?>> sorts() {
        return sort;
    }

    /** Returns what lists are sorted by when nothing else is asked; the key unless declared. */
    public Expression<T, ?> defaultSort() {
        return defaultSort;
    }

    /**
     * Returns the values made from the object alone that a store keeps beside the row: those declared so, and those
     * that lists are filtered or sorted by. Asked for by stores, once all descriptions have been made.
     */
    public List<Derivation.Own<T, ?>> stored() {
        Set<Derivation.Own<T, ?>> own = new LinkedHashSet<>();
        List<Expression<T, ?>> all = new ArrayList<>(stored);
        all.addAll(filter);
        all.addAll(sort);
        all.add(defaultSort);
        for (Expression<T, ?> expression : all) {
            if (expression instanceof Derived<T, ?> derived
                    && derived.derivation() instanceof Derivation.Own<T, ?> made) {
                own.add(made);
            }
        }
        return List.copyOf(own);
    }

    /**
     * Makes a record from values in the order of {@link #columns()}; a null for a primitive becomes 0 or false.
     *
     * @param values as many as there are columns; not kept
     */
    public T construct(@Nullable Object[] values) {
        return type.construct(values);
    }

    /**
     * Makes a record from values that a caller gives, as {@link #construct} does.
     *
     * @throws dev.dovetail.error.DovetailException of kind INVALID_INPUT if the record's constructor refuses the
     *     values; with what it says, if that is an {@link IllegalArgumentException}
     */
    public T make(@Nullable Object[] values) {
        try {
            return construct(values);
        } catch (RuntimeException e) {
            throw new DovetailException(List.of(type.refusal(e, name, Path.whole())), e);
        }
    }

    /** Returns the values of a record in the order of {@link #columns()}. */
    public @Nullable Object[] values(T row) {
        return type.values(row);
    }

    /** Returns the violation that says that no object has this key. */
    public Violation notFound(Object keyValue) {
        return Errors.notFound(name, Details.of(key.name(), keyValue));
    }

    /** Returns whether another is this one, or was made from the same by {@link #extendedBy}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Resource<?, ?> resource && resource.origin == origin;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(origin);
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Collects a description. Not thread-safe.
     *
     * @param <T> the model record
     * @param <K> the key's type
     */
    @SuppressWarnings("varargs") // the accessors are only read
    public static final class Builder<T extends Record, K> {
        private final Class<T> model;
        private final RecordType<T> type;
        private final Map<String, Column<T, ?>> byName = new LinkedHashMap<>();
        private final Column<T, K> key;
        private final Map<List<Column<T, ?>>, Boolean> uniques = new LinkedHashMap<>();
        private final Set<Column<T, ?>> readOnly = new LinkedHashSet<>();
        private final Set<Column<T, ?>> prepared = new LinkedHashSet<>();
        private final Map<Column<T, ?>, Object> defaults = new LinkedHashMap<>();
        private String name;
        private String collection;
        private boolean keyGenerated;
        private @Nullable Column<T, ?> tenant;
        private boolean tellsTenant;
        private @Nullable Column<T, ?> version;
        private List<Column<T, ?>> search = List.of();
        private final List<Derived<T, ?>> searchAlso = new ArrayList<>();
        private final List<Derived<T, ?>> filterAlso = new ArrayList<>();
        private final List<Derived<T, ?>> sortAlso = new ArrayList<>();
        private final List<Derived<T, ?>> stored = new ArrayList<>();
        private final List<Reference<T, ?>> references = new ArrayList<>();
        private final Set<Column<T, ?>> secrets = new LinkedHashSet<>();
        private @Nullable List<Column<T, ?>> filter;
        private @Nullable List<Column<T, ?>> sort;
        private @Nullable Expression<T, ?> defaultSort;

        @SuppressWarnings("unchecked")
        private Builder(Class<T> model, Accessor<T, K> key) {
            this.model = model;
            this.type = RecordType.of(model);
            for (RecordType.Component component : type.components()) {
                byName.put(component.name(), new Column<T, Object>(model, component, byName.size()));
            }
            this.key = (Column<T, K>) resolve(model, byName, key);
            this.name = model.getSimpleName();
            this.collection = name.toLowerCase(Locale.ROOT) + "s";
        }

        static <T> Column<T, ?> resolve(Class<T> model, Map<String, Column<T, ?>> byName, Accessor<T, ?> accessor) {
            String component = Accessors.component(model, accessor);
            Column<T, ?> column = byName.get(component);
            if (column == null) {
                throw new IllegalArgumentException(
                        model.getSimpleName() + "::" + component + ": not a component of the record");
            }
            return column;
        }

        private Column<T, ?> column(Accessor<T, ?> accessor) {
            return resolve(model, byName, accessor);
        }

        private List<Column<T, ?>> columns(List<Accessor<T, ?>> accessors) {
            return accessors.stream().<Column<T, ?>>map(this::column).toList();
        }

        /** Names one object in errors; the record's simple name unless called. */
        public Builder<T, K> name(String one) {
            this.name = one;
            return this;
        }

        /** Names the collection; the record's simple name in lower case with an s unless called. */
        public Builder<T, K> collection(String many) {
            this.collection = many;
            return this;
        }

        private static void requireNumber(String what, Column<?, ?> column) {
            if (!Set.of(int.class, Integer.class, long.class, Long.class).contains(column.type())) {
                throw new IllegalArgumentException(
                        what + " " + column + ": " + column.type().getSimpleName() + " (expected: int or long)");
            }
        }

        /**
         * Lets the store assign the key (an Integer or Long); a key that is null or 0 counts as not assigned.
         *
         * @throws IllegalArgumentException if the key is of another type
         */
        public Builder<T, K> generatedKey() {
            requireNumber("generated key", key);
            this.keyGenerated = true;
            this.readOnly.add(key);
            return this;
        }

        /** Declares the owner, which is read-only to callers from outside. */
        public Builder<T, K> tenant(Accessor<T, ?> owner) {
            this.tenant = column(owner);
            this.readOnly.add(this.tenant);
            return this;
        }

        /** Tells the tenant, too, where values that must be unique in it are taken; it is not told unless called. */
        public Builder<T, K> tellsTenant() {
            this.tellsTenant = true;
            return this;
        }

        /**
         * Declares the column (int or long) that counts edits: 1 after the creation, one more with each edit.
         *
         * @throws IllegalArgumentException if the column is of another type
         */
        public Builder<T, K> version(Accessor<T, ?> counter) {
            Column<T, ?> counted = column(counter);
            requireNumber("version", counted);
            this.version = counted;
            this.readOnly.add(counted);
            return this;
        }

        /** Declares columns whose values together may occur once. */
        @SafeVarargs
        public final Builder<T, K> unique(Accessor<T, ?>... together) {
            uniques.put(columns(Arrays.asList(together)), false);
            return this;
        }

        /** Declares columns whose values together may occur once, upper and lower case being the same. */
        @SafeVarargs
        public final Builder<T, K> uniqueIgnoringCase(Accessor<T, ?>... together) {
            uniques.put(columns(Arrays.asList(together)), true);
            return this;
        }

        /**
         * Declares columns that hold secrets. They are stored and can be set; events by convention leave them out,
         * lists are neither filtered nor sorted by them unless declared, and over HTTP they are null to whoever has no
         * right {@code <collection>.<key>.<name>}.
         *
         * @throws IllegalArgumentException if a column is never null
         */
        @SafeVarargs
        public final Builder<T, K> secret(Accessor<T, ?>... hidden) {
            for (Column<T, ?> column : columns(Arrays.asList(hidden))) {
                if (!column.nullable()) {
                    throw new IllegalArgumentException("secret " + column + ": is never null (expected: @Nullable)");
                }
                secrets.add(column);
            }
            return this;
        }

        /** Declares that a column holds the key of another resource's object, which cannot be deleted meanwhile. */
        public <V> Builder<T, K> references(Accessor<T, V> referring, Resource<?, V> target) {
            return references(referring, target, ReferentialAction.REFUSE);
        }

        /**
         * Declares that a column holds the key of another resource's object. Creations and edits must then name one
         * that the caller sees. In SQL, guard it by a foreign key without an action of its own, and index the column.
         *
         * @param onDelete what happens to objects of this resource when the one that they refer to is deleted
         * @throws IllegalArgumentException if the column is of another type than the key, or cannot be set to null as
         *     asked
         */
        @SuppressWarnings("unchecked") // the accessor is that of the column
        public <V> Builder<T, K> references(
                Accessor<T, V> referring, Resource<?, V> target, ReferentialAction onDelete) {
            references.add(new Reference<>((Column<T, V>) column(referring), target, onDelete));
            return this;
        }

        /** Declares columns that callers from outside cannot set: what they give is ignored. */
        @SafeVarargs
        public final Builder<T, K> readOnly(Accessor<T, ?>... given) {
            readOnly.addAll(columns(Arrays.asList(given)));
            return this;
        }

        /** Declares columns that a preparation fills in when a creation leaves them null. */
        @SafeVarargs
        public final Builder<T, K> prepared(Accessor<T, ?>... filled) {
            prepared.addAll(columns(Arrays.asList(filled)));
            return this;
        }

        /** Declares the value that a creation from outside gets when it gives none. */
        public <V> Builder<T, K> defaultValue(Accessor<T, V> accessor, V value) {
            defaults.put(column(accessor), Objects.requireNonNull(value, "default"));
            return this;
        }

        /** Declares the same value for several columns that a creation from outside does not give. */
        @SafeVarargs
        public final <V> Builder<T, K> defaultValues(V value, Accessor<T, V>... accessors) {
            Arrays.stream(accessors).forEach(accessor -> defaultValue(accessor, value));
            return this;
        }

        /** Declares the columns that a search text is looked for in; none unless called. */
        @SafeVarargs
        public final Builder<T, K> search(Accessor<T, ?>... searched) {
            this.search = columns(Arrays.asList(searched));
            return this;
        }

        /** Declares derived values that a search text is looked for in as well. */
        @SafeVarargs
        public final Builder<T, K> searchAlso(Derived<T, ?>... searched) {
            searchAlso.addAll(Arrays.asList(searched));
            return this;
        }

        /** Declares derived values that a list from outside may filter by as well. */
        @SafeVarargs
        public final Builder<T, K> filterAlso(Derived<T, ?>... filtered) {
            filterAlso.addAll(Arrays.asList(filtered));
            return this;
        }

        /** Declares derived values that a list from outside may sort by as well. */
        @SafeVarargs
        public final Builder<T, K> sortAlso(Derived<T, ?>... sorted) {
            sortAlso.addAll(Arrays.asList(sorted));
            return this;
        }

        /** Declares derived values that a list from outside may search, filter and sort by as well. */
        @SafeVarargs
        public final Builder<T, K> searchFilterAndSortAlso(Derived<T, ?>... listed) {
            return searchAlso(listed).filterAlso(listed).sortAlso(listed);
        }

        /** Declares values made from the object alone that the store is to keep beside the row, for others to find. */
        @SafeVarargs
        public final Builder<T, K> stored(Derived<T, ?>... kept) {
            stored.addAll(Arrays.asList(kept));
            return this;
        }

        /** Declares the columns that a list from outside may filter by. */
        @SafeVarargs
        public final Builder<T, K> filter(Accessor<T, ?>... filtered) {
            this.filter = columns(Arrays.asList(filtered));
            return this;
        }

        /** Declares the columns that a list from outside may filter and sort by. */
        @SafeVarargs
        public final Builder<T, K> filterAndSort(Accessor<T, ?>... listed) {
            return filter(listed).sort(listed);
        }

        /**
         * Declares the columns that a search text is looked for in and that a list from outside may filter and sort by.
         */
        @SafeVarargs
        public final Builder<T, K> searchFilterAndSort(Accessor<T, ?>... listed) {
            return search(listed).filterAndSort(listed);
        }

        /** Declares the columns that a list from outside may sort by. */
        @SafeVarargs
        public final Builder<T, K> sort(Accessor<T, ?>... sorted) {
            this.sort = columns(Arrays.asList(sorted));
            return this;
        }

        /** Declares what lists are sorted by when nothing else is asked. */
        public Builder<T, K> defaultSort(Accessor<T, ?> sorted) {
            this.defaultSort = column(sorted);
            return this;
        }

        /** Declares the derived value that lists are sorted by when nothing else is asked. */
        public Builder<T, K> defaultSort(Derived<T, ?> sorted) {
            this.defaultSort = sorted;
            return this;
        }

        /** Returns the description. */
        public Resource<T, K> build() {
            return new Resource<>(this);
        }
    }
}
