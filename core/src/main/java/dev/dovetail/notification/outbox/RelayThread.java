package dev.dovetail.notification.outbox;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a relay whenever it is woken, and once a second in any case. */
final class RelayThread extends Thread {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long END_MILLIS = 5_000;

    private final Runnable drain;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile boolean ended;

    RelayThread(Runnable drain) {
        super("dovetail-relay");
        this.drain = drain;
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
                wakeUps.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                drain.run();
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
        try {
            join(END_MILLIS);
        } catch (InterruptedException e) {
            currentThread().interrupt();
        }
    }
}
