package dev.dovetail.http.event;

import dev.dovetail.error.DovetailException;
import dev.dovetail.http.exchange.StreamedBody;
import dev.dovetail.stream.Position;
import dev.dovetail.stream.StreamedEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one reader what it may see, a page at a time: the next is read when the network has taken the last. So nothing
 * is buffered for a slow reader but that page; it falls behind, and is dropped if it takes nothing at all.
 */
final class EventReader implements StreamedBody {
    private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);
    private static final int PAGE = 100;
    /** Then others have their turn. */
    private static final int PAGES = 20;

    private final EventReaders readers;
    private final Admission admission;
    private final EventFormat out;
    private final AtomicInteger wakeUps = new AtomicInteger();
    private Position position;
    private @Nullable String lostAfter;
    private volatile @Nullable Sink sink;
    private volatile @Nullable Runnable leaves;
    private volatile boolean closed;
    private volatile boolean sending;
    private volatile long sentAt;
    private volatile boolean due;

    EventReader(EventReaders readers, Admission admission, Position position) {
        this.readers = readers;
        this.admission = admission;
        this.position = position;
        this.out = readers.format();
    }

    /** Returns this reader, which is told first that events after one that it names are lost. */
    EventReader after(@Nullable String last) {
        lostAfter = last;
        return this;
    }

    @Override
    public void start(Sink takes) {
        sink = takes;
        out.opening(position);
        if (lostAfter != null) {
            out.lost(lostAfter, position);
        }
        Runnable left = readers.join(this);
        if (left == null) {
            takes.abort();
            return;
        }
        leaves = left;
        if (closed) {
            left.run();
            return;
        }
        wake();
    }

    @Override
    public void closed() {
        closed = true;
        Runnable left = leaves;
        if (left != null) {
            left.run();
        }
    }

    /** Looks whether the reader takes what it is sent, and has it hear something. */
    void beat() {
        if (sending && System.nanoTime() - sentAt > readers.slow().toNanos()) {
            LOG.info("a reader of events is dropped: it took nothing for {}", readers.slow());
            abort();
        } else {
            due = true;
            wake();
        }
    }

    private void abort() {
        Sink takes = sink;
        closed();
        if (takes != null) {
            takes.abort();
        }
    }

    /** Has the reader's turn come, once however often this is called until then. */
    void wake() {
        if (wakeUps.getAndIncrement() == 0) {
            readers.execute(this::turn);
        }
    }

    private void turn() {
        int seen = wakeUps.get();
        boolean unfinished = step();
        if (unfinished || wakeUps.addAndGet(-seen) != 0) {
            readers.execute(this::turn);
        }
    }

    /** Returns whether there is more to do before anything can be sent. */
    private boolean step() {
        Sink takes = sink;
        if (closed || sending || takes == null) {
            return false;
        }
        boolean unfinished;
        try {
            unfinished = read();
        } catch (DovetailException e) { // no longer let in, or the store is away: the reader comes again
            LOG.debug("a stream of events ends: {}", e.getMessage());
            end();
            return false;
        } catch (RuntimeException e) {
            LOG.error("a stream of events failed", e);
            end();
            return false;
        }
        if (!out.isEmpty()) {
            sentAt = System.nanoTime();
            sending = true;
            takes.send(out.toBytes(), this::taken);
        }
        return unfinished;
    }

    /** Ends the body; what is being sent still arrives. */
    void end() {
        Sink takes = sink;
        closed();
        if (takes != null) {
            takes.end();
        }
    }

    private void taken() {
        sending = false;
        wake();
    }

    /**
     * Reads on until there is something to send; returns whether there may be more where nothing was for this reader.
     */
    private boolean read() {
        boolean beats = due;
        if (beats) {
            due = false;
            admission.renew();
        }
        for (int page = 0; out.isEmpty() && page < PAGES; page++) {
            List<StreamedEvent> events = readers.stream().after(position.number(), PAGE);
            if (events.isEmpty()) {
                if (beats) {
                    out.position(position);
                }
                return false;
            }
            if (events.get(0).number() != position.number() + 1) {
                String after = position.toString();
                position = readers.stream().end();
                out.lost(after, position);
                return false;
            }
            events.forEach(this::tell);
        }
        return out.isEmpty();
    }

    private void tell(StreamedEvent event) {
        position = position.at(event.number());
        if (admission.admits(event)) {
            out.event(event, position);
        }
    }
}
