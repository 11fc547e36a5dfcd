package dev.dovetail.notification.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.dovetail.notification.outbox.EventPublisher;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events to a broker: persistent and mandatory, each done only when the broker has confirmed it. The
 * message's identifier is the event's, to drop repeats by.
 *
 * <p>Connects when there is something to publish, and again after a failure. A batch is written before the first
 * confirmation is waited for. Used by the relay, which closes it; thread-safe.
 *
 * @since 0.1
 */
public final class AmqpPublisher implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(AmqpPublisher.class);
    private static final int PERSISTENT = 2;

    private final AmqpServer server;
    private final Message.Mapping mapping;
    private final Map<String, String> exchanges;
    private final Duration confirmTimeout;
    private final Unroutable unroutable;
    private final String name;
    private final IntConsumer written;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private @Nullable Confirms confirms;

    /** Says what becomes of a message that the broker returns, since no queue is bound that would take it. */
    public enum Unroutable {
        /** The event is refused: tried again, later ones about its subject waiting, and in the end set aside. */
        REFUSED,
        /** The event is done: nobody wants it, as it is with publishers and subscribers. */
        ACCEPTED
    }

    private AmqpPublisher(Builder builder) {
        this.server = builder.server;
        this.mapping = builder.mapping;
        this.exchanges = Map.copyOf(builder.exchanges);
        this.confirmTimeout = builder.confirmTimeout;
        this.unroutable = builder.unroutable;
        this.name = builder.name;
        this.written = builder.written;
    }

    /** Starts a publisher of messages that a mapping makes. */
    public static Builder to(AmqpServer server, Message.Mapping mapping) {
        return new Builder(server, mapping);
    }

    @Override
    public synchronized List<Outcome> publish(List<OutboxEntry> events)
            throws IOException, TimeoutException, InterruptedException {
        Confirms batch = open();
        Channel open = java.util.Objects.requireNonNull(channel, "channel");
        boolean all = false;
        batch.begin(events);
        try {
            for (int i = 0; i < events.size(); i++) {
                publish(open, batch, i, events.get(i));
            }
            written.accept(events.size());
            batch.await(confirmTimeout);
            batch.awaitReasons();
            all = true;
        } catch (IOException | RuntimeException e) { // the channel has closed; some may have been confirmed
            batch.closed(e.toString());
        } finally {
            if (!all || batch.broken()) {
                abort();
            }
        }
        return batch.outcomes(unroutable == Unroutable.ACCEPTED);
    }

    private void publish(Channel open, Confirms batch, int index, OutboxEntry event) throws IOException {
        Message message;
        try {
            message = mapping.of(event);
        } catch (RuntimeException e) {
            batch.refuse(index, e.toString());
            return;
        }
        BasicProperties properties = new BasicProperties.Builder()
                .messageId(event.id().toString())
                .type(event.name())
                .timestamp(Date.from(event.recordedAt()))
                .contentType("application/json")
                .contentEncoding("utf-8")
                .deliveryMode(PERSISTENT)
                .headers(message.headers())
                .build();
        batch.sent(open.getNextPublishSeqNo(), index);
        open.basicPublish(
                message.exchange(),
                message.routingKey(),
                true,
                properties,
                message.body().getBytes(StandardCharsets.UTF_8));
    }

    private Confirms open() throws IOException, TimeoutException {
        Confirms known = confirms;
        if (known != null && channel != null && channel.isOpen()) {
            return known;
        }
        abort();
        Connection opened = server.connect(name);
        connection = opened;
        try {
            Channel made = opened.createChannel();
            for (Map.Entry<String, String> exchange : exchanges.entrySet()) {
                made.exchangeDeclare(exchange.getKey(), exchange.getValue(), true);
            }
            made.confirmSelect();
            Confirms fresh = Confirms.on(made);
            channel = made;
            confirms = fresh;
            LOG.info("Connected to {} as {}", server, name);
            return fresh;
        } catch (IOException | RuntimeException e) {
            abort();
            throw e;
        }
    }

    private void abort() {
        Connection open = connection;
        connection = null;
        channel = null;
        confirms = null;
        if (open != null) {
            open.abort((int) confirmTimeout.toMillis());
        }
    }

    @Override
    public synchronized void close() {
        abort();
    }

    /** Collects how events are published. Not thread-safe. */
    public static final class Builder {
        private final AmqpServer server;
        private final Message.Mapping mapping;
        private final Map<String, String> exchanges = new LinkedHashMap<>();
        private Duration confirmTimeout = Duration.ofSeconds(5);
        private Unroutable unroutable = Unroutable.REFUSED;
        private String name = "dovetail";
        private IntConsumer written = events -> {};

        private Builder(AmqpServer server, Message.Mapping mapping) {
            this.server = server;
            this.mapping = mapping;
        }

        /** Declares a durable exchange of a type if it is absent; those that are not declared must be there. */
        public Builder exchange(String exchange, String type) {
            exchanges.put(exchange, type);
            return this;
        }

        /** Sets how long to wait for the confirmations of a batch before it is published again; 5 s unless called. */
        public Builder confirmTimeout(Duration limit) {
            this.confirmTimeout = limit;
            return this;
        }

        /** Sets what becomes of messages that no queue takes; they are refused unless called. */
        public Builder unroutable(Unroutable fate) {
            this.unroutable = fate;
            return this;
        }

        /** Sets the name that the broker shows for the connection; dovetail unless called. */
        public Builder connectionName(String shown) {
            this.name = shown;
            return this;
        }

        /**
         * Calls something when a batch has been written to the broker and before its confirmations are awaited, with
         * the number of events; for measurements, and tests of crashes.
         */
        public Builder written(IntConsumer called) {
            this.written = called;
            return this;
        }

        /** Returns the publisher; it has not connected yet. */
        public AmqpPublisher build() {
            return new AmqpPublisher(this);
        }
    }
}
