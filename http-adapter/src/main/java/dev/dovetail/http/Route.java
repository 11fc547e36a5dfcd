package dev.dovetail.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Joins a method, a path and an endpoint.
 *
 * @param method in upper case
 * @param segments of the path: literals, and parameters in the places of values
 * @param access words of the name of the operation, {@code *} in the places of values; null for the standard name, made
 *     of the segments and the method's verb
 * @param open whether no token is needed
 * @param unscoped whether the endpoint looks beyond the tenants that the caller sees
 * @param rootTenantOnly whether only tokens of the tenant above all others are let through
 * @param endpoint what answers
 * @param description says what it takes and answers, when a document of the API is made; null if nothing says it
 * @since 0.1
 */
public record Route(
        String method,
        List<Segment> segments,
        @Nullable String access,
        boolean open,
        boolean unscoped,
        boolean rootTenantOnly,
        Endpoint endpoint,
        @Nullable Supplier<Description> description) {

    public Route {
        if (open && rootTenantOnly) {
            throw new IllegalArgumentException("open and rootTenantOnly (expected: one; without a token is no tenant)");
        }
        segments = List.copyOf(segments);
    }

    /**
     * Stands for one segment of a path.
     *
     * @param literal the text; null for a parameter
     * @param format what a parameter takes; null for a literal
     */
    public record Segment(
            @Nullable String literal, @Nullable KeyFormat<?> format) {}

    /**
     * Returns a route.
     *
     * @param path with {@code {}} in the places of parameters: {@code /users/{}/lines}
     * @param formats of the parameters, in order
     */
    public static Route of(String method, String path, List<KeyFormat<?>> formats, Endpoint endpoint) {
        List<Segment> segments = new ArrayList<>();
        int next = 0;
        for (String segment : path.substring(1).split("/", -1)) {
            segments.add(segment.equals("{}") ? new Segment(null, formats.get(next++)) : new Segment(segment, null));
        }
        return new Route(method, segments, null, false, false, false, endpoint, null);
    }

    /** Returns this route with another name of the operation. */
    public Route access(String words) {
        return new Route(method, segments, words, open, unscoped, rootTenantOnly, endpoint, description);
    }

    /** Returns this route open to requests without a token, which then see nothing that has a tenant. */
    public Route withoutToken() {
        return new Route(method, segments, access, true, unscoped, rootTenantOnly, endpoint, description);
    }

    /** Returns this route marked as one that looks beyond the tenants that the caller sees. */
    public Route beyondTenants() {
        return new Route(method, segments, access, open, true, rootTenantOnly, endpoint, description);
    }

    /** Returns this route reserved to tokens of the tenant above all others. */
    public Route forRootTenant() {
        return new Route(method, segments, access, open, unscoped, true, endpoint, description);
    }

    /** Returns this route described by what is asked when a document of the API is made. */
    public Route described(Supplier<Description> says) {
        return new Route(method, segments, access, open, unscoped, rootTenantOnly, endpoint, says);
    }

    /**
     * Returns the name of the operation that a token has to grant.
     *
     * @param prefix the word that it starts with; empty for none
     * @param values what stands in the places of the path's parameters, in order
     */
    public String operationName(String prefix, List<String> values) {
        return Access.name(prefix, this, values);
    }

    /** Returns this route answered by another endpoint. */
    Route answeredBy(Endpoint other) {
        return new Route(method, segments, access, open, unscoped, rootTenantOnly, other, description);
    }

    /** Returns the path with {@code {}} in the places of parameters: {@code /users/{}/lines}. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (Segment segment : segments) {
            path.append('/').append(segment.literal() == null ? "{}" : segment.literal());
        }
        return path.toString();
    }
}
