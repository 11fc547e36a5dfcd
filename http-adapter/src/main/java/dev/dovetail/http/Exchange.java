package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.header.Preference;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
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
 * @param style how the API speaks
 * @param caller who calls, beyond the answer
 * @since 0.1
 */
public record Exchange(
        Request request,
        CallContext call,
        List<String> pathValues,
        String rootUrl,
        Services services,
        ApiStyle style,
        Caller caller) {

    /** Returns the text in the place of a parameter of the path, counted from 0. */
    public String pathValue(int index) {
        return pathValues.get(index);
    }

    /**
     * Returns whether a parameter of the query says yes, as the style reads it; it does not if it is absent.
     *
     * @throws dev.dovetail.error.DovetailException if it says neither yes nor no
     */
    public boolean asks(String parameter) {
        return FlagParameters.given(this, parameter, "request");
    }

    /** Returns whether the API offers a feature. */
    boolean offers(Feature feature) {
        return style.features().contains(feature);
    }

    /** Returns what the caller would like to be told after a write. */
    Optional<Preference> preference() {
        return offers(Feature.PREFERENCES) ? Preference.of(request) : Optional.empty();
    }

    /** Returns what objects in the answer are written for; look-ups start anew. */
    public Rendering rendering() {
        return new Rendering(call, rootUrl, services.lookups(), caller);
    }
}
