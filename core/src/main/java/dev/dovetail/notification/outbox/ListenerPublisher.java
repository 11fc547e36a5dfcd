package dev.dovetail.notification.outbox;

import java.util.ArrayList;
import java.util.List;

/** Tells a listener of events one by one, and takes what it throws for a refusal. */
record ListenerPublisher(EventListener listener) implements EventPublisher {

    static EventPublisher of(EventListener listener) {
        return new ListenerPublisher(listener);
    }

    @Override
    public List<Outcome> publish(List<OutboxEntry> events) {
        List<Outcome> outcomes = new ArrayList<>(events.size());
        for (OutboxEntry event : events) {
            outcomes.add(tell(event));
        }
        return outcomes;
    }

    /** One at a time: the listener may take as long for each as the lease allows for all. */
    @Override
    public int most() {
        return 1;
    }

    private Outcome tell(OutboxEntry event) {
        try {
            listener.on(event);
            return Outcome.DONE;
        } catch (Throwable e) { // an Error too: it is this event that fails
            return Outcome.refused(e.toString());
        }
    }
}
