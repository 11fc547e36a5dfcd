package dev.dovetail.notification.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Delivers to one target, on one thread at a time, so that no target waits for another. Thread-safe. */
final class Lane {
    private final Outbox outbox;
    private final Claim claim;
    private final Work work;
    private final Runnable afterwards;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile @Nullable RelayThread thread;

    /**
     * Makes a lane.
     *
     * @param afterwards called when something has been handled
     */
    Lane(Outbox outbox, Claim claim, Work work, Runnable afterwards) {
        this.outbox = outbox;
        this.claim = claim;
        this.work = work;
        this.afterwards = afterwards;
    }

    /** Delivers all that is due, or leaves it to the thread that is doing it; returns whether there was any. */
    boolean run() {
        wanted.set(true);
        if (running.isHeldByCurrentThread()) {
            return false;
        }
        boolean any = false;
        // asked for while another thread was about to end: that thread, or this one, looks once more
        while (wanted.get() && running.tryLock()) {
            try {
                wanted.set(false);
                while (!work.paused() && outbox.process(claim, work)) {
                    any = true;
                    afterwards.run();
                }
            } finally {
                running.unlock();
            }
        }
        return any;
    }

    void start(String name, RelayOptions options) {
        RelayThread started = new RelayThread(name, this::run, options.poll());
        thread = started;
        started.start();
    }

    /** Wakes the lane's thread, if it has one. */
    void wake() {
        RelayThread started = thread;
        if (started != null) {
            started.wake();
        }
    }

    @Nullable
    String away() {
        return work.away();
    }

    void end() {
        RelayThread started = thread;
        if (started != null) {
            started.end();
        }
    }

    void join() {
        RelayThread started = thread;
        if (started != null) {
            started.joinAfterEnd();
        }
    }
}
