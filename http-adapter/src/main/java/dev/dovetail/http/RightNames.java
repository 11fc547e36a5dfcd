package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.style.QueryStyle;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says how the elements of a list name right objects. */
interface RightNames<RK> {

    /** Returns the component whose value names an object. */
    String component();

    /** Returns what names look like. */
    Schema schema();

    /** Returns the name that a value is, or null and what is wrong with it. */
    @Nullable
    Object read(JsonNode value, Path path, Violations violations);

    /** Returns the keys of the objects that have these names; none for one that the call does not see. */
    Map<Object, RK> keys(CallContext call, Collection<Object> names);

    /** Reads a key from JSON. */
    interface KeyReader<RK> {
        @Nullable
        RK read(JsonNode node, Path path, Violations violations);
    }

    /** Returns names that are keys; whether there are such objects is seen when they are linked. */
    static <RK> RightNames<RK> byKey(Resource<?, RK> right, Schema schema, KeyReader<RK> reader) {
        return new RightNames<>() {
            @Override
            public String component() {
                return right.key().name();
            }

            @Override
            public Schema schema() {
                return schema;
            }

            @Override
            public @Nullable Object read(JsonNode value, Path path, Violations violations) {
                return reader.read(value, path, violations);
            }

            @Override
            @SuppressWarnings("unchecked") // as they were read
            public Map<Object, RK> keys(CallContext call, Collection<Object> names) {
                Map<Object, RK> keys = new HashMap<>();
                names.forEach(name -> keys.put(name, (RK) name));
                return keys;
            }
        };
    }

    /** Returns names that are texts: values of a unique column. A text that stands for no value names nothing. */
    static <R extends Record, RK, V> RightNames<RK> byText(CRUDService<R, RK> service, Column<R, V> column) {
        Resource<R, RK> right = service.resource();
        return new RightNames<>() {
            @Override
            public String component() {
                return column.name();
            }

            @Override
            public Schema schema() {
                return Schema.string();
            }

            @Override
            public @Nullable Object read(JsonNode value, Path path, Violations violations) {
                if (value.isString()) {
                    return value.stringValue();
                }
                violations.add(Errors.wrongType(right.name(), path, "string"));
                return null;
            }

            @Override
            public Map<Object, RK> keys(CallContext call, Collection<Object> names) {
                Map<Object, V> values = new LinkedHashMap<>();
                for (Object name : names) {
                    value(name.toString()).ifPresent(value -> values.put(name, value));
                }
                Map<V, RK> byValue = values.isEmpty() ? Map.of() : byValue(call, values.values());
                Map<Object, RK> keys = new HashMap<>();
                values.forEach((name, value) -> {
                    RK key = byValue.get(value);
                    if (key != null) {
                        keys.put(name, key);
                    }
                });
                return keys;
            }

            @SuppressWarnings("unchecked") // parsed for the column
            private Optional<V> value(String text) {
                try {
                    return Optional.of((V) QueryStyle.parse(column.type(), text));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }

            private Map<V, RK> byValue(CallContext call, Collection<V> values) {
                Map<V, RK> keys = new HashMap<>();
                service.search(call, Search.where(Criterion.in(column, values)).unlimited())
                        .items()
                        .forEach(row -> keys.put(column.get(row), right.keyOf(row)));
                return keys;
            }
        };
    }
}
