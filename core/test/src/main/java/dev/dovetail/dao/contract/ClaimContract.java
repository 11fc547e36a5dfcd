package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.outbox.Claim;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Says who is handed which entries of an outbox that several share. */
@Timeout(60)
public abstract class ClaimContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Claim.Selection EVERYTHING = new Claim.Selection(null, Set.of(), true);

    protected ClaimContract() {}

    private static Outbox.Result done(OutboxEntry entry) {
        return Outbox.Result.DONE;
    }

    private void announce(String subject, String... names) {
        units.call(CALL, unit -> {
            for (String name : names) {
                unit.about(subject, out -> out.announce(new Event(name, null, Map.of())));
            }
            return true;
        });
    }

    private void announceWithCommand(String subject, String name) {
        units.call(CALL, unit -> {
            unit.about(subject, out -> {
                out.announce(new Event(name, null, Map.of()));
                out.command(Command.of("pbx", "reload"));
            });
            return true;
        });
    }

    private List<String> take(String owner, Function<OutboxEntry, Outbox.Result> fate) {
        return take(new Claim(owner, EVERYTHING, 100, LEASE), fate);
    }

    private List<String> take(Claim claim, Function<OutboxEntry, Outbox.Result> fate) {
        List<String> names = new ArrayList<>();
        store.outbox().process(claim, entries -> {
            entries.forEach(entry -> names.add(entry.name()));
            return entries.stream().map(fate).toList();
        });
        return names;
    }

    private Outbox.Result later(OutboxEntry entry) {
        return new Outbox.Result("refused", clock.instant().plusSeconds(10));
    }

    /** Does something while a node holds a claim. */
    private void during(String owner, int limit, Runnable work) {
        store.outbox().process(new Claim(owner, EVERYTHING, limit, LEASE), entries -> {
            work.run();
            return entries.stream().map(ClaimContract::done).toList();
        });
    }

    @Test
    void handsNothingOutThatAnotherOwnerHasClaimed() {
        announce("Person/1", "one");
        announce("Person/2", "two");
        List<String> others = new ArrayList<>();
        during("a", 1, () -> others.addAll(take("b", ClaimContract::done)));

        assertThat(others).containsExactly("two");
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void keepsTheOrderOfASubjectAcrossOwners() {
        announce("Person/1", "one", "two");
        announce("Person/2", "three");
        List<String> others = new ArrayList<>();
        during("a", 1, () -> others.addAll(take("b", ClaimContract::done)));

        assertThat(others).containsExactly("three");
        assertThat(take("b", ClaimContract::done)).containsExactly("two");
    }

    @Test
    void holdsLaterOnesOfASubjectBackWhileAnEarlierOneFails() {
        announce("Person/1", "one");
        announce("Person/2", "two");
        assertThat(take("a", entry -> entry.name().equals("one") ? later(entry) : Outbox.Result.DONE))
                .containsExactly("one", "two");
        announce("Person/1", "three");
        announce("Person/2", "four");

        assertThat(take("a", ClaimContract::done)).containsExactly("four");
        assertThat(take("b", ClaimContract::done)).isEmpty();
        clock.pass(Duration.ofSeconds(10));
        assertThat(take("b", ClaimContract::done)).containsExactly("one", "three");
    }

    /** However many of one subject wait for the first, what is behind them is found. */
    @Test
    void looksBeyondAsManyAsAreHandedOutAtOnce() {
        announce("Person/1", "first");
        take("a", this::later);
        announce("Person/1", IntStream.range(0, 25).mapToObj(i -> "later" + i).toArray(String[]::new));
        announce("Person/2", "other");
        Claim few = new Claim("a", EVERYTHING, 10, LEASE);

        assertThat(take(few, ClaimContract::done)).containsExactly("other");
        assertThat(take(few, ClaimContract::done)).isEmpty();
    }

    /**
     * A claim that asked for every waiting event about all earlier ones took minutes for one unit of 10,000 events;
     * with the time that the class has, this ended in vain.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 10_000})
    void handsOutALargeUnitInNoLongTime(int subjects) {
        int events = 10_000;
        units.call(CALL, unit -> {
            for (int i = 0; i < events; i++) {
                String name = "" + i;
                unit.about("Person/" + i % subjects, out -> out.announce(new Event(name, null, Map.of())));
            }
            return true;
        });

        for (int i = 0; i < events; i += 100) {
            assertThat(take("a", ClaimContract::done)).hasSize(100).startsWith("" + i);
        }
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void handsOutAgainWhatWasNotTried() {
        announce("Person/1", "one");

        assertThat(take("a", entry -> Outbox.Result.NOT_TRIED)).containsExactly("one");
        assertThat(store.outbox().failed(10)).isEmpty();
        assertThat(take("b", entry -> {
                    assertThat(entry.attempts()).isZero();
                    return Outbox.Result.DONE;
                }))
                .containsExactly("one");
    }

    @Test
    void handsOutToOthersWhenAClaimHasRunOut() {
        announce("Person/1", "one", "two");
        List<String> others = new ArrayList<>();
        during("a", 100, () -> {
            clock.pass(LEASE.minusSeconds(1));
            others.addAll(take("b", ClaimContract::done));
            assertThat(others).isEmpty();
            clock.pass(Duration.ofSeconds(1));
            others.addAll(take("b", this::later));
        });

        assertThat(others).containsExactly("one", "two");
        assertThat(store.outbox().backlog().entries())
                .as("what its first owner has delivered after all is done")
                .isZero();
    }

    @Test
    void leavesWhatAnotherHasClaimedMeanwhileToIt() {
        announce("Person/1", "one");
        store.outbox().process(new Claim("a", EVERYTHING, 100, LEASE), entries -> {
            clock.pass(LEASE);
            store.outbox().process(new Claim("b", EVERYTHING, 100, LEASE), same -> List.of(later(same.get(0))));
            return List.of(Outbox.Result.parked("too late to say"));
        });

        assertThat(store.outbox().failed(10)).singleElement().satisfies(failed -> {
            assertThat(failed.error()).isEqualTo("refused");
            assertThat(failed.isParked()).isFalse();
        });
    }

    /** A node that has crashed and is back need not wait for its claim to run out. */
    @Test
    void handsAnOwnerWhatItHadClaimedBefore() {
        announce("Person/1", "one");
        announce("Person/1", "two");
        List<String> again = new ArrayList<>();
        during("a", 1, () -> again.addAll(take("a", ClaimContract::done)));

        assertThat(again).containsExactly("one", "two");
    }

    @Test
    void handsOutEventsOnlyAfterTheCommandsOfTheirUnitWereTried() {
        announceWithCommand("Person/1", "one");
        Claim events = new Claim("a", new Claim.Selection(OutboxEntry.Kind.EVENT, Set.of(), true), 10, LEASE);
        Claim commands = new Claim("b", Claim.Selection.of(OutboxEntry.Kind.COMMAND, "pbx"), 10, LEASE);

        assertThat(take(events, ClaimContract::done)).isEmpty();
        assertThat(take(commands, this::later)).containsExactly("reload");
        assertThat(take(events, ClaimContract::done)).containsExactly("one");
        assertThat(store.outbox().backlog().entries()).isEqualTo(1);
    }

    @Test
    void handsOutToEachTargetItsOwn() {
        units.run(CALL, () -> {
            OutboxEntry event = new OutboxEntry(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    OutboxEntry.Kind.EVENT,
                    "one",
                    "Person/1",
                    Map.of("a", 1),
                    null,
                    clock.instant(),
                    null,
                    null,
                    0);
            store.outbox().record(List.of(event.to("bus"), event.to("hook")));
        });
        Claim bus = new Claim("a", Claim.Selection.of(OutboxEntry.Kind.EVENT, "bus"), 10, LEASE);
        Claim rest = new Claim("a", Claim.Selection.except(OutboxEntry.Kind.EVENT, Set.of("bus")), 10, LEASE);

        assertThat(take(bus, this::later)).containsExactly("one");
        assertThat(take(rest, entry -> {
                    assertThat(entry.target()).isEqualTo("hook");
                    assertThat(entry.headers()).containsEntry("a", 1);
                    return Outbox.Result.DONE;
                }))
                .containsExactly("one");
        assertThat(store.outbox().failed(10))
                .extracting(failed -> failed.entry().target())
                .containsExactly("bus");
    }

    @Test
    void setsAsideWhatCannotBeDelivered() {
        announce("Person/1", "one");
        announce("Person/1", "two");
        assertThat(take("a", entry -> entry.name().equals("one") ? Outbox.Result.parked("poison") : later(entry)))
                .containsExactly("one", "two");

        var backlog = store.outbox().backlog();
        assertThat(backlog.parked()).isEqualTo(1);
        assertThat(backlog.entries()).isEqualTo(1);
        assertThat(backlog.failing()).isEqualTo(1);
        assertThat(backlog.lastError()).isEqualTo("refused");
        assertThat(store.outbox().failed(10))
                .extracting(failed -> failed.entry().name() + " " + failed.error() + " " + failed.isParked())
                .containsExactly("one poison true", "two refused false");
        clock.pass(Duration.ofDays(1));
        assertThat(take("a", ClaimContract::done)).as("it holds up nothing").containsExactly("two");
    }

    @Test
    void triesWhatWasSetAsideAgainWhenAsked() {
        announce("Person/1", "one");
        take("a", entry -> Outbox.Result.parked("poison"));
        UUID id = store.outbox().failed(1).get(0).entry().id();

        assertThat(store.outbox().retry(UUID.randomUUID())).isFalse();
        assertThat(store.outbox().retry(id)).isTrue();
        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(1, 0, clock.instant(), null));
        assertThat(take("a", entry -> {
                    assertThat(entry.attempts()).isZero();
                    assertThat(entry.id()).isEqualTo(id);
                    return Outbox.Result.DONE;
                }))
                .containsExactly("one");
        assertThat(store.outbox().retry(id)).isFalse();
    }

    @Test
    void forgetsWhatHasFailedWhenAsked() {
        announce("Person/1", "one", "two");
        take("a", this::later);
        var failed = store.outbox().failed(10);

        assertThat(store.outbox().drop(failed.get(0).entry().id())).isTrue();
        assertThat(store.outbox().drop(failed.get(0).entry().id())).isFalse();
        assertThat(store.outbox().failed(10))
                .extracting(one -> one.entry().name())
                .containsExactly("two");
        announce("Person/2", "three");
        assertThat(store.outbox().drop(UUID.randomUUID())).isFalse();
        assertThat(take("a", ClaimContract::done)).containsExactly("three");
    }

    @Test
    void severalOwnersKeepTheOrderOfEachSubjectAndRepeatNothing() throws Exception {
        int subjects = 7;
        int events = 60;
        for (int i = 0; i < events; i++) {
            for (int s = 0; s < subjects; s++) {
                announce("Person/" + s, String.valueOf(i));
            }
        }
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Set<UUID> failed = Collections.synchronizedSet(new HashSet<>());
        AtomicInteger left = new AtomicInteger(subjects * events);
        List<Thread> nodes = new ArrayList<>();
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        for (String owner : List.of("a", "b", "c", "d")) {
            Thread node = new Thread(() -> {
                while (left.get() > 0) {
                    store.outbox()
                            .process(
                                    new Claim(owner, EVERYTHING, 5, LEASE),
                                    entries -> handle(entries, heard, failed, left));
                }
            });
            node.setUncaughtExceptionHandler((thread, e) -> {
                thrown.add(e);
                left.set(0);
            });
            nodes.add(node);
            node.start();
        }
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(thrown).isEmpty();
        assertThat(failed).isNotEmpty();
        for (int s = 0; s < subjects; s++) {
            String prefix = "Person/" + s + " ";
            assertThat(heard.stream().filter(line -> line.startsWith(prefix)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, events).mapToObj(i -> prefix + i).toList());
        }
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    /** Delivers up to the first that is refused for now: every tenth, once. */
    private List<Outbox.Result> handle(
            List<OutboxEntry> entries, List<String> heard, Set<UUID> failed, AtomicInteger left) {
        List<Outbox.Result> results = new ArrayList<>();
        Set<String> held = new HashSet<>();
        for (OutboxEntry entry : entries) {
            if (held.contains(entry.subject())) {
                results.add(Outbox.Result.NOT_TRIED);
            } else if (Integer.parseInt(entry.name()) % 10 == 3 && failed.add(entry.id())) {
                held.add(entry.subject());
                results.add(new Outbox.Result("once", clock.instant()));
            } else {
                heard.add(entry.subject() + " " + entry.name());
                left.decrementAndGet();
                results.add(Outbox.Result.DONE);
            }
        }
        return results;
    }
}
