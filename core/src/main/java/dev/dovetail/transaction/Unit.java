package dev.dovetail.transaction;

import dev.dovetail.context.CallContext;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.transaction.ending.Ending;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what one running unit of work announces. Bound to one thread. */
final class Unit implements UnitOfWork.SubjectAnnouncements, Announcements, Ending {
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Consumer<Object> lastWriter;
    private final List<OutboxEntry> events = new ArrayList<>();
    private Set<Command> commands = Set.of(); // until there is one
    private CallContext call;
    private int joined;
    private String subject = "";
    private @Nullable String tenant;
    private @Nullable UUID id;
    private @Nullable Throwable doom;
    private @Nullable List<OutboxEntry> entries;

    /**
     * Makes a unit for its outermost call.
     *
     * @param lastWriter is told which DAO or outbox writes last, if that is known before it does
     */
    Unit(CallContext call, Supplier<UUID> ids, Clock clock, Consumer<Object> lastWriter) {
        this.call = call;
        this.ids = ids;
        this.clock = clock;
        this.lastWriter = lastWriter;
    }

    /** Begins a call that joins the unit, and returns the one around it. */
    CallContext enter(CallContext next) {
        CallContext outer = call;
        call = next;
        joined++;
        return outer;
    }

    void leave(CallContext outer) {
        call = outer;
        joined--;
    }

    @Override
    public void endsWith(Object writer) {
        if (joined == 0 && isEmpty()) {
            lastWriter.accept(writer);
        }
    }

    /** Records what is announced, if anything is: the last write of the unit. */
    void record(Outbox outbox) {
        if (!isEmpty()) {
            lastWriter.accept(outbox);
            outbox.record(entries());
        }
    }

    void doom(Throwable cause) {
        if (doom == null) {
            doom = cause;
        }
    }

    void refuseIfDoomed() {
        if (doom != null) {
            throw UnitOfWork.doomed(doom);
        }
    }

    boolean isEmpty() {
        return events.isEmpty() && commands.isEmpty();
    }

    @Override
    public void about(String about, Consumer<Announcements> notifier) {
        about(about, call.scope().home().orElse(null), notifier);
    }

    @Override
    public void about(String about, @Nullable Object owner, Consumer<Announcements> notifier) {
        String outer = subject;
        String outerTenant = tenant;
        subject = about;
        tenant = owner == null ? null : owner.toString();
        try {
            notifier.accept(this);
        } finally {
            subject = outer;
            tenant = outerTenant;
        }
    }

    @Override
    public void announce(Event event) {
        events.add(entry(OutboxEntry.Kind.EVENT, event.name(), subject, event.headers(), event.data()));
    }

    @Override
    public void command(Command command) {
        if (commands.isEmpty()) {
            commands = new LinkedHashSet<>();
        }
        commands.add(command);
    }

    /** Returns the commands, then the events: the order in which they are delivered. */
    List<OutboxEntry> entries() {
        if (entries == null) {
            entries = makeEntries();
        }
        return entries;
    }

    private List<OutboxEntry> makeEntries() {
        List<OutboxEntry> all = new ArrayList<>(commands.size() + events.size());
        for (Command command : commands) {
            Map<String, Object> parameters = new LinkedHashMap<>(command.parameters());
            all.add(entry(OutboxEntry.Kind.COMMAND, command.action(), command.target(), parameters, null));
        }
        all.addAll(events);
        return all;
    }

    private OutboxEntry entry(
            OutboxEntry.Kind kind, String name, String about, Map<String, Object> headers, @Nullable Object data) {
        UUID entryId = ids.get();
        if (id == null) {
            id = entryId; // one random number less, which costs more than the rest of this
        }
        boolean command = kind == OutboxEntry.Kind.COMMAND;
        return new OutboxEntry(
                entryId,
                id,
                kind,
                name,
                about,
                command ? null : tenant,
                headers,
                data,
                clock.instant(),
                call.actor(),
                call.traceId(),
                0,
                command ? about : OutboxEntry.LISTENERS);
    }
}
