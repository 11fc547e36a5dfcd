package dev.dovetail.examples.telephony.crash;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DeliverCallback;
import dev.dovetail.notification.broker.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes, at the broker, everything that one installation publishes, in order. */
final class Subscriber implements AutoCloseable {
    /** Is what came: which message, about which object, what was done to it, and how long after it was announced. */
    record Heard(String id, String object, String write, Duration age) {}

    private final String queue = "dovetail-crash-test-" + UUID.randomUUID();
    private final Connection connection;
    private final Channel channel;
    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());

    private Subscriber(String uri) throws IOException {
        connection = TestBroker.connect(uri);
        channel = connection.createChannel();
    }

    static Subscriber to(String uri, String installation) throws IOException {
        Subscriber subscriber = new Subscriber(uri);
        subscriber.subscribe(installation);
        return subscriber;
    }

    private void subscribe(String installation) throws IOException {
        channel.exchangeDeclare("wazo-headers", "headers", true);
        channel.queueDeclare(queue, true, false, false, null);
        channel.queueBind(queue, "wazo-headers", "", Map.of("x-match", "all", "origin_uuid", installation));
        DeliverCallback take = (tag, message) -> {
            JsonNode body = JsonMapper.shared().readTree(new String(message.getBody(), StandardCharsets.UTF_8));
            String name = body.get("name").stringValue();
            JsonNode data = body.get("data");
            heard.add(new Heard(
                    message.getProperties().getMessageId(),
                    data.get("uuid").stringValue(),
                    name.substring(name.lastIndexOf('_') + 1) + " "
                            + data.get("label").stringValue(),
                    Duration.between(LocalDateTime.parse(body.get("timestamp").stringValue()), LocalDateTime.now())));
        };
        channel.basicConsume(queue, true, take, tag -> {});
    }

    List<Heard> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    int size() {
        return heard.size();
    }

    long distinct() {
        return heard().stream().map(Heard::id).distinct().count();
    }

    /** Returns how long after their announcement so many per cent of the events from one on had come, in ms. */
    static double percentile(List<Heard> events, double percent) {
        double[] ages = events.stream()
                .mapToDouble(one -> one.age().toNanos() / 1e6)
                .sorted()
                .toArray();
        return ages.length == 0
                ? Double.NaN
                : ages[(int) Math.min(ages.length - 1, Math.ceil(ages.length * percent / 100) - 1)];
    }

    @Override
    public void close() throws IOException {
        channel.queueDelete(queue);
        connection.close();
    }
}
