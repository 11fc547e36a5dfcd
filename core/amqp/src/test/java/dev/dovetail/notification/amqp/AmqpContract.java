package dev.dovetail.notification.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import dev.dovetail.notification.broker.TestBroker;
import dev.dovetail.notification.broker.TestProxy;
import dev.dovetail.notification.outbox.EventPublisher.Outcome;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Says what is published to a broker and consumed from it; held on each broker. */
@Timeout(60)
abstract class AmqpContract {
    private static final Instant RECORDED = Instant.parse("2026-11-24T10:00:00Z");

    private final String exchange = "test-" + UUID.randomUUID();
    private final String queue = exchange + "-queue";
    private Connection connection;
    private Channel channel;
    private TestProxy proxy;
    private AmqpPublisher publisher;

    /** Returns the URI of the broker. */
    abstract String uri();

    @BeforeEach
    void open() throws IOException {
        connection = TestBroker.connect(uri());
        channel = connection.createChannel();
        channel.exchangeDeclare(exchange, "headers", true);
        URI broker = URI.create(uri());
        proxy = TestProxy.to(broker.getHost(), broker.getPort() < 0 ? 5672 : broker.getPort());
        publisher = publisher().build();
    }

    private AmqpServer server() {
        return AmqpServer.at("amqp://guest:guest@127.0.0.1:" + proxy.port()).timeout(Duration.ofSeconds(2));
    }

    private AmqpPublisher.Builder publisher() {
        return AmqpPublisher.to(
                        server(),
                        event -> new Message(
                                exchange,
                                "key",
                                Map.of("name", event.name(), "count", 3, "yes", true),
                                "\"" + event.data() + "\""))
                .exchange(exchange, "headers")
                .confirmTimeout(Duration.ofMillis(1_500));
    }

    private void bind(String name) throws IOException {
        channel.queueDeclare(queue, true, false, false, null);
        channel.queueBind(queue, exchange, "", Map.of("x-match", "all", "name", name));
    }

    @AfterEach
    void close() throws Exception {
        publisher.close();
        proxy.close();
        Channel last = connection.createChannel();
        last.queueDeclare(queue, true, false, false, null);
        last.queueDelete(queue);
        last.exchangeDelete(exchange);
        connection.close();
    }

    private static OutboxEntry event(String name, int number) {
        return new OutboxEntry(
                        new UUID(1, number),
                        new UUID(2, number),
                        OutboxEntry.Kind.EVENT,
                        name,
                        "Line/" + number,
                        Map.of(),
                        "data " + number,
                        RECORDED,
                        null,
                        null,
                        0)
                .to("bus");
    }

    private List<String> taken() throws IOException {
        List<String> bodies = new ArrayList<>();
        for (GetResponse got = channel.basicGet(queue, true); got != null; got = channel.basicGet(queue, true)) {
            bodies.add(new String(got.getBody(), StandardCharsets.UTF_8));
        }
        return bodies;
    }

    @Test
    void publishesWholeMessagesThatOutliveTheBroker() throws Exception {
        bind("moved");

        assertThat(publisher.publish(List.of(event("moved", 1)))).containsExactly(Outcome.DONE);

        GetResponse got = channel.basicGet(queue, true);
        assertThat(new String(got.getBody(), StandardCharsets.UTF_8)).isEqualTo("\"data 1\"");
        assertThat(got.getEnvelope().getExchange()).isEqualTo(exchange);
        assertThat(got.getEnvelope().getRoutingKey()).isEqualTo("key");
        BasicProperties properties = got.getProps();
        assertThat(properties.getMessageId()).isEqualTo(new UUID(1, 1).toString());
        assertThat(properties.getDeliveryMode()).isEqualTo(2);
        assertThat(properties.getContentType()).isEqualTo("application/json");
        assertThat(properties.getType()).isEqualTo("moved");
        assertThat(properties.getTimestamp().toInstant()).isEqualTo(RECORDED);
        assertThat(properties.getHeaders()).hasSize(3).containsEntry("count", 3).containsEntry("yes", true);
        assertThat(properties.getHeaders().get("name")).hasToString("moved");
    }

