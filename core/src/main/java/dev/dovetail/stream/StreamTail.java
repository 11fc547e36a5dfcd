package dev.dovetail.stream;

import dev.dovetail.notification.outbox.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a stream while there are listeners: one thread reads what is new, keeps the latest of it in memory, and tells
 * them. So a thousand readers who are up to date cost one query. Thread-safe.
 */
final class StreamTail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int READ_AT_ONCE = 500;
    private static final int KEPT = 1_000;

    private final StreamRows rows;
    private final Duration poll;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Window window;
    private @Nullable Thread thread;
    private boolean closed;

    /**
     * Holds the events after a number, up to the last that is known. Immutable.
     *
     * @param before the number of the event before the first
     */
    private record Window(long before, List<StreamedEvent> events) {
        long last() {
            return before + events.size();
        }

        Window with(List<StreamedEvent> more) {
            List<StreamedEvent> all = new ArrayList<>(events);
            all.addAll(more);
            List<StreamedEvent> latest = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
            return new Window(latest.get(0).number() - 1, latest);
        }
    }

    StreamTail(StreamRows rows, Duration poll) {
        this.rows = rows;
        this.poll = poll;
    }

    /** Returns the events after a number as far as they are known; null if the store has to be asked. */
    @Nullable
    List<StreamedEvent> after(long number, int most) {
        Window known = window;
        if (known == null || number < known.before() || number > known.last()) {
            return null;
        }
        int from = (int) (number - known.before());
        return known.events().subList(from, Math.min(from + most, known.events().size()));
    }

    synchronized Outbox.Listening listen(Runnable more) {
        listeners.add(more);
        if (thread == null && !closed) {
            Thread started = new Thread(this::follow, "dovetail-stream");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
        return () -> leave(more);
    }

    private synchronized void leave(Runnable listener) {
        listeners.remove(listener);
        wake();
    }

    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    private void follow() {
        boolean away = false;
        while (goesOn()) {
            try {
                while (readMore()) {
                    listeners.forEach(Runnable::run);
                }
                away = false;
            } catch (RuntimeException e) { // the store is away; readers wait until it is back
                if (!away) {
                    LOG.warn("The stream of events cannot be read and will be tried again: {}", e.toString());
                }
                away = true;
            }
            pause();
        }
    }

    /** Returns whether there is anybody to tell; if not, the thread ends, and nothing that grows old is kept. */
    private synchronized boolean goesOn() {
        if (listeners.isEmpty() || closed) {
            thread = null;
            window = null;
            return false;
        }
        return true;
    }

    private boolean readMore() {
        Window known = window;
        if (known == null) {
            window = new Window(rows.head().number(), List.of());
            return true;
        }
        List<StreamedEvent> more = rows.after(known.last(), READ_AT_ONCE);
        if (more.isEmpty()) {
            return false;
        }
        boolean follows = more.get(0).number() == known.last() + 1;
        window = (follows ? known : new Window(more.get(0).number() - 1, List.of())).with(more);
        return true;
    }

    private void pause() {
        try {
            wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
            wakeUps.drainPermits();
        } catch (InterruptedException e) { // by whoever wants all threads to end
            close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        wake();
    }
}
