package dev.dovetail.http.jetty;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.CrossOriginHandler;

/**
 * Says which web pages of other origins may use a server, by the CORS protocol of the
 * <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard</a>.
 *
 * <pre>{@code
 * HttpServer.builder().crossOrigin(CrossOrigin.of("https://console.example").headers("Tenant"))
 * }</pre>
 *
 * <p>What a browser asks beforehand, the preflight, is answered without a token, as browsers send none. Answers vary by
 * {@code Origin}, as caches are told. Requests of other origins are answered as ever; it is the browser that then keeps
 * the answer from the page. So this protects nobody but users of browsers, and is no substitute for tokens.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CrossOrigin {
    private static final String ANY = "*";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Last-Event-ID",
            "Prefer",
            "traceparent");
    private static final List<String> EXPOSED = List.of(
            "Accept-Patch",
            "Allow",
            "Dry-Run",
            "ETag",
            "Link",
            "Location",
            "Preference-Applied",
            "Retry-After",
            "WWW-Authenticate");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

    private final Set<String> origins;
    private final Set<String> methods;
    private final Set<String> headers;
    private final Set<String> exposed;
    private final boolean credentials;
    private final Duration maxAge;

    private CrossOrigin(Set<String> origins, List<Set<String>> names, boolean credentials, Duration maxAge) {
        if (credentials && origins.contains(ANY)) {
            throw new IllegalArgumentException(
                    "credentials with the origin * (expected: the origins by name; any page could act for its visitors)");
        }
        this.origins = origins;
        this.methods = names.get(0);
        this.headers = names.get(1);
        this.exposed = names.get(2);
        this.credentials = credentials;
        this.maxAge = maxAge;
    }

    /**
     * Lets pages of these origins in, to all methods, with the request header fields that this adapter reads, and shows
     * them the answer's header fields that it writes; without credentials.
     *
     * @param first as browsers write it: scheme, host and, unless it is the usual one, port: {@code
     *     https://console.example}; or {@code *} for the pages of all origins
     * @throws IllegalArgumentException if one is no origin
     */
    public static CrossOrigin of(String first, String... more) {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(origin(first));
        for (String each : more) {
            origins.add(origin(each));
        }
        return new CrossOrigin(
                Collections.unmodifiableSet(origins),
                List.of(Set.copyOf(METHODS), Set.copyOf(HEADERS), Set.copyOf(EXPOSED)),
                false,
                Duration.ofMinutes(10));
    }

    private static String origin(String text) {
        if (text.equals(ANY)) {
            return text;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            int usual = "https".equals(scheme) ? 443 : "http".equals(scheme) ? 80 : 0;
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            if (uri.getHost() != null && uri.getPort() != usual && text.equals(scheme + "://" + uri.getHost() + port)) {
                return text;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException("origin: " + text
                + " (expected: as browsers write it, such as https://console.example or http://localhost:3000, or *)");
    }

    private CrossOrigin with(int place, String[] names) {
        List<Set<String>> changed = new ArrayList<>(List.of(methods, headers, exposed));
        Set<String> all = new LinkedHashSet<>(place == 0 ? Set.of() : changed.get(place));
        for (String name : names) {
            if (!TOKEN.matcher(name).matches() || name.equals(ANY)) {
                throw new IllegalArgumentException("name: " + name + " (expected: that of a method or header field)");
            }
            all.add(name);
        }
        changed.set(place, Collections.unmodifiableSet(all));
        return new CrossOrigin(origins, changed, credentials, maxAge);
    }

    /** Allows these methods and no others; all that the adapter has unless called. */
    public CrossOrigin methods(String... names) {
        return with(0, names);
    }

    /** Allows requests to have further header fields, such as that of the tenant. */
    public CrossOrigin headers(String... names) {
        return with(1, names);
    }

    /** Shows pages further header fields of answers. */
    public CrossOrigin exposing(String... names) {
        return with(2, names);
    }

    /**
     * Allows requests with what the browser itself knows of its user: cookies, certificates, passwords. Tokens that a
     * page sends need none of it.
     *
     * @throws IllegalArgumentException if all origins are let in
     */
    public CrossOrigin credentials() {
        return new CrossOrigin(origins, List.of(methods, headers, exposed), true, maxAge);
    }

    /** Lets browsers remember for so long what they asked beforehand, 0 to 1 day; 10 minutes unless called. */
    public CrossOrigin maxAge(Duration value) {
        if (value.isNegative() || value.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("maxAge: " + value + " (expected: 0 to 1 day)");
        }
        return new CrossOrigin(origins, List.of(methods, headers, exposed), credentials, value);
    }

    Handler over(Handler inner) {
        CrossOriginHandler handler = new CrossOriginHandler();
        handler.setAllowedOriginPatterns(origins.stream()
                .map(origin -> origin.equals(ANY) ? origin : Pattern.quote(origin))
                .collect(Collectors.toSet()));
        handler.setAllowedMethods(methods);
        handler.setAllowedHeaders(headers);
        handler.setExposedHeaders(exposed);
        handler.setAllowCredentials(credentials);
        handler.setPreflightMaxAge(maxAge);
        handler.setHandler(inner);
        return handler;
    }
}