    @Test
    void keepsTheOrderOfABatch() throws Exception {
        bind("moved");
        List<OutboxEntry> events = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(event("moved", i));
            bodies.add("\"data " + i + "\"");
        }
        assertThat(publisher.publish(events)).hasSize(500).containsOnly(Outcome.DONE);
        assertThat(taken()).isEqualTo(bodies);
    }

    @Test
    void refusesWhatNoQueueTakes() throws Exception {
        bind("moved");

        List<Outcome> outcomes = publisher.publish(List.of(event("moved", 1), event("stayed", 2), event("moved", 3)));

        assertThat(outcomes)
                .containsExactly(
                        Outcome.DONE, Outcome.refused("no queue takes it (returned as unroutable)"), Outcome.DONE);
        assertThat(taken()).containsExactly("\"data 1\"", "\"data 3\"");
    }

    @Test
    void takesWhatNobodyWantsForDoneWhenToldSo() throws Exception {
        try (AmqpPublisher accepting =
                publisher().unroutable(AmqpPublisher.Unroutable.ACCEPTED).build()) {
            assertThat(accepting.publish(List.of(event("stayed", 1)))).containsExactly(Outcome.DONE);
        }
    }

    @Test
    void refusesWhatCannotBeMapped() throws Exception {
        bind("moved");
        AtomicInteger asked = new AtomicInteger();
        try (AmqpPublisher picky = AmqpPublisher.to(server(), event -> {
                    if (asked.incrementAndGet() == 2) {
                        throw new IllegalStateException("no text");
                    }
                    return new Message(exchange, "", Map.of("name", event.name()), "{}");
                })
                .build()) {
            assertThat(picky.publish(List.of(event("moved", 1), event("moved", 2), event("moved", 3))))
                    .extracting(Outcome::error)
                    .containsExactly(null, "java.lang.IllegalStateException: no text", null);
        }
        assertThat(taken()).hasSize(2);
    }

    @Test
    void connectsAgainByItself() throws Exception {
        bind("moved");
        publisher.publish(List.of(event("moved", 1)));
        proxy.cut();
        assertThatThrownBy(() -> {
                    List<Outcome> outcomes = publisher.publish(List.of(event("moved", 2)));
                    assertThat(outcomes).allMatch(Outcome::away);
                    publisher.publish(List.of(event("moved", 2)));
                })
                .isInstanceOf(IOException.class);
        proxy.mend();
        assertThat(publisher.publish(List.of(event("moved", 2)))).containsExactly(Outcome.DONE);
        assertThat(taken()).containsExactly("\"data 1\"", "\"data 2\"");
    }

    /** What was written and not confirmed is not done, though the broker may have it. */
    @Test
    void takesWhatIsNotConfirmedForNotDone() throws Exception {
        bind("moved");
        publisher.publish(List.of(event("moved", 1)));
        proxy.deafen();

        List<Outcome> outcomes = publisher.publish(List.of(event("moved", 2), event("moved", 3)));

        assertThat(outcomes).allMatch(Outcome::away);
        assertThat(outcomes.get(0).error()).contains("no confirmation within 1500 ms");
        proxy.cut();
        proxy.mend();
        assertThat(publisher.publish(List.of(event("moved", 2)))).containsExactly(Outcome.DONE);
    }

    @Test
    void saysNoPassword() {
        AmqpServer wrong = server().password("s3cret");
        assertThat(wrong.toString())
                .isEqualTo("amqp://127.0.0.1:" + proxy.port())
                .doesNotContain("s3cret");
        try (AmqpPublisher refused = AmqpPublisher.to(wrong, event -> {
                    throw new IllegalStateException();
                })
                .build()) {
            assertThatThrownBy(() -> refused.publish(List.of(event("moved", 1))))
                    .isInstanceOf(IOException.class)
                    .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
        }
    }

    @Test
    void consumesWhatIsBoundAndComesBackAfterALoss() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        AmqpConsumer consumer = AmqpConsumer.of(
                        server(), queue, (headers, body) -> heard.add(headers.get("name") + " " + body.length))
                .header(exchange, "name", "moved")
                .header(exchange, "name", "gone")
                .start();
        try {
            await(consumer, true);
            assertThat(publisher.publish(List.of(event("moved", 1), event("gone", 2))))
                    .containsExactly(Outcome.DONE, Outcome.DONE);
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("moved 8");
            assertThat(heard.poll(5, TimeUnit.SECONDS)).isEqualTo("gone 8");
            proxy.cut();
            await(consumer, false);
            proxy.mend();
            await(consumer, true);
            channel.basicPublish(
                    exchange,
                    "",
                    new BasicProperties.Builder()
                            .headers(Map.of("name", "gone"))
                            .build(),
                    new byte[3]);
            String last = heard.poll(5, TimeUnit.SECONDS);
            while ("gone 8".equals(last) || "moved 8".equals(last)) { // the broker may not have got the acknowledgement
                last = heard.poll(5, TimeUnit.SECONDS);
            }
            assertThat(last).isEqualTo("gone 3");
        } finally {
            consumer.close();
        }
        assertThat(consumer.connected()).isFalse();
        assertThat(channel.messageCount(queue)).as("all are acknowledged").isZero();
    }

    @Test
    void handlesAMessageAgainThatCouldNotBeHandled() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        AmqpConsumer consumer = AmqpConsumer.of(server(), queue, (headers, body) -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IOException("database away");
                    }
                    handled.add("done");
                })
                .header(exchange, "name", "moved")
                .start();
        try {
            await(consumer, true);
            publisher.publish(List.of(event("moved", 1)));
            assertThat(handled.poll(5, TimeUnit.SECONDS)).isEqualTo("done");
        } finally {
            consumer.close();
        }
        assertThat(channel.messageCount(queue)).isZero();
    }

    private static void await(AmqpConsumer consumer, boolean connected) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (consumer.connected() != connected) {
            assertThat(System.nanoTime()).as("connected: " + connected).isLessThan(end);
            Thread.sleep(10);
        }
    }
}
