package dev.dovetail.http.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says what JSON values look like, in the words of JSON Schema (2020-12). Immutable and thread-safe.
 *
 * <pre>{@code
 * Schema.object().field("name", Schema.string()).optional("size", Schema.integer().orNull())
 * }</pre>
 *
 * @since 0.1
 */
public final class Schema {
    private static final String TYPE = "type";
    private static final String ENUM = "enum";
    private static final String NULL = "null";
    private static final String FORMAT = "format";
    private static final String PROPERTIES = "properties";
    private static final String REQUIRED = "required";
    private static final Schema ANY = new Schema(Map.of(), null);

    private final Map<String, Object> keywords;
    private final @Nullable Shared shared;

    /**
     * Names a schema that is written once and referred to.
     *
     * @param name wanted for it; letters and digits
     * @param identity equal for what is the same schema, since names may clash
     * @param content is made when it is first asked for
     */
    public record Shared(String name, Object identity, Supplier<Schema> content) {}

    private Schema(Map<String, Object> keywords, @Nullable Shared shared) {
        this.keywords = keywords;
        this.shared = shared;
    }

    /** Returns the schema of any value. */
    public static Schema any() {
        return ANY;
    }

    /** Returns the schema of texts. */
    public static Schema string() {
        return ANY.with(TYPE, "string");
    }

    /** Returns the schema of texts of a format of JSON Schema: {@code date-time}, {@code email}, {@code uuid}. */
    public static Schema string(String format) {
        return string().with(FORMAT, format);
    }

    /** Returns the schema of whole numbers. */
    public static Schema integer() {
        return ANY.with(TYPE, "integer");
    }

    /** Returns the schema of numbers. */
    public static Schema number() {
        return ANY.with(TYPE, "number");
    }

    /** Returns the schema of {@code true} and {@code false}. */
    public static Schema bool() {
        return ANY.with(TYPE, "boolean");
    }

    /** Returns the schema of null alone. */
    public static Schema nothing() {
        return ANY.with(TYPE, NULL);
    }

    /** Returns the schema of some texts. */
    public static Schema oneOf(List<String> texts) {
        return string().with(ENUM, List.copyOf(texts));
    }

    /** Returns the schema of lists. */
    public static Schema listOf(Schema elements) {
        return ANY.with(TYPE, "array").with("items", elements);
    }

    /** Returns the schema of objects whose fields are not known before, but what their values look like is. */
    public static Schema mapOf(Schema values) {
        return ANY.with(TYPE, "object").with("additionalProperties", values);
    }

    /** Returns the schema that allows what any of these allows; more than one. */
    public static Schema anyOf(List<Schema> alternatives) {
        return alternatives.size() == 1 ? alternatives.get(0) : ANY.with("anyOf", List.copyOf(alternatives));
    }

    /** Returns the schema of objects, to which fields are added. */
    public static Schema object() {
        return ANY.with(TYPE, "object").with(PROPERTIES, Map.of());
    }

    /** Returns a schema that is written once, under a name, and referred to. */
    public static Schema named(String name, Object identity, Supplier<Schema> content) {
        return new Schema(Map.of(), new Shared(name, identity, content));
    }

    /** Returns this schema of objects with a field that is always there. */
    public Schema field(String name, Schema schema) {
        List<Object> required = new ArrayList<>((List<?>) keywords.getOrDefault(REQUIRED, List.of()));
        required.add(name);
        return optional(name, schema).with(REQUIRED, required);
    }

    /** Returns this schema of objects with a field that may be absent. */
    public Schema optional(String name, Schema schema) {
        Map<Object, Object> fields = new LinkedHashMap<>((Map<?, ?>) keywords.getOrDefault(PROPERTIES, Map.of()));
        fields.put(name, schema);
        return with(PROPERTIES, Collections.unmodifiableMap(fields));
    }

    /**
     * Returns this schema with another keyword.
     *
     * @param value a text, number or boolean, a schema, a list or map of these
     */
    public Schema with(String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(keywords);
        more.put(keyword, value);
        return new Schema(Collections.unmodifiableMap(more), shared);
    }

    /** Returns this schema without a keyword. */
    public Schema without(String keyword) {
        Map<String, Object> fewer = new LinkedHashMap<>(keywords);
        fewer.remove(keyword);
        return new Schema(Collections.unmodifiableMap(fewer), shared);
    }

    /** Returns this schema of a field that is shown and not taken. */
    public Schema readOnly() {
        return with("readOnly", true);
    }

    /** Returns this schema, a sentence said about it. */
    public Schema described(String sentence) {
        return with("description", sentence);
    }

    /** Returns this schema with null allowed. */
    public Schema orNull() {
        if (shared != null) {
            return ANY.with("anyOf", List.of(this, nothing()));
        }
        if (keywords.get("anyOf") instanceof List<?> alternatives) {
            List<Object> more = new ArrayList<>(alternatives);
            more.add(nothing());
            return with("anyOf", more);
        }
        if (!(keywords.get(TYPE) instanceof String type) || type.equals(NULL)) {
            return this;
        }
        Schema typed = with(TYPE, List.of(type, NULL));
        if (keywords.get(ENUM) instanceof List<?> values) {
            List<@Nullable Object> more = new ArrayList<>(values);
            more.add(null);
            return typed.with(ENUM, Collections.unmodifiableList(more));
        }
        return typed;
    }

    /** Returns the keywords beside the reference, if it is one: texts, numbers, booleans, schemas, lists and maps. */
    public Map<String, Object> keywords() {
        return keywords;
    }

    /** Returns what this refers to, if it is a reference. */
    public Optional<Shared> shared() {
        return Optional.ofNullable(shared);
    }

    /** Returns a text as a name of a schema or an operation: its words with capitals, letters and digits alone. */
    public static String nameOf(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
            }
        }
        return name.toString();
    }
}
