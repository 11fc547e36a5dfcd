package dev.dovetail.notification.amqp;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.dovetail.notification.outbox.Backoff;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages from a durable queue, one after the other, and acknowledges each when it has been handled.
 *
 * <p>A handler that throws is called again with the same message, later and later, ten times; then the message is
 * rejected and logged, which drops it unless the queue has a dead-letter exchange. After a crash the same message comes
 * again. Connects on a thread of its own, again and again. Thread-safe; whoever starts it closes it.
 *
 * @since 0.1
 */
public final class AmqpConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AmqpConsumer.class);
    private static final int TRIES = 10;
    private static final int PREFETCH = 20;
    private static final int CLOSE_MILLIS = 2_000;
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 0.2);

    private final AmqpServer server;
    private final String queue;
    private final List<Binding> bindings;
    private final Handler handler;
    private final Thread thread;
    private final ReentrantLock handling = new ReentrantLock();
    private volatile @Nullable Connection connection;
    private volatile boolean connected;
    private volatile boolean closed;

    /** Handles a message. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Handles a message; the same one may come twice.
         *
         * @param headers as the client gives them: texts are of a type of its own, {@code toString()} gives them
         * @throws Exception if it could not be handled now
         */
        void handle(Map<String, Object> headers, byte[] body) throws Exception;
    }

    /**
     * Binds the queue to an exchange, which is declared if it is absent.
     *
     * @param arguments of a headers exchange: what headers must be
     */
    private record Binding(String exchange, String type, String routingKey, Map<String, Object> arguments) {}

    private AmqpConsumer(Builder builder) {
        this.server = builder.server;
        this.queue = builder.queue;
        this.bindings = List.copyOf(builder.bindings);
        this.handler = builder.handler;
        this.thread = new Thread(this::run, "dovetail-consumer-" + queue);
        thread.setDaemon(true);
    }

    /** Starts a consumer of a durable queue, which is declared if it is absent. */
    public static Builder of(AmqpServer server, String queue, Handler handler) {
        return new Builder(server, queue, handler);
    }

    /** Returns whether messages would arrive now. */
    public boolean connected() {
        return connected;
    }

    private void run() {
        int failures = 0;
        while (!closed) {
            CountDownLatch lost = new CountDownLatch(1);
            try {
                open(lost);
                connected = true;
                failures = 0;
                LOG.info("Consuming {} of {}", queue, server);
                lost.await();
                LOG.warn("The connection of the consumer of {} is lost", queue);
            } catch (InterruptedException e) {
                return;
            } catch (IOException | TimeoutException | RuntimeException e) {
                failures++;
                LOG.warn("{} cannot be consumed, tried {} times: {}", queue, failures, e.toString());
            } finally {
                connected = false;
                abort();
            }
            if (!closed && !pause(Math.max(failures, 1))) {
                return;
            }
        }
    }

    private void open(CountDownLatch lost) throws IOException, TimeoutException {
        Connection opened = server.connect(thread.getName());
        connection = opened;
        Channel channel = opened.createChannel();
        channel.basicQos(PREFETCH);
        channel.queueDeclare(queue, true, false, false, Map.of());
        for (Binding binding : bindings) {
            channel.exchangeDeclare(binding.exchange(), binding.type(), true);
            channel.queueBind(queue, binding.exchange(), binding.routingKey(), binding.arguments());
        }
        channel.basicConsume(queue, false, new DefaultConsumer(channel) {
            @Override
            public void handleDelivery(String tag, Envelope envelope, BasicProperties properties, byte[] body)
                    throws IOException {
                handling.lock();
                try {
                    Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
                    if (closed) {
                        getChannel().basicReject(envelope.getDeliveryTag(), true);
                    } else if (handled(headers, body)) {
                        getChannel().basicAck(envelope.getDeliveryTag(), false);
                    } else {
                        getChannel().basicReject(envelope.getDeliveryTag(), closed);
                    }
                } finally {
                    handling.unlock();
                }
            }

            @Override
            public void handleShutdownSignal(String tag, ShutdownSignalException cause) {
                lost.countDown();
            }

            @Override
            public void handleCancel(String tag) { // the queue was deleted
                lost.countDown();
            }
        });
    }

    private boolean handled(Map<String, Object> headers, byte[] body) {
        for (int tries = 1; tries <= TRIES && !closed; tries++) {
            try {
                handler.handle(headers, body);
                return true;
            } catch (Exception | LinkageError e) {
                LOG.warn("A message of {} could not be handled, tried {} times", queue, tries, e);
            }
            if (tries < TRIES && !pause(tries)) {
                return false;
            }
        }
        if (!closed) {
            LOG.error("A message of {} could not be handled and is rejected: {}", queue, headers);
        }
        return false;
    }

    private static boolean pause(int failures) {
        try {
            Thread.sleep(BACKOFF.after(failures).toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void abort() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.abort(CLOSE_MILLIS);
        }
    }

    /** Ends consuming; what is not acknowledged stays in the queue. */
    @Override
    public void close() {
        closed = true;
        try {
            if (handling.tryLock(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) { // what is being handled is to be acknowledged
                handling.unlock();
            }
            thread.interrupt();
            abort();
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects what is consumed. Not thread-safe. */
    public static final class Builder {
        private final AmqpServer server;
        private final String queue;
        private final Handler handler;
        private final List<Binding> bindings = new ArrayList<>();

        private Builder(AmqpServer server, String queue, Handler handler) {
            this.server = server;
            this.queue = queue;
            this.handler = handler;
        }

        /** Has messages with a header of a value come from a headers exchange, durable and declared if it is absent. */
        public Builder header(String exchange, String header, Object value) {
            // the key matters to no headers exchange, but some brokers tell bindings apart by it
            bindings.add(
                    new Binding(exchange, "headers", header + "=" + value, Map.of("x-match", "all", header, value)));
            return this;
        }

        /** Begins to consume, as soon as there is a connection. */
        public AmqpConsumer start() {
            AmqpConsumer consumer = new AmqpConsumer(this);
            consumer.thread.start();
            return consumer;
        }
    }
}
