package dev.dovetail.notification.outbox;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Is another outbox but for what is recorded, which is changed first. */
record ChangedOutbox(Outbox outbox, UnaryOperator<List<OutboxEntry>> change) implements Outbox {

    @Override
    public void record(List<OutboxEntry> entries) {
        List<OutboxEntry> changed = change.apply(entries);
        if (!changed.isEmpty()) {
            outbox.record(changed);
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
