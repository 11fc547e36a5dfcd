package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Request;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** Looks up header fields as Jetty has read them. */
record JettyHeaders(HttpFields fields) implements Request.Headers {
    @Override
    public @Nullable String first(String name) {
        return fields.get(name);
    }

    @Override
    public List<String> all(String name) {
        return fields.getValuesList(name);
    }
}
