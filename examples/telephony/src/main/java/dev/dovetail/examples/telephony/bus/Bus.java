package dev.dovetail.examples.telephony.bus;

import dev.dovetail.notification.amqp.AmqpConsumer;
import dev.dovetail.notification.amqp.AmqpPublisher;
import dev.dovetail.notification.amqp.AmqpServer;
import dev.dovetail.notification.outbox.EventPublisher;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Is the connection to the message bus, or stands for there being none. Thread-safe; whoever opens it closes it. */
public final class Bus implements AutoCloseable {
    /** What events for the bus are addressed to in the outbox. */
    public static final String TARGET = "bus";

    static final String EXCHANGE = "wazo-headers";

    private static final String TYPE = "headers";
    private static final String NAME = "name";

    private final @Nullable AmqpServer server;
    private final UUID installation;
    private volatile @Nullable AmqpConsumer consumer;

    private Bus(@Nullable AmqpServer server, UUID installation) {
        this.server = server;
        this.installation = installation;
    }

    /**
     * Returns the bus of an installation; nothing has connected yet.
     *
     * @param server the broker, if there is one
     */
    public static Bus of(Optional<AmqpServer> server, UUID installation) {
        return new Bus(server.orElse(null), installation);
    }

    /**
     * Returns what publishes events, if there is a bus. An event that no queue is bound for is done: its subscribers
     * are whoever wants them, and there may be none.
     */
    public Optional<EventPublisher> publisher() {
        Failpoints failpoints = Failpoints.ofProperty();
        return Optional.ofNullable(server)
                .map(broker -> AmqpPublisher.to(broker, new BusMessages(installation, ZoneId.systemDefault()))
                        .exchange(EXCHANGE, TYPE)
                        .unroutable(AmqpPublisher.Unroutable.ACCEPTED)
                        .connectionName("dovetail-telephony events")
                        .written(events -> failpoints.reach(Failpoints.BEFORE_CONFIRM, events))
                        .build())
                .map(failpoints::around);
    }

    /** Begins to consume tenant events, if there is a bus: all nodes from one queue, each event on one of them. */
    public void consume(TenantEvents events) {
        if (server != null) {
            AmqpConsumer.Builder builder = AmqpConsumer.of(server, "dovetail-telephony-" + installation, events);
            TenantEvents.NAMES.forEach(name -> builder.header(EXCHANGE, NAME, name));
            consumer = builder.start();
        }
    }

    /** Returns whether events are being consumed now. */
    public boolean consuming() {
        AmqpConsumer started = consumer;
        return started != null && started.connected();
    }

    @Override
    public void close() {
        AmqpConsumer started = consumer;
        if (started != null) {
            started.close();
        }
    }
}
