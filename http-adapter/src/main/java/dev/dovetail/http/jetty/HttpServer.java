package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Handler;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a {@link Handler} over HTTP/1.1 on a port of its own.
 *
 * <pre>{@code
 * try (HttpServer server = HttpServer.builder().port(9486).start(handler)) {
 *     System.out.println(server.url());
 *     ...
 * }
 * }</pre>
 *
 * <p>Thread-safe. Whoever starts it closes it.
 *
 * @since 0.1
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Server server;
    private final String host;
    private final int port;
    private final Duration stopTimeout;

    private HttpServer(Server server, String host, int port, Duration stopTimeout) {
        this.server = server;
        this.host = host;
        this.port = port;
        this.stopTimeout = stopTimeout;
    }

    /** Returns a builder with the defaults: loopback, any free port. */
    public static HttpServerBuilder builder() {
        return new HttpServerBuilder();
    }

    /**
     * Serves on the loopback interface at any free port.
     *
     * @throws IOException if that cannot be listened on
     */
    public static HttpServer start(Handler handler) throws IOException {
        return builder().start(handler);
    }

    static HttpServer start(Server server, ServerConnector connector, Duration stopTimeout) throws IOException {
        String host = connector.getHost();
        try {
            server.start();
        } catch (Exception e) {
            stopQuietly(server);
            throw failure(host, connector.getPort(), e);
        }
        HttpServer started = new HttpServer(server, host, connector.getLocalPort(), stopTimeout);
        LOG.info("listening on {}", started.url());
        return started;
    }

    private static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.debug("a server that did not start did not stop either", e);
        }
    }

    private static IOException failure(String host, int port, Exception e) {
        Throwable cause = e;
        while (!(cause instanceof BindException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String place = host + ":" + port;
        String reason = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && reason.contains("in use")) {
            BindException taken = new BindException("port " + place + " is taken");
            taken.initCause(e);
            return taken;
        }
        return new IOException("cannot listen on " + place + ": " + reason, e);
    }

    /** Returns the port listened on. */
    public int port() {
        return port;
    }

    /** Returns where the server is reached, without a slash at the end: {@code http://127.0.0.1:9486}. */
    public String url() {
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /**
     * Stops taking requests, lets those under way end, then frees the port. Returns when that is done, or when the stop
     * time-out has passed: what still runs then is interrupted. Closing twice does nothing.
     */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.warn("requests were cut off: they did not end within {}", stopTimeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("the server did not stop cleanly", e);
        }
    }
}
