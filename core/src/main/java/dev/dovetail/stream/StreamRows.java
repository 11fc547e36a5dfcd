package dev.dovetail.stream;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps a stream as any store keeps rows. Thread-safe. */
final class StreamRows {
    private static final Resource<StreamedEvent, UUID> EVENTS = Resource.of(StreamedEvent.class, StreamedEvent::id)
            .collection("dovetail_stream_events")
            .unique(StreamedEvent::number)
            .build();
    private static final Resource<StreamHead, String> HEADS = Resource.of(StreamHead.class, StreamHead::id)
            .collection("dovetail_stream_head")
            .build();
    private static final Column<StreamedEvent, Long> NUMBER = EVENTS.column(StreamedEvent::number);
    private static final CallContext CALL = CallContext.of(Scope.all());
    private static final int PRUNED_EACH = 128;
    private static final int PRUNED_AT_ONCE = 4 * PRUNED_EACH;

    private final Dao<StreamedEvent, UUID> events;
    private final Dao<StreamHead, String> heads;
    private final UnitOfWork units;
    private final EventCodec codec;
    private final int kept;

    StreamRows(Store store, EventCodec codec, int kept) {
        this.events = store.dao(EVENTS);
        this.heads = store.dao(HEADS);
        this.units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        this.codec = codec;
        this.kept = kept;
    }

    /** Returns where the stream ends, beginning it if there is none. */
    Position head() {
        return heads.find(StreamHead.ID).orElseGet(this::begun).position();
    }

    private StreamHead begun() {
        return units.call(CALL, unit -> heads.createIfAbsent(fresh()));
    }

    private static StreamHead fresh() {
        return new StreamHead(StreamHead.ID, UUID.randomUUID().toString().substring(0, 8), 0);
    }

    /** Appends those that are not there yet. */
    void append(List<OutboxEntry> entries) {
        head();
        units.run(CALL, () -> {
            StreamHead head = heads.lock(StreamHead.ID).orElseThrow();
            Set<UUID> there = new HashSet<>();
            events.findAll(entries.stream().map(OutboxEntry::id).toList()).forEach(event -> there.add(event.id()));
            List<StreamedEvent> next = new ArrayList<>(entries.size());
            for (OutboxEntry entry : entries) {
                if (there.add(entry.id())) {
                    next.add(StreamedEvent.of(entry, head.last() + next.size() + 1, codec));
                }
            }
            if (!next.isEmpty()) {
                events.createAll(next);
                long last = head.last() + next.size();
                heads.update(head, new StreamHead(head.id(), head.epoch(), last));
                prune(head.last(), last);
            }
        });
    }

    /** Once in a while, so that most appends cost nothing more. */
    private void prune(long before, long last) {
        if (before / PRUNED_EACH != last / PRUNED_EACH && last > kept) {
            List<StreamedEvent> old = events.search(Search.where(Criterion.atMost(NUMBER, last - kept))
                            .by(Order.ascending(NUMBER))
                            .limit(PRUNED_AT_ONCE)
                            .total(Total.SKIPPED))
                    .items();
            events.deleteAll(old.stream().map(StreamedEvent::id).toList());
        }
    }

    /** Returns the next events after a number, in their order. */
    List<StreamedEvent> after(long number, int most) {
        return events.search(Search.where(Criterion.greaterThan(NUMBER, number))
                        .by(Order.ascending(NUMBER))
                        .limit(most)
                        .total(Total.SKIPPED))
                .items();
    }
}
