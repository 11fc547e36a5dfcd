package dev.dovetail.http.jetty;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells the URL that the client used for the root of the adapter. Remembers the last answer, since nearly all requests
 * come by the same name.
 */
final class BaseUrls {
    private static final String PATH_CHARACTERS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~%";

    private final boolean forwardedHeaders;
    private volatile Known last = new Known("", "", 0, "");

    BaseUrls(boolean forwardedHeaders) {
        this.forwardedHeaders = forwardedHeaders;
    }

    String of(Request request) {
        String scheme = request.getHttpURI().getScheme() == null
                ? "http"
                : request.getHttpURI().getScheme();
        String root = root(scheme, Request.getServerName(request), Request.getServerPort(request));
        return forwardedHeaders ? root + prefix(request) : root;
    }

    private String root(String scheme, String host, int port) {
        Known known = last;
        if (known.port != port || !known.host.equals(host) || !known.scheme.equals(scheme)) {
            known = new Known(scheme, host, port, url(scheme, host, port));
            last = known;
        }
        return known.url;
    }

    private static String url(String scheme, String host, int port) {
        boolean usual = port <= 0 || port == ("https".equals(scheme) ? 443 : 80);
        String name = host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
        return scheme + "://" + name + (usual ? "" : ":" + port);
    }

    private static String prefix(Request request) {
        String given = request.getHeaders().get("X-Forwarded-Prefix");
        return clean(given == null ? request.getHeaders().get("X-Script-Name") : given);
    }

    /** Returns the prefix without slashes at the end; nothing if it is none, or none that belongs into a URL. */
    static String clean(@Nullable String given) {
        if (given == null || !given.startsWith("/") || given.startsWith("//")) {
            return "";
        }
        int end = given.length();
        while (end > 0 && given.charAt(end - 1) == '/') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            if (PATH_CHARACTERS.indexOf(given.charAt(i)) < 0) {
                return "";
            }
        }
        return given.substring(0, end);
    }

    private record Known(String scheme, String host, int port, String url) {}
}
