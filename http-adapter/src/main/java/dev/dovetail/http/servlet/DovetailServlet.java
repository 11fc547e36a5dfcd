package dev.dovetail.http.servlet;

import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.exchange.StreamedBody;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a {@link Handler} inside a servlet container, synchronously but for streams of events: for those the servlet,
 * and the filters before it, have to be registered with {@code asyncSupported}.
 *
 * <pre>{@code
 * context.addServlet("dovetail", DovetailServlet.of(handler)).addMapping("/api/*");
 * }</pre>
 *
 * <p>Where the container (or a filter, such as Spring Security's) has authenticated the caller already, by whatever
 * means, that user's name takes the place of a token:
 *
 * <pre>{@code
 * HttpApi api = HttpApi.of(registry).tokenHeader("Remote-User").tokens(verifier).build();
 * DovetailServlet.of(api).userIn("Remote-User");
 * }</pre>
 *
 * <p>The handler sees paths below the mapping: context path and servlet path are part of the base URL. Thread-safe. Not
 * serialisable, whatever its ancestors say.
 *
 * @since 0.1
 */
@SuppressWarnings("exports") // who mounts a servlet requires jakarta.servlet anyway; nobody else should have to
public final class DovetailServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DovetailServlet.class);

    private final transient Handler handler;
    private final @Nullable String userHeader;

    private DovetailServlet(Handler handler, @Nullable String userHeader) {
        this.handler = handler;
        this.userHeader = userHeader;
    }

    /** Returns a servlet that serves this handler. */
    public static DovetailServlet of(Handler handler) {
        return new DovetailServlet(handler, null);
    }

    /**
     * Returns a servlet that serves the same handler and hands it the name of the user whom the container has
     * authenticated, {@code getRemoteUser()} (Jakarta Servlet 6.1, section 13.3), as a header field. The field is
     * absent while there is none: what a client sends in it is never seen. The handler must not be served where nobody
     * sees to that.
     *
     * @param header the name of the field, in any case
     */
    public DovetailServlet userIn(String header) {
        return new DovetailServlet(handler, header);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long most = handler.maxBody();
        if (request.getContentLengthLong() > most) {
            refuse(response);
            return;
        }
        int bound = (int) Math.min(most, Integer.MAX_VALUE - 9);
        byte[] body = request.getInputStream().readNBytes(bound + 1);
        if (body.length > bound) {
            refuse(response);
            return;
        }
        Response answer = answer(request, body);
        StreamedBody stream = answer.stream();
        if (stream == null || request.getMethod().equals("HEAD")) {
            write(request.getMethod(), response, answer);
        } else if (request.isAsyncSupported()) {
            writeHead(response, answer);
            ServletStream.start(stream, request.startAsync());
        } else {
            LOG.error("{} cannot be answered: register the servlet with asyncSupported", request.getRequestURI());
            write("", response, handler.refuse(503));
        }
    }

    private Response answer(HttpServletRequest request, byte[] body) {
        int mount = mountLength(request);
        String uri = request.getRequestURI();
        String path = uri.substring(mount);
        try {
            return handler.handle(new Request(
                    request.getMethod(),
                    path.isEmpty() ? "/" : path,
                    request.getQueryString(),
                    new ServletHeaders(request, userHeader),
                    body,
                    root(request) + uri.substring(0, mount)));
        } catch (RuntimeException e) { // a handler must not throw; if one does, its client gets no stack trace
            LOG.error("the handler failed on {} {}", request.getMethod(), uri, e);
            return Response.of(500);
        }
    }

    private record ServletHeaders(
            HttpServletRequest request, @Nullable String userHeader) implements Request.Headers {
        @Override
        public @Nullable String first(String name) {
            return name.equalsIgnoreCase(userHeader) ? request.getRemoteUser() : request.getHeader(name);
        }

        @Override
        public List<String> all(String name) {
            if (name.equalsIgnoreCase(userHeader)) {
                String user = request.getRemoteUser();
                return user == null ? List.of() : List.of(user);
            }
            return Collections.list(request.getHeaders(name));
        }
    }

    /**
     * Returns how much of the URI is context path and servlet path. The latter is known in decoded form only, and
     * not at all where keys hold slashes, so the segments of its pattern are counted off.
     */
    private static int mountLength(HttpServletRequest request) {
        String uri = request.getRequestURI();
        int length = request.getContextPath().length();
        HttpServletMapping mapping = request.getHttpServletMapping();
        if (mapping.getMappingMatch() != MappingMatch.PATH) {
            return length;
        }
        long segments = mapping.getPattern().chars().filter(c -> c == '/').count() - 1; // not that of /*
        for (; segments > 0; segments--) {
            int next = uri.indexOf('/', length + 1);
            length = next < 0 ? uri.length() : next;
        }
        return length;
    }

    private static String root(HttpServletRequest request) {
        String scheme = request.getScheme();
        String host = request.getServerName();
        int port = request.getServerPort();
        boolean usual = port <= 0 || port == ("https".equals(scheme) ? 443 : 80);
        String name = host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
        return scheme + "://" + name + (usual ? "" : ":" + port);
    }

    /** Refuses a body that is too large; what is left of it is not read, so the connection ends. */
    private void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        write("", response, handler.refuse(413));
    }

    private static void writeHead(HttpServletResponse response, Response answer) {
        response.setStatus(answer.status());
        for (Map.Entry<String, String> header : answer.headers()) {
            response.addHeader(header.getKey(), header.getValue());
        }
    }

    private static void write(String method, HttpServletResponse response, Response answer) throws IOException {
        writeHead(response, answer);
        byte[] body = answer.body();
        if (body.length > 0) {
            response.setContentLength(body.length);
            if (!method.equals("HEAD")) {
                response.getOutputStream().write(body);
            }
        }
    }
}
