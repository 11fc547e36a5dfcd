package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.http.json.Body;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * States that an object has been created from a body, and lets what follows in the same unit of work say how parts of it
 * look in the answer. Bound to one request.
 *
 * @param <T> the model record
 * @since 0.1
 */
public final class Creation<T extends Record> {
    private final Exchange exchange;
    private final CallContext call;
    private T row;
    private final Body<T> body;
    private final Map<String, String> shown = new LinkedHashMap<>();

    Creation(Exchange exchange, CallContext call, T row, Body<T> body) {
        this.exchange = exchange;
        this.call = call;
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

    /** Shows a part in the answer as this JSON, instead of as it is represented otherwise. */
    public void show(String part, String json) {
        shown.put(part, json);
    }

    void reread(T now) {
        row = now;
    }

    Map<String, String> shown() {
        return shown;
    }
}
