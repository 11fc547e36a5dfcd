package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.notification.outbox.Relay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Says what becomes of recorded events and commands. */
public abstract class OutboxContract extends StoreContract {
    protected OutboxContract() {}

    /** Data of an event. */
    public record Moved(String room, Person.Colour colour, List<Integer> steps) {}

    private static final EventType<Moved> MOVED = new EventType<>("moved", Moved.class);
    private static final Moved DATA = new Moved("a", Person.Colour.DARK_BLUE, List.of(1, 2));

    private void announce(String... names) {
        units.call(CALL, unit -> {
            for (String name : names) {
                unit.about("Person/1", out -> out.announce(new Event(name, DATA, Map.of("room", "a", "count", 2))));
            }
            return true;
        });
    }

    private List<OutboxEntry> drain() {
        List<OutboxEntry> all = new ArrayList<>();
        while (store.outbox().process(100, entries -> {
            all.addAll(entries);
            return done(entries);
        })) {
            // until nothing is due
        }
        return all;
    }

    private static List<Outbox.Result> done(List<OutboxEntry> entries) {
        return entries.stream().map(entry -> Outbox.Result.DONE).toList();
    }

    @Test
    void handsOutWhatWasRecorded() {
        CallContext call = CallContext.of(Scope.all());
        units.call(call, unit -> {
            unit.about(
                    "Person/7",
                    12,
                    out -> out.announce(MOVED.of(DATA).with("room", "a").with("count", 2)));
            return true;
        });

        OutboxEntry entry = drain().get(0);
        assertThat(entry.is(MOVED)).isTrue();
        assertThat(entry.data(MOVED)).isEqualTo(DATA);
        assertThat(entry.subject()).isEqualTo("Person/7");
        assertThat(entry.tenant()).isEqualTo("12");
        assertThat(entry.headers()).containsExactlyInAnyOrderEntriesOf(Map.of("room", "a", "count", 2));
        assertThat(entry.recordedAt()).isEqualTo(clock.instant());
        assertThat(entry.attempts()).isZero();
        assertThat(entry.actor()).isEqualTo(call.actor());
        assertThat(entry.traceId()).isEqualTo(call.traceId());
    }

    @Test
    void handsOutOnce() {
        announce("one", "two");

        assertThat(drain()).hasSize(2);
        assertThat(drain()).isEmpty();
        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(0, 0, null, null));
    }

    @Test
    void keepsOrderAcrossUnitsAndBatches() {
        announce("one", "two");
        announce("three");
        List<String> names = new ArrayList<>();
        while (store.outbox().process(1, entries -> {
            entries.forEach(entry -> names.add(entry.name()));
            return done(entries);
        })) {
            assertThat(names.size()).isLessThanOrEqualTo(3);
        }

        assertThat(names).containsExactly("one", "two", "three");
    }

    @Test
    void recordsManyAtOnce() {
        String[] names = new String[150];
        for (int i = 0; i < names.length; i++) {
            names[i] = "event" + i;
        }
        announce(names);

        assertThat(drain()).extracting(OutboxEntry::name).containsExactly(names);
    }

    @Test
    void handsOutAgainIfHandlerThrows() {
        announce("one");
        UUID[] id = new UUID[1];
        assertThatThrownBy(() -> store.outbox().process(10, entries -> {
                    id[0] = entries.get(0).id();
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(drain()).extracting(OutboxEntry::id).containsExactly(id[0]);
    }

    @Test
    void handsOutFailedOnesAgainWhenDue() {
        announce("one", "two");
        store.outbox()
                .process(
                        10,
                        entries -> List.of(
                                new Outbox.Result("no route", clock.instant().plusSeconds(5)), Outbox.Result.DONE));

        assertThat(drain()).isEmpty();
        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(1, 1, clock.instant(), "no route"));
        clock.pass(Duration.ofSeconds(5));
        assertThat(drain()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("one");
            assertThat(entry.attempts()).isEqualTo(1);
        });
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void countsWhatWaits() {
        announce("one");
        java.time.Instant first = clock.instant();
        clock.pass(Duration.ofMinutes(1));
        announce("two");

        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(2, 0, first, null));
    }

    @Test
    void retriesCommandsAndSendsEventsMeanwhile() {
        List<String> sent = new CopyOnWriteArrayList<>();
        boolean[] away = {true};
        Relay relay = new Relay(
                store.outbox(),
                List.of(event -> sent.add("event " + event.name())),
                Map.of("asterisk", commands -> {
                    if (away[0]) {
                        throw new java.io.IOException("refused");
                    }
                    commands.forEach(command -> sent.add(command.action() + command.parameters()));
                }),
                clock);
        units.call(CALL, unit -> {
            unit.about("Person/1", out -> {
                out.announce(new Event("moved", DATA, Map.of()));
                out.command(Command.of("asterisk", "reload").with("module", "sip"));
                out.command(Command.of("asterisk", "reload").with("module", "sip"));
            });
            return true;
        });

        relay.drain();
        assertThat(sent).containsExactly("event moved");
        away[0] = false;
        relay.drain();
        assertThat(sent).hasSize(1);
        clock.pass(Duration.ofSeconds(1));
        relay.drain();
        assertThat(sent).containsExactly("event moved", "reload{module=sip}");
    }

    @Test
    void letsListenersWrite() {
        Relay relay = new Relay(store.outbox(), List.of(event -> have(Person.of(event.name()))), Map.of(), clock);
        announce("Ann");
        relay.drain();

        assertThat(people.search(dev.dovetail.query.Search.all()).items())
                .extracting(Person::name)
                .containsExactly("Ann");
    }
}
