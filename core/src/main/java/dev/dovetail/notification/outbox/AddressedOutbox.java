package dev.dovetail.notification.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Is an outbox that records an event once for each target, and not at all when there is none. */
record AddressedOutbox(Outbox outbox, Set<String> targets) implements Outbox {

    @Override
    public void record(List<OutboxEntry> entries) {
        List<OutboxEntry> addressed = new ArrayList<>(entries.size() * Math.max(targets.size(), 1));
        for (OutboxEntry entry : entries) {
            if (entry.kind() == OutboxEntry.Kind.COMMAND) {
                addressed.add(entry);
            } else {
                targets.forEach(target -> addressed.add(entry.to(target)));
            }
        }
        if (!addressed.isEmpty()) {
            outbox.record(addressed);
        }
    }

    @Override
    public boolean process(Claim claim, Handler handler) {
        return outbox.process(claim, handler);
    }

    @Override
    public Backlog backlog() {
        return outbox.backlog();
    }

    @Override
    public List<Failed> failed(int limit) {
        return outbox.failed(limit);
    }

    @Override
    public boolean retry(UUID id) {
        return outbox.retry(id);
    }

    @Override
    public boolean drop(UUID id) {
        return outbox.drop(id);
    }

    @Override
    public Listening listen(Runnable woken) {
        return outbox.listen(woken);
    }
}
