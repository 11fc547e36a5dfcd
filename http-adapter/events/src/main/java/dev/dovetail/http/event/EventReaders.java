package dev.dovetail.http.event;

import dev.dovetail.http.exchange.Response;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.stream.EventStream;
import dev.dovetail.stream.Position;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves a stream of events to its readers, at most so many at a time. Thread-safe.
 *
 * <p>Threads are there while there are readers; two of them, however many readers there are.
 */
final class EventReaders {
    private static final int THREADS = 2;

    private final EventStream stream;
    private final int most;
    private final Duration heartbeat;
    private final Duration slow;
    private final String source;
    private final ScheduledThreadPoolExecutor threads;
    private final Set<EventReader> readers = new HashSet<>();
    private Outbox.@Nullable Listening listening;

    /**
     * Makes what serves a stream.
     *
     * @param most readers at a time
     * @param heartbeat how often readers hear something, and their tokens are looked at anew
     * @param slow how long a reader may take for what it is sent
     * @param source of the CloudEvents
     */
    EventReaders(EventStream stream, int most, Duration heartbeat, Duration slow, String source) {
        this.stream = stream;
        this.most = most;
        this.heartbeat = heartbeat;
        this.slow = slow;
        this.source = source;
        this.threads = new ScheduledThreadPoolExecutor(THREADS, EventReaders::thread);
        threads.setKeepAliveTime(1, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        threads.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable run) {
        Thread thread = new Thread(run, "dovetail-events");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns whether there is no room for another reader. */
    synchronized boolean full() {
        return readers.size() >= most;
    }

    /**
     * Returns the answer that tells a reader what it may see, from now on or from where it was.
     *
     * @param last what the reader has of its last event; null if it begins
     * @throws dev.dovetail.error.DovetailException if the store cannot be read
     */
    Response answer(@Nullable String last, Admission admission) {
        Position end = stream.end();
        Position known = last == null ? end : Position.parse(last).orElse(null);
        boolean lost = known == null || !known.epoch().equals(end.epoch()) || known.number() > end.number();
        EventReader reader = new EventReader(this, admission, known == null || lost ? end : known);
        return Response.streamed(EventFormat.MEDIA_TYPE, lost ? reader.after(last) : reader)
                .with("Cache-Control", "no-cache");
    }

    EventStream stream() {
        return stream;
    }

    EventFormat format() {
        return new EventFormat(source);
    }

    Duration slow() {
        return slow;
    }

    void execute(Runnable run) {
        threads.execute(run);
    }

    /** Lets a reader in, unless there is no room; it is to leave by what is returned. */
    synchronized @Nullable Runnable join(EventReader reader) {
        if (full()) {
            return null;
        }
        readers.add(reader);
        if (listening == null) {
            listening = stream.listen(this::more);
        }
        long pause = heartbeat.toNanos();
        var beats = threads.scheduleAtFixedRate(reader::beat, pause, pause, TimeUnit.NANOSECONDS);
        return () -> {
            beats.cancel(false);
            leave(reader);
        };
    }

    private synchronized void leave(EventReader reader) {
        readers.remove(reader);
        if (readers.isEmpty() && listening != null) {
            listening.close();
            listening = null;
        }
    }

    /** Ends what the readers of now are told. */
    void end() {
        List<EventReader> all;
        synchronized (this) {
            all = List.copyOf(readers);
        }
        all.forEach(EventReader::end);
    }

    private synchronized void more() {
        readers.forEach(EventReader::wake);
    }
}
