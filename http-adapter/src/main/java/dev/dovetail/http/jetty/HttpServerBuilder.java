package dev.dovetail.http.jetty;

import dev.dovetail.http.exchange.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Configures an {@link HttpServer}. Every setting has a default.
 *
 * <p>Not thread-safe; may start several servers, one after the other.
 *
 * @since 0.1
 */
public final class HttpServerBuilder {
    private static final int PENDING_CONNECTIONS = 1024;
    private static final int SELECTORS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));
    private static final int IO_THREADS = 8;
    /** For connections that wait for a next request; one that is being answered is let be. */
    private static final long IDLE_WHEN_STOPPING_MILLIS = 100;

    private static final int NEVER = -1;

    /**
     * Nothing here maps paths to files: the router takes the path as it was sent and decodes it segment by segment, so
     * an encoded slash, dot or percent sign is part of a key. An empty segment is one that no route has.
     */
    private static final UriCompliance SEGMENTS_AS_DATA = UriCompliance.DEFAULT.with(
            "segments as data",
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_PATH_PARAMETER,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEGMENT,
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    private String host = "127.0.0.1";
    private int port;
    private int maxThreads = 200;
    private boolean virtualThreads;
    private Duration idleTimeout = Duration.ofSeconds(30);
    private Duration stopTimeout = Duration.ofSeconds(30);
    private int maxUrlLength = 8 * 1024;
    private int maxHeaderSize = 16 * 1024;
    private int requestsInFlight = 1000;
    private List<String> trustedProxies = List.of();
    private @Nullable CrossOrigin crossOrigin;
    private int compressedFrom = NEVER;

    HttpServerBuilder() {}

    /** Listens on this interface, by name or address. Default: {@code 127.0.0.1}; {@code 0.0.0.0} means all. */
    public HttpServerBuilder host(String value) {
        host = value;
        return this;
    }

    /** Listens on this port, 0 to 65,535. Default: 0, any free one. */
    public HttpServerBuilder port(int value) {
        port = within("port", value, 0, 65_535);
        return this;
    }

    /** Answers at most so many requests at the same time; others wait their turn. Default: 200. */
    public HttpServerBuilder maxThreads(int value) {
        maxThreads = within("maxThreads", value, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Answers on virtual threads if the running JDK has them (21 and later), on platform threads if not. Default:
     * platform threads.
     */
    public HttpServerBuilder virtualThreads(boolean value) {
        virtualThreads = value;
        return this;
    }

    /** Closes a connection on which nothing has been sent or received for so long. Default: 30 s; at least 1 ms. */
    public HttpServerBuilder idleTimeout(Duration value) {
        idleTimeout = positive("idleTimeout", value);
        return this;
    }

    /** Lets running requests go on for so long when the server is closed. Default: 30 s; at least 1 ms. */
    public HttpServerBuilder stopTimeout(Duration value) {
        stopTimeout = positive("stopTimeout", value);
        return this;
    }

    /** Refuses a longer path and query with 414. In characters; default: 8,192. */
    public HttpServerBuilder maxUrlLength(int value) {
        maxUrlLength = within("maxUrlLength", value, 1, Integer.MAX_VALUE);
        return this;
    }

    /** Refuses a longer request line and headers with 431. In bytes; default: 16,384; at least 512. */
    public HttpServerBuilder maxHeaderSize(int value) {
        maxHeaderSize = within("maxHeaderSize", value, 512, 1 << 20);
        return this;
    }

    /**
     * Refuses any more requests than so many with 503 and {@code Retry-After}, at once. Counted are requests being
     * read, waiting for a thread and being answered. Default: 1,000; at least 1.
     */
    public HttpServerBuilder requestsInFlight(int value) {
        requestsInFlight = within("requestsInFlight", value, 1, Integer.MAX_VALUE);
        return this;
    }

    /**
     * Believes what these reverse proxies say of the client's address and of the scheme, host and port that it asked
     * for ({@code Forwarded}, RFC 7239; {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port}), and of
     * the prefix that they removed ({@code X-Forwarded-Prefix}, {@code X-Script-Name}). What anybody else says of it is
     * ignored. Default: none.
     *
     * <p>In a chain of proxies the client is the right-most address that is not one of them. A proxy must add to each
     * of these header fields or replace it, and never pass on what a client made up. {@code Forwarded} does not count
     * beside any {@code X-Forwarded-} of the first four.
     *
     * @param networks addresses or networks in CIDR notation: {@code 10.0.0.7}, {@code 10.0.0.0/8}, {@code ::1}, {@code
     *     fd00::/8}
     * @throws IllegalArgumentException if one is neither
     */
    public HttpServerBuilder trustedProxies(String... networks) {
        List<String> declared = List.of(networks);
        new TrustedProxies(declared);
        trustedProxies = declared;
        return this;
    }

    /** Lets web pages of other origins use the server. Default: none. */
    public HttpServerBuilder crossOrigin(CrossOrigin value) {
        crossOrigin = value;
        return this;
    }

    /**
     * Compresses answers to GET of at least so many bytes, by gzip, to those who take it, RFC 9110 section 12.5.3:
     * JSON, problems, YAML and HTML. Their entity tags then end in {@code --gzip}, and are understood in conditions.
     * Default: none is compressed, since who can make a victim's browser send requests, and watch their length, may
     * guess at secrets that an answer shows beside texts of the request (the attack called BREACH).
     *
     * <p>Needs {@code jetty-compression-server} and {@code jetty-compression-gzip} of {@code
     * org.eclipse.jetty.compression}.
     *
     * @param bytes at least 0; below a few hundred there is little to gain
     * @throws IllegalStateException if those are not there
     */
    public HttpServerBuilder compressedFrom(int bytes) {
        compressedFrom = within("compressedFrom", bytes, 0, Integer.MAX_VALUE);
        try {
            Class.forName("org.eclipse.jetty.compression.server.CompressionHandler");
            Class.forName("org.eclipse.jetty.compression.gzip.GzipCompression");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "compressedFrom needs jetty-compression-server and jetty-compression-gzip of"
                            + " org.eclipse.jetty.compression on the class path or module path",
                    e);
        }
        return this;
    }

    /**
     * Starts a server; it takes requests when this returns.
     *
     * @throws java.net.BindException if the port is taken
     * @throws IOException if the host and port cannot be listened on for another reason
     */
    public HttpServer start(Handler handler) throws IOException {
        Server server = new Server(ioThreads());
        server.setStopTimeout(stopTimeout.toMillis());
        server.setErrorHandler(new PlainErrors(handler));
        ServerConnector connector = connector(server);
        server.addConnector(connector);
        Limits limits = new Limits(maxUrlLength, requestsInFlight);
        Binding binding = new Binding(handler, workers(server), limits, !trustedProxies.isEmpty());
        server.setHandler(new GracefulHandler(edges(binding)));
        return HttpServer.start(server, connector, stopTimeout);
    }

    /** Puts around the binding what looks at header fields alone; nothing of it waits. */
    private org.eclipse.jetty.server.Handler edges(org.eclipse.jetty.server.Handler binding) {
        var compressed = compressedFrom == NEVER ? binding : Compressed.over(binding, compressedFrom);
        var uncoded = new UncodedBodies(compressed);
        return crossOrigin == null ? uncoded : crossOrigin.over(uncoded);
    }

    /** Threads that accept, select and write; none ever runs a handler, so that they are free under overload. */
    private static QueuedThreadPool ioThreads() {
        return pool("dovetail-io", SELECTORS + IO_THREADS, SELECTORS + 2);
    }

    /** Threads that run the handler, started and stopped with the server. */
    private Executor workers(Server server) {
        if (virtualThreads && VirtualThreads.areSupported()) {
            VirtualThreadPool workers = new VirtualThreadPool(maxThreads);
            workers.setName("dovetail-http");
            server.addBean(workers, true);
            return workers;
        }
        QueuedThreadPool workers = pool("dovetail-http", maxThreads, Math.min(8, maxThreads));
        workers.setReservedThreads(0);
        server.addBean(workers, true);
        return workers;
    }

    /**
     * Returns a pool with a queue of the JDK: Jetty's own starts the whole of JMX to ask for the width of references.
     */
    private static QueuedThreadPool pool(String name, int most, int least) {
        QueuedThreadPool pool = new QueuedThreadPool(most, least, new LinkedBlockingQueue<>());
        pool.setName(name);
        return pool;
    }

    private ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(SEGMENTS_AS_DATA);
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(maxHeaderSize);
        if (!trustedProxies.isEmpty()) {
            http.addCustomizer(new TrustedProxies(trustedProxies));
        }
        ServerConnector connector = new ServerConnector(server, 1, SELECTORS, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(idleTimeout.toMillis());
        connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING_MILLIS);
        connector.setAcceptQueueSize(PENDING_CONNECTIONS);
        return connector;
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " to " + most + ")");
        }
        return value;
    }

    private static Duration positive(String name, Duration value) {
        if (value.toMillis() < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least 1 ms)");
        }
        return value;
    }
}
