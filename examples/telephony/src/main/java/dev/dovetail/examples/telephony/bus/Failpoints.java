package dev.dovetail.examples.telephony.bus;

import dev.dovetail.notification.outbox.EventPublisher;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills this process at a chosen point of the delivery, for tests of crashes; does nothing unless a system property
 * asks for it: {@code dovetail.failpoint=before-publish:300}, when the 300th event has come there.
 */
final class Failpoints {
    static final String PROPERTY = "dovetail.failpoint";
    static final String BEFORE_PUBLISH = "before-publish";
    static final String BEFORE_CONFIRM = "before-confirm";
    static final String BEFORE_MARK = "before-mark";

    private static final int KILLED = 137;

    private final String point;
    private final AtomicInteger left;

    private Failpoints(String point, int events) {
        this.point = point;
        this.left = new AtomicInteger(events);
    }

    /** Returns what the system property says. */
    static Failpoints ofProperty() {
        String[] parts = System.getProperty(PROPERTY, ":0").split(":", 2);
        return new Failpoints(parts[0], Integer.parseInt(parts[1]));
    }

    /** Ends the process as SIGKILL would, without any last words, if this is the point and its time has come. */
    void reach(String reached, int events) {
        if (reached.equals(point) && left.addAndGet(-events) <= 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** Returns a publisher that reaches the points before and after it. */
    EventPublisher around(EventPublisher publisher) {
        if (point.isEmpty()) {
            return publisher;
        }
        return new EventPublisher() {
            @Override
            public List<Outcome> publish(List<OutboxEntry> events) throws Exception {
                reach(BEFORE_PUBLISH, events.size());
                List<Outcome> outcomes = publisher.publish(events);
                reach(BEFORE_MARK, events.size());
                return outcomes;
            }

            @Override
            public void close() {
                publisher.close();
            }
        };
    }
}
