package dev.dovetail.benchmarks.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts load on a server: connections that are kept, each with one request under way at any time, all served by the
 * calling thread. It is cheap, to leave the processor to the server.
 */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 32;
    private static final int PATIENCE_MILLIS = 30_000;

    /**
     * What came of it.
     *
     * @param requests those that were answered
     * @param failures those of them with another status than they must have
     * @param failure the first of them
     * @param nanos from the first request to the last answer
     */
    record Outcome(long requests, long failures, @Nullable String failure, long nanos) {}

    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 17);
    private long requests;
    private long failures;
    private @Nullable String failure;

    private Load(int port, Operation operation) throws IOException {
        this.selector = Selector.open();
        for (int i = 0; i < CONNECTIONS; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(
                    selector,
                    SelectionKey.OP_READ,
                    new Connection(channel, operation.scripts().apply(i)));
        }
    }

    /** Repeats an operation for a time, and waits for the last answers. */
    static Outcome run(int port, Operation operation, Duration time) throws IOException {
        try (Load load = new Load(port, operation)) {
            return load.run(time);
        }
    }

    private Outcome run(Duration time) throws IOException {
        long begun = System.nanoTime();
        for (SelectionKey key : selector.keys()) {
            connection(key).send();
        }
        int open = CONNECTIONS;
        while (open > 0) {
            if (selector.select(PATIENCE_MILLIS) == 0) {
                throw new IOException("no answer within " + PATIENCE_MILLIS + " ms");
            }
            for (SelectionKey key : selector.selectedKeys()) {
                if (!connection(key).receive()) {
                    continue;
                }
                if (System.nanoTime() - begun < time.toNanos()) {
                    connection(key).send();
                } else {
                    open--;
                }
            }
            selector.selectedKeys().clear();
        }
        return new Outcome(requests, failures, failure, System.nanoTime() - begun);
    }

    private static Connection connection(SelectionKey key) {
        return (Connection) key.attachment();
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final Supplier<Exchange> script;
        private final Answers answers = new Answers();
        private Exchange current;

        Connection(SocketChannel channel, Supplier<Exchange> script) {
            this.channel = channel;
            this.script = script;
            this.current = script.get();
        }

        void send() throws IOException {
            ByteBuffer bytes = current.bytes();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Takes what has come; returns whether that was the rest of an answer. */
        boolean receive() throws IOException {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new IOException(current + ": the server closed the connection");
            }
            if (!answers.take(buffer.flip())) {
                return false;
            }
            requests++;
            if (answers.status() != current.status()) {
                failures++;
                if (failure == null) {
                    failure = current + ": " + answers.status() + " (expected: " + current.status() + ")";
                }
            }
            current = script.get();
            return true;
        }
    }
}
