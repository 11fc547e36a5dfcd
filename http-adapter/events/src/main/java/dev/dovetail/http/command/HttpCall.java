package dev.dovetail.http.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States one call of a daemon: method, path, query and JSON body. Immutable and thread-safe.
 *
 * @param method in upper case
 * @param path below the daemon's base URL, percent-encoded, starting with a slash
 * @param query names and values in order, not encoded
 * @param json the body; null for none
 * @since 0.1
 */
public record HttpCall(
        String method,
        String path,
        List<Map.Entry<String, String>> query,
        @Nullable String json) {

    public HttpCall {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("path: '" + path + "' (expected: a slash first)");
        }
        query = List.copyOf(query);
    }

    /** Returns a call without query and body. */
    public static HttpCall of(String method, String path) {
        return new HttpCall(method, path, List.of(), null);
    }

    /** Returns a GET without query. */
    public static HttpCall get(String path) {
        return of("GET", path);
    }

    /** Returns a DELETE without query. */
    public static HttpCall delete(String path) {
        return of("DELETE", path);
    }

    /** Returns a POST of a JSON body. */
    public static HttpCall post(String path, String json) {
        return of("POST", path).body(json);
    }

    /** Returns this call with one more query parameter. */
    public HttpCall parameter(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(query);
        more.add(Map.entry(name, value));
        return new HttpCall(method, path, more, json);
    }

    /** Returns this call with a JSON body. */
    public HttpCall body(String value) {
        return new HttpCall(method, path, query, value);
    }

    /** Returns path and query, encoded. */
    String target() {
        StringBuilder target = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> parameter : query) {
            target.append(separator)
                    .append(encode(parameter.getKey()))
                    .append('=')
                    .append(encode(parameter.getValue()));
            separator = '&';
        }
        return target.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Names method and path only: queries and bodies may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
