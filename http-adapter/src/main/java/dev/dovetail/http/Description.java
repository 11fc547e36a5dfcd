package dev.dovetail.http;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.http.json.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a route takes and answers, for documents of the API; nothing else depends on it. Immutable and thread-safe.
 *
 * <pre>{@code
 * routes.add(Route.of("GET", "/infos", List.of(), infos::tell)
 *         .described(() -> Description.of("getInfos", "Tells which server this is.")
 *                 .answering(200, Schema.object().field("version", Schema.string()))));
 * }</pre>
 *
 * @param id a name for generated clients: {@code createUser}; made unique where two routes have the same
 * @param summary one sentence
 * @param query the parameters of the query, in order
 * @param body what is taken; null for nothing
 * @param answers by status code, those of success
 * @param failures the kinds in which it may end, those of the gate and the store left out
 * @param headers the header fields of the request that are looked at, those of the gate left out, in order
 * @since 0.1
 */
public record Description(
        String id,
        String summary,
        List<Parameter> query,
        @Nullable Content body,
        Map<Integer, Answer> answers,
        Set<ErrorKind> failures,
        List<Parameter> headers) {

    /** The media type of bytes that are neither text nor JSON. */
    public static final String BYTES = "application/octet-stream";

    private static final String JSON = "application/json";

    public Description {
        query = List.copyOf(query);
        answers = java.util.Collections.unmodifiableMap(new TreeMap<>(answers));
        failures = Set.copyOf(failures);
        headers = List.copyOf(headers);
    }

    /**
     * Describes a parameter of the query, or a header field.
     *
     * @param name as it is written
     * @param schema what its value, taken for JSON, looks like
     * @param summary one sentence
     */
    public record Parameter(String name, Schema schema, String summary) {}

    /**
     * Describes a body.
     *
     * @param type its media type
     * @param schema what it looks like
     * @param required whether a request without it is refused
     */
    public record Content(String type, Schema schema, boolean required) {}

    /**
     * Describes an answer.
     *
     * @param summary one sentence
     * @param content its body; null for none
     * @param headers what headers it may have, by name
     */
    public record Answer(String summary, @Nullable Content content, Map<String, Schema> headers) {
        public Answer {
            headers = java.util.Collections.unmodifiableMap(new TreeMap<>(headers));
        }

        /** Returns this answer with one more header. */
        public Answer with(String name, Schema schema) {
            Map<String, Schema> more = new TreeMap<>(headers);
            more.put(name, schema);
            return new Answer(summary, content, more);
        }
    }

    /** Returns the description of an operation without a body, answered 204 unless more is said. */
    public static Description of(String id, String summary) {
        return new Description(id, summary, List.of(), null, Map.of(), Set.of(), List.of());
    }

    /** Returns this description under another name. */
    public Description named(String name) {
        return new Description(name, summary, query, body, answers, failures, headers);
    }

    /** Returns this description with one more parameter of the query. */
    public Description parameter(String name, Schema schema, String about) {
        return parameters(List.of(new Parameter(name, schema, about)));
    }

    Description parameters(List<Parameter> more) {
        List<Parameter> all = new ArrayList<>(query);
        all.addAll(more);
        return new Description(id, summary, all, body, answers, failures, headers);
    }

    /** Returns this description with one more header field of the request, which need not be there. */
    public Description header(String name, Schema schema, String about) {
        List<Parameter> all = new ArrayList<>(headers);
        all.add(new Parameter(name, schema, about));
        return new Description(id, summary, query, body, answers, failures, all);
    }

    /** Returns this description with a JSON body that has to be given. */
    public Description taking(Schema schema) {
        return taking(new Content(JSON, schema, true));
    }

    /** Returns this description with a body. */
    public Description taking(Content content) {
        return new Description(id, summary, query, content, answers, failures, headers);
    }

    /** Returns this description with one more answer without a body. */
    public Description answering(int status) {
        return answering(status, new Answer("Done.", null, Map.of()));
    }

    /** Returns this description with one more answer, which is JSON. */
    public Description answering(int status, Schema schema) {
        return answering(status, new Answer("What was asked for.", new Content(JSON, schema, true), Map.of()));
    }

    /** Returns this description with one more answer. */
    public Description answering(int status, Answer answer) {
        Map<Integer, Answer> more = new TreeMap<>(answers);
        more.put(status, answer);
        return new Description(id, summary, query, body, more, failures, headers);
    }

    /** Returns this description with the answer to a creation: the object, and where it is. */
    public Description creating(Schema schema) {
        return answering(
                201,
                new Answer(
                        "Created.",
                        new Content(JSON, schema, true),
                        Map.of("Location", Schema.string("uri").described("Where the object is."))));
    }

    /** Returns this description with further kinds of failures. */
    public Description failing(ErrorKind first, ErrorKind... more) {
        Set<ErrorKind> all = EnumSet.of(first, more);
        all.addAll(failures);
        return new Description(id, summary, query, body, answers, all, headers);
    }

    /** Returns the schema of a page of objects, {@code {"total": n, "items": [...]}}. */
    public static Schema page(Schema items) {
        return Schema.object()
                .field("total", Schema.integer().with("minimum", 0).described("How many there are, on all pages."))
                .field("items", Schema.listOf(items));
    }
}
