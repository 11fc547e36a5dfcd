package dev.dovetail.stream;

import dev.dovetail.dao.Store;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.EventPublisher;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * Keeps the latest events in one sequence, for readers who come and go.
 *
 * <pre>{@code
 * EventStream stream = EventStream.in(store, JacksonCodec.create());
 * PluginRegistry registry = PluginRegistry.on(store).stream(stream)...load();
 * }</pre>
 *
 * <p>It is a target of the relay: an event is in the stream soon after its commit, once, those about one subject in the
 * order of their commits, those of one unit of work as it recorded them. Numbers are given in the order in which events
 * become visible, so a reader who asks for what comes after the last number it has seen misses nothing, whichever node
 * it asks, also after a restart. The latest 100,000 are kept, unless told otherwise.
 *
 * <p>In SQL the tables are {@code dovetail_stream_events} and {@code dovetail_stream_head}, made by
 * {@code MyBatisStore.createEventStream()} or from the resource {@code dev/dovetail/dao/mybatis/stream.sql}. While
 * there are listeners a thread looks for what other nodes have added, once a second; it reads each event once for all
 * of them. Thread-safe.
 *
 * @since 0.1
 */
public final class EventStream implements EventPublisher {
    /** The name of the relay's target. */
    public static final String TARGET = "stream";

    private static final int KEPT = 100_000;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final StreamRows rows;
    private final StreamTail tail;

    private EventStream(Builder builder) {
        this.rows = new StreamRows(builder.store, builder.codec, builder.kept);
        this.tail = new StreamTail(rows, builder.poll);
    }

    /**
     * Starts a stream.
     *
     * @param store of the units of work whose events it keeps
     * @param codec writes data that the store has not written
     */
    public static Builder builder(Store store, EventCodec codec) {
        return new Builder(store, codec);
    }

    /** Returns the stream of a store that keeps the latest 100,000 events. */
    public static EventStream in(Store store, EventCodec codec) {
        return builder(store, codec).build();
    }

    @Override
    public List<Outcome> publish(List<OutboxEntry> entries) {
        rows.append(entries);
        tail.wake();
        return Collections.nCopies(entries.size(), Outcome.DONE);
    }

    /** Says that events are appended in one unit, so that they keep the order in which they were recorded. */
    @Override
    public boolean allOrNone() {
        return true;
    }

    /**
     * Returns where the stream ends now.
     *
     * @throws dev.dovetail.error.DovetailException if the store cannot be read
     */
    public Position end() {
        return rows.head();
    }

    /**
     * Returns the next events after a place in their order; none if there are none yet. If the first of them does not
     * have the next number, those between are no longer kept.
     *
     * @param number of the last event seen, &gt;= 0
     * @param most events returned at once, &gt; 0
     * @throws dev.dovetail.error.DovetailException if the store cannot be read
     */
    public List<StreamedEvent> after(long number, int most) {
        List<StreamedEvent> recent = tail.after(number, most);
        return recent == null ? rows.after(number, most) : recent;
    }

    /**
     * Calls something, on a thread of the stream, whenever there are more events; it must be quick and not throw. To be
     * closed by the caller.
     */
    public Outbox.Listening listen(Runnable more) {
        return tail.listen(more);
    }

    /** Ends the thread that looks for events; listeners are told of no more. Called when the relay is closed. */
    @Override
    public void close() {
        tail.close();
    }

    /** Collects how a stream is kept. Not thread-safe. */
    public static final class Builder {
        private final Store store;
        private final EventCodec codec;
        private int kept = KEPT;
        private Duration poll = POLL;

        private Builder(Store store, EventCodec codec) {
            this.store = store;
            this.codec = codec;
        }

        /**
         * Sets how many events are kept at least, &gt; 0; 100,000 unless called. Some hundred more may be there.
         *
         * @throws IllegalArgumentException if not positive
         */
        public Builder kept(int events) {
            if (events < 1) {
                throw new IllegalArgumentException("kept: " + events + " (expected: > 0)");
            }
            this.kept = events;
            return this;
        }

        /**
         * Sets how often to look for what other nodes have added, at least 1 ms; once a second unless called.
         *
         * @throws IllegalArgumentException if shorter
         */
        public Builder poll(Duration pause) {
            if (pause.toMillis() < 1) {
                throw new IllegalArgumentException("poll: " + pause + " (expected: at least 1 ms)");
            }
            this.poll = pause;
            return this;
        }

        /** Returns the stream; before the registry is loaded, so that its tables are looked for at the start. */
        public EventStream build() {
            return new EventStream(this);
        }
    }
}
