package dev.dovetail.notification.amqp;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Says where a broker is and how to log in. Its text form has no password. Immutable and thread-safe.
 *
 * <p>A connection must be there within 5 s and is taken for lost after 10 s without a heartbeat; each of these can be
 * changed. {@code amqps} checks the broker's certificate by the JVM's trust store, and its name.
 *
 * @since 0.1
 */
public final class AmqpServer {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final String DEFAULT_USER = "guest";

    private final URI uri;
    private final String user;
    private final String password;
    private final Duration timeout;
    private final Duration heartbeat;

    private AmqpServer(URI uri, String user, String password, Duration timeout, Duration heartbeat) {
        this.uri = uri;
        this.user = user;
        this.password = password;
        this.timeout = timeout;
        this.heartbeat = heartbeat;
    }

    /**
     * Returns the broker at {@code amqp://user:password@host:port/vhost} or {@code amqps://...}; user and password are
     * guest and the virtual host is {@code /} unless given.
     *
     * @throws IllegalArgumentException if it is not understood; the message does not have what was given
     */
    public static AmqpServer at(String uri) {
        try {
            URI parsed = new URI(uri);
            boolean known = "amqp".equals(parsed.getScheme()) || "amqps".equals(parsed.getScheme());
            if (known && parsed.getHost() != null && parsed.getRawQuery() == null && parsed.getRawFragment() == null) {
                String[] login = Optional.ofNullable(parsed.getRawUserInfo())
                        .orElse(DEFAULT_USER)
                        .split(":", 2);
                String password = login.length == 2 ? decoded(login[1]) : DEFAULT_USER;
                URI shown = new URI(
                        parsed.getScheme(), null, parsed.getHost(), parsed.getPort(), parsed.getPath(), null, null);
                return new AmqpServer(shown, decoded(login[0]), password, TIMEOUT, HEARTBEAT);
            }
        } catch (URISyntaxException e) {
            // told below, without the value that the exception quotes
        }
        throw new IllegalArgumentException("not understood (expected: amqp://user:password@host:port/vhost)");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Returns this broker with another password. */
    public AmqpServer password(String other) {
        return new AmqpServer(uri, user, other, timeout, heartbeat);
    }

    /** Returns this broker with another limit for connecting, and for each answer. */
    public AmqpServer timeout(Duration other) {
        return new AmqpServer(uri, user, password, other, heartbeat);
    }

    /** Returns this broker with other heartbeats. */
    public AmqpServer heartbeat(Duration other) {
        return new AmqpServer(uri, user, password, timeout, other);
    }

    Connection connect(String name) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(uri.getHost());
        boolean secure = "amqps".equals(uri.getScheme());
        factory.setPort(uri.getPort() >= 0 ? uri.getPort() : secure ? 5671 : 5672);
        factory.setUsername(user);
        factory.setPassword(password);
        String path = uri.getPath() == null ? "" : uri.getPath();
        factory.setVirtualHost(path.length() < 2 ? "/" : path.substring(1));
        factory.setConnectionTimeout((int) timeout.toMillis());
        factory.setHandshakeTimeout((int) timeout.toMillis());
        factory.setChannelRpcTimeout((int) timeout.toMillis());
        factory.setRequestedHeartbeat((int) heartbeat.toSeconds());
        factory.setShutdownTimeout((int) timeout.toMillis());
        // whoever lost a connection opens another, so that it knows what was not confirmed
        factory.setAutomaticRecoveryEnabled(false);
        factory.setTopologyRecoveryEnabled(false);
        if (secure) {
            try {
                factory.useSslProtocol(SSLContext.getDefault());
            } catch (NoSuchAlgorithmException e) {
                throw new IOException("no TLS", e);
            }
            factory.enableHostnameVerification();
        }
        return factory.newConnection(name);
    }

    /** Returns the URI without user and password. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
