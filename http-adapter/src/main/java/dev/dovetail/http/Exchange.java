package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.header.Preference;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.plugin.Services;
import java.util.List;
import java.util.Optional;

/**
 * Holds a request on its way through a route: who calls, and the values in its path. Immutable.
 *
 * @param request the request
 * @param call who calls, confined to the tenants that the token and the request allow
 * @param pathValues the texts in the place of the path's parameters, decoded, in order
 * @param rootUrl scheme, host, port and base path, which links start with
 * @param services the services
 * @param protocol how much of HTTP is answered to
 * @param caller who calls, beyond the answer
 * @since 0.1
 */
public record Exchange(
        Request request,
        CallContext call,
        List<String> pathValues,
        String rootUrl,
        Services services,
        Protocol protocol,
        Caller caller) {

    /** Returns the text in the place of a parameter of the path, counted from 0. */
    public String pathValue(int index) {
        return pathValues.get(index);
    }

    /** Returns whether a parameter of the query is {@code true}, in upper or lower case. */
    public boolean asks(String parameter) {
        return request.parameter(parameter).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Returns what the caller would like to be told after a write. */
    Optional<Preference> preference() {
        return protocol == Protocol.FULL ? Preference.of(request) : Optional.empty();
    }

    /** Returns what objects in the answer are written for; look-ups start anew. */
    public Rendering rendering() {
        return new Rendering(call, rootUrl, services.lookups(), caller);
    }
}
