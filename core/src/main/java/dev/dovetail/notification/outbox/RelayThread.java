package dev.dovetail.notification.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a lane whenever it is woken, and once in a while in any case. */
final class RelayThread extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long END_MILLIS = 5_000;

    private final Runnable drain;
    private final Duration poll;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean ended;

    RelayThread(String name, Runnable drain, Duration poll) {
        super(name);
        this.drain = drain;
        this.poll = poll;
        setDaemon(true);
    }

    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    @Override
    public void run() {
        while (!ended) {
            try {
                wakeUps.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                if (!ended) {
                    drain.run();
                }
            } catch (InterruptedException e) {
                ended = true;
            } catch (RuntimeException | Error e) { // whatever it is, later events are still to be delivered
                LOG.warn("The relay could not read the outbox and will try again: {}", e.toString());
            }
        }
    }

    void end() {
        ended = true;
        wake();
    }

    void joinAfterEnd() {
        try {
            join(END_MILLIS);
        } catch (InterruptedException e) {
            currentThread().interrupt();
        }
    }
}
