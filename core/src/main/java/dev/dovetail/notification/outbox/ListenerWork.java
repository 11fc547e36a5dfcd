package dev.dovetail.notification.outbox;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of events. They are told once: what one throws is logged, and the others are told all the same. */
final class ListenerWork implements Work {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final List<EventListener> listeners;
    private final RelayOptions options;

    ListenerWork(List<EventListener> listeners, RelayOptions options) {
        this.listeners = listeners;
        this.options = options;
    }

    @Override
    public List<Outbox.Result> handle(List<OutboxEntry> entries) {
        Work.Deadline deadline = Work.deadline(options.lease());
        List<Outbox.Result> results = new ArrayList<>(entries.size());
        for (OutboxEntry event : entries) {
            boolean late = deadline.passed();
            if (!late) {
                listeners.forEach(listener -> tell(listener, event));
            }
            results.add(late ? Outbox.Result.NOT_TRIED : Outbox.Result.DONE);
        }
        return results;
    }

    private static void tell(EventListener listener, OutboxEntry event) {
        try {
            listener.on(event);
        } catch (Throwable e) { // an Error too: the event has happened, the others are to be told
            LOG.error("A listener of the event {} ({}) has failed", event.name(), event.id(), e);
        }
    }
}
