package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Representation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States that an object has been created from a body, and lets what follows in the same unit of work say how parts of
 * it look in the answer. Bound to one request.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Creation<T extends Record> {
    private final Exchange exchange;
    private final CallContext call;
    private final Representation<T> representation;
    private T row;
    private final Body<T> body;
    private final Map<String, String> shown = new LinkedHashMap<>();

    Creation(Exchange exchange, CallContext call, Representation<T> representation, T row, Body<T> body) {
        this.exchange = exchange;
        this.call = call;
        this.representation = representation;
        this.row = row;
        this.body = body;
    }

    /** Returns the request that the creation is a part of. */
    public Exchange exchange() {
        return exchange;
    }

    /** Returns who creates, in the scope that he creates in. */
    public CallContext call() {
        return call;
    }

    /** Returns the object as it was created; when everything is done, as it is then. */
    public T row() {
        return row;
    }

    /** Returns the body. */
    public Body<T> body() {
        return body;
    }

    /**
     * Shows a part in the answer as this JSON, instead of as it is represented otherwise, or a field that only answers
     * to creations have.
     *
     * @throws IllegalArgumentException if the object has no part of this name
     */
    public void show(String part, String json) {
        if (!shows(part)) {
            throw new IllegalArgumentException(
                    "part '" + part + "' of " + representation.resource() + ": unknown; add it to the shape");
        }
        shown.put(part, json);
    }

    boolean shows(String part) {
        return representation.hasPart(part) || representation.showsOnCreation(part);
    }

    void reread(T now) {
        row = now;
    }

    Map<String, String> shown() {
        return shown;
    }
}
