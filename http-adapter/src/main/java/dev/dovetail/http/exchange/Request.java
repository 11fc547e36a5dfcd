package dev.dovetail.http.exchange;

import dev.dovetail.value.UnicodeText;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds one HTTP request, its body read whole. Immutable; the query is decoded when it is first asked for.
 *
 * @since 0.1
 */
public final class Request {
    private static final char REPLACEMENT = '\uFFFD';

    private final String method;
    private final String path;
    private final @Nullable String rawQuery;
    private final Headers headers;
    private final byte[] body;
    private final String baseUrl;
    private @Nullable Map<String, List<String>> query;
    private @Nullable String malformed;

    /**
     * Looks up the header fields of a request.
     *
     * @since 0.1
     */
    public interface Headers {
        /** Returns the first value of a field, whatever the case of its name; null when absent. */
        @Nullable
        String first(String name);

        /** Returns every value of a field, in order; none when absent. */
        List<String> all(String name);
    }

    /**
     * Makes a request whose header fields have one value each.
     *
     * @param method in upper case
     * @param path below where the adapter is mounted, still percent-encoded, starting with a slash
     * @param rawQuery without the question mark; null for none
     * @param headers look-up of the value by name, whatever its case; null when absent
     * @param body the bytes, empty for none; not copied
     * @param baseUrl scheme, host, port and mount point, without a slash at the end: {@code http://127.0.0.1:9486}
     */
    public Request(
            String method,
            String path,
            @Nullable String rawQuery,
            Function<String, @Nullable String> headers,
            byte[] body,
            String baseUrl) {
        this(method, path, rawQuery, single(headers), body, baseUrl);
    }

    private static Headers single(Function<String, @Nullable String> values) {
        return new Headers() {
            @Override
            public @Nullable String first(String name) {
                return values.apply(name);
            }

            @Override
            public List<String> all(String name) {
                String value = values.apply(name);
                return value == null ? List.of() : List.of(value);
            }
        };
    }

    /**
     * Makes a request.
     *
     * @param method in upper case
     * @param path below where the adapter is mounted, still percent-encoded, starting with a slash
     * @param rawQuery without the question mark; null for none
     * @param headers the header fields
     * @param body the bytes, empty for none; not copied
     * @param baseUrl scheme, host, port and mount point, without a slash at the end: {@code http://127.0.0.1:9486}
     */
    public Request(
            String method, String path, @Nullable String rawQuery, Headers headers, byte[] body, String baseUrl) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.body = body;
        this.baseUrl = baseUrl;
    }

    /** Returns the method in upper case. */
    public String method() {
        return method;
    }

    /** Returns the path, percent-encoded. */
    public String path() {
        return path;
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.first(name));
    }

    /** Returns the values of a header field that is a list, RFC 9110 section 5.3: all of its lines as one. */
    public Optional<String> list(String name) {
        String first = headers.first(name);
        if (first == null) {
            return Optional.empty();
        }
        List<String> all = headers.all(name);
        return Optional.of(all.size() < 2 ? first : String.join(", ", all));
    }

    /** Returns the first value of a query parameter, decoded. */
    public Optional<String> parameter(String name) {
        List<String> values = query().get(name);
        return values == null ? Optional.empty() : Optional.of(values.get(0));
    }

    /** Returns all query parameters in order, decoded, a parameter without {@code =} as the empty text. */
    public Map<String, List<String>> query() {
        Map<String, List<String>> known = query;
        if (known == null) {
            known = rawQuery == null ? Map.of() : parse(rawQuery);
            query = known;
        }
        return known;
    }

    private Map<String, List<String>> parse(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                String decoded = decode(name);
                String text = decode(value);
                if (malformed == null && !(isText(name, decoded) && isText(value, text))) {
                    malformed = decoded;
                }
                query.computeIfAbsent(decoded, key -> new ArrayList<>()).add(text);
            }
        }
        return query;
    }

    /** Returns the first query parameter that is not Unicode in UTF-8, or holds the character 0. */
    public Optional<String> malformedParameter() {
        query();
        return Optional.ofNullable(malformed);
    }

    /** What is no UTF-8 is decoded to the replacement character, which a text may also have by itself. */
    private static boolean isText(String encoded, String decoded) {
        return UnicodeText.isSound(decoded)
                && (decoded.indexOf(REPLACEMENT) < 0
                        || encoded.indexOf(REPLACEMENT) >= 0
                        || encoded.toUpperCase(Locale.ROOT).contains("%EF%BF%BD"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Returns the body; empty for none. The caller must not change it. */
    public byte[] body() {
        return body;
    }

    /** Returns scheme, host, port and mount point, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }
}
