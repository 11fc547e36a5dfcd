package dev.dovetail.notification.broker;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.server.SystemLauncher;

/** Is a message broker within the JVM, Apache Qpid, that can be stopped and started again on its port. */
public final class TestBroker implements AutoCloseable {
    /** The environment variable that names a real broker, an AMQP URI. */
    public static final String AMQP = "DOVETAIL_TEST_AMQP";

    private final int port;
    private SystemLauncher launcher;

    private TestBroker(int port) {
        this.port = port;
    }

    /** Starts a broker that keeps nothing. */
    public static TestBroker start() {
        TestBroker broker = new TestBroker(freePort());
        broker.startAgain();
        return broker;
    }

    /** Returns the URI of the real broker that the environment names. */
    public static Optional<String> real() {
        return Optional.ofNullable(System.getenv(AMQP)).filter(uri -> !uri.isBlank());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts the broker again, empty. */
    public void startAgain() {
        launcher = new SystemLauncher();
        try {
            launcher.startup(Map.of(
                    "type",
                    "Memory",
                    "initialConfigurationLocation",
                    TestBroker.class.getResource("test-broker.json").toString(),
                    "startupLoggedToSystemOut",
                    "false",
                    "context",
                    Map.of("test.port", String.valueOf(port))));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public void stop() {
        launcher.shutdown();
    }

    public int port() {
        return port;
    }

    public String uri() {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    /** Returns a connection of the test's own. */
    public static Connection connect(String uri) {
        try {
            ConnectionFactory factory = new ConnectionFactory();
            factory.setUri(uri);
            return factory.newConnection("test");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
