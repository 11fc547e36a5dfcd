package dev.dovetail.examples.telephony.testing;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import dev.dovetail.notification.broker.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Is a server with a broker, a system daemon, and a subscriber that takes whatever is published. */
public final class BusKit implements AutoCloseable {
    public static final UUID TENANT = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final String EXCHANGE = "wazo-headers";

    private final TestBroker broker = TestBroker.start();
    private final Journal journal = new Journal();
    private final StandInSysconfd sysconfd = new StandInSysconfd(journal);
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final TelephonyServer server;
    private Channel channel;

    /** Is a message as a subscriber gets it. */
    public record Heard(Map<String, Object> headers, BasicProperties properties, String routingKey, JsonNode body) {}

    public BusKit(Path folder, String db) throws IOException {
        subscribe();
        Path auth = Files.writeString(folder.resolve("auth.yaml"), """
                tenants:
                  - {uuid: %1$s, name: master, slug: master}
                tokens:
                  - {token: t, user_uuid: %1$s, tenant_uuid: %1$s, acl: ['#']}
                """.formatted(TENANT));
        Files.setPosixFilePermissions(auth, PosixFilePermissions.fromString("rw-------"));
        server = TelephonyServer.start(List.of(
                "--port=0", "--db=" + db, "--auth=" + auth, "--sysconfd=" + sysconfd.url(), "--bus=" + broker.uri()));
        awaitConsumer("ok");
    }

    private void subscribe() throws IOException {
        Connection connection = TestBroker.connect(broker.uri());
        channel = connection.createChannel();
        channel.exchangeDeclare(EXCHANGE, "headers", true);
        channel.queueDeclare("all", true, false, false, null);
        channel.queueBind("all", EXCHANGE, "", Map.of("x-match", "all"));
        DeliverCallback take = (tag, message) -> {
            journal.add("bus " + message.getProperties().getHeaders().get("name"));
            heard.add(new Heard(
                    message.getProperties().getHeaders(),
                    message.getProperties(),
                    message.getEnvelope().getRoutingKey(),
                    JsonMapper.shared().readTree(new String(message.getBody(), StandardCharsets.UTF_8))));
        };
        channel.basicConsume("all", true, take, tag -> {});
    }

    public TelephonyServer server() {
        return server;
    }

    public Client api() {
        return Client.of(server.url() + "/1.1").token("t");
    }

    /** Returns what was heard next, of the daemon's requests and of messages. */
    public Journal journal() {
        return journal;
    }

    public Heard next() {
        try {
            Heard next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was published");
            }
            return next;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean silent() {
        return heard.isEmpty();
    }

    /** Publishes what another service would. */
    public void publish(String name, JsonNode data) {
        try {
            channel.basicPublish(
                    EXCHANGE,
                    "",
                    new BasicProperties.Builder().headers(Map.of("name", name)).build(),
                    Json.body("name", name, "data", data).toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        next(); // the subscriber has it too
    }

    /** Waits until the server says this of its consumer. */
    public void awaitConsumer(String status) {
        Await.until(
                "bus_consumer is " + status,
                () -> api().get("/status")
                        .found()
                        .get("bus_consumer")
                        .get("status")
                        .stringValue()
                        .equals(status));
    }

    public void stopBroker() {
        broker.stop();
    }

    public void startBroker() throws IOException {
        broker.startAgain();
        subscribe();
    }

    @Override
    public void close() {
        server.close();
        broker.close();
    }
}
