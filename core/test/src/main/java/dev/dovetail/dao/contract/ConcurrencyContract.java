package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/**
 * Says what holds when many threads write at once. The system property {@code dovetail.rounds} says how long they do.
 */
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
public abstract class ConcurrencyContract extends StoreContract {
    private static final int THREADS = 16;
    private static final int TURNS = Integer.getInteger("dovetail.rounds", 320) / THREADS;

    protected ConcurrencyContract() {}

    /** A database may take a second to see a deadlock. */
    private static final int TURNS_INTO_DEADLOCKS = 5;

    /** Takes one of a thread's turns. */
    private interface Racer {
        void run(int thread, int turn) throws Exception;
    }

    private static void race(Racer racer) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    for (int turn = 0; turn < TURNS; turn++) {
                        racer.run(thread, turn);
                    }
                    return true;
                }));
            }
            for (Future<?> each : running) {
                each.get(590, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Runs work and returns whether it was done rather than refused in one of these ways. */
    private boolean done(Runnable work, ErrorKind... refusals) {
        try {
            run(work);
            return true;
        } catch (DovetailException e) {
            assertThat(e.kind()).isIn((Object[]) refusals);
            return false;
        }
    }

    private void add(int id, int amount) {
        Person locked = people.lock(id).orElseThrow();
        people.update(locked, locked.withAge(locked.age() + amount));
    }

    @Test
    void losesNoEditOfARowThatWasLocked() throws Exception {
        int id = have(Person.of("counter").withAge(0)).id();
        race((thread, turn) -> run(() -> add(id, 1)));

        assertThat(people.find(id).orElseThrow().age()).isEqualTo(THREADS * TURNS);
        assertThat(people.find(id).orElseThrow().version()).isEqualTo(THREADS * TURNS + 1);
    }

    @Test
    void showsNobodyHalfAUnit() throws Exception {
        int giver = have(Person.of("giver").withAge(0)).id();
        int taker = have(Person.of("taker").withAge(0)).id();
        race((thread, turn) -> {
            if (thread < 2) {
                run(() -> {
                    add(Math.min(giver, taker), -1);
                    add(Math.max(giver, taker), 1);
                });
            } else {
                assertThat(people.search(Search.all()).items().stream()
                                .mapToInt(Person::age)
                                .sum())
                        .isZero();
            }
        });
        assertThat(people.find(taker).orElseThrow().age()).isEqualTo(2 * TURNS);
    }

    @Test
    void letsOneOfManyCreationsWin() throws Exception {
        AtomicInteger won = new AtomicInteger();
        race((thread, turn) -> {
            Person wanted = Person.of(thread + "/" + turn).withEmail("mail " + turn);
            if (done(() -> people.create(wanted), ErrorKind.ALREADY_EXISTS)) {
                won.incrementAndGet();
            }
        });
        assertThat(won.get()).isEqualTo(TURNS);
        assertThat(people.search(Search.all()).total()).isEqualTo(TURNS);
    }

    @Test
    void letsOneOfManyLinksWinWhereOneIsAllowed() throws Exception {
        List<Person> owners = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            owners.add(have(Person.of("owner " + i)));
        }
        for (int turn = 0; turn < TURNS; turn++) {
            have("room " + turn);
        }
        AtomicInteger won = new AtomicInteger();
        race((thread, turn) -> {
            int owner = owners.get(thread).id();
            run(() -> desk.unlinkLeft(owner));
            if (done(() -> desk.link(owner, "room " + turn), ErrorKind.STILL_ASSOCIATED)) {
                won.incrementAndGet();
            }
        });
        assertThat(won.get()).isGreaterThanOrEqualTo(TURNS);
        for (int turn = 0; turn < TURNS; turn++) {
            assertThat(desk.lefts("room " + turn)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void letsOneEditOfAVersionWin() throws Exception {
        int id = have(Person.of("contested").withAge(0)).id();
        AtomicInteger won = new AtomicInteger();
        race((thread, turn) -> {
            Person read = people.find(id).orElseThrow();
            if (done(
                    () -> people.update(read, read.withAge(read.age() + 1)),
                    ErrorKind.STALE_VERSION,
                    ErrorKind.CONFLICT)) {
                won.incrementAndGet();
            }
        });
        assertThat(won.get()).isPositive();
        assertThat(people.find(id).orElseThrow().age()).isEqualTo(won.get());
        assertThat(people.find(id).orElseThrow().version()).isEqualTo(won.get() + 1);
    }

    @Test
    void endsDeadlocksAndKeepsWhatItSaidWasDone() throws Exception {
        int one = have(Person.of("one").withAge(0)).id();
        int other = have(Person.of("other").withAge(0)).id();
        AtomicInteger done = new AtomicInteger();
        race((thread, turn) -> {
            if (turn >= TURNS_INTO_DEADLOCKS) {
                return;
            }
            boolean forth = thread % 2 == 0;
            if (done(
                    () -> {
                        add(forth ? one : other, 1);
                        add(forth ? other : one, 1);
                    },
                    ErrorKind.CONFLICT,
                    ErrorKind.TIMED_OUT,
                    ErrorKind.STORE_UNAVAILABLE)) { // no connection is free while others wait for the end of a deadlock
                done.incrementAndGet();
            }
        });
        assertThat(done.get()).isPositive();
        assertThat(people.find(one).orElseThrow().age()).isEqualTo(done.get());
        assertThat(people.find(other).orElseThrow().age()).isEqualTo(done.get());
    }

    @Test
    void handsOutTheEventsOfAnObjectInTheOrderOfItsEdits() throws Exception {
        int id = have(Person.of("watched").withAge(0)).id();
        race((thread, turn) -> units.call(CALL, unit -> {
            add(id, 1);
            int version = people.find(id).orElseThrow().version();
            unit.about("Person/" + id, out -> out.announce(new Event("edited", "x", Map.of("version", version))));
            return true;
        }));

        List<Integer> versions = new ArrayList<>();
        while (store.outbox().process(100, entries -> {
            entries.forEach(entry -> versions.add(((Number) entry.headers().get("version")).intValue()));
            return entries.stream().map(entry -> Outbox.Result.DONE).toList();
        })) {
            // until nothing is due
        }
        assertThat(versions).hasSize(THREADS * TURNS).isSorted().doesNotHaveDuplicates();
    }

    /** What a rule reads it holds: then nobody takes it away before the unit is done. */
    @Test
    void keepsWhatIsHeldUntilTheUnitEnds() throws Exception {
        race((thread, turn) -> {
            String code = "room " + turn;
            done(() -> rooms.createIfAbsent(new Room(code, "free")), ErrorKind.CONFLICT);
            if (thread % 2 == 0) {
                done(
                        () -> {
                            if (rooms.hold(code).isPresent()) {
                                people.create(Person.of(thread + " sits in " + code));
                                assertThat(rooms.find(code)).isPresent();
                            }
                        },
                        ErrorKind.CONFLICT);
            } else {
                done(() -> rooms.lock(code).ifPresent(room -> rooms.delete(code)), ErrorKind.CONFLICT);
            }
        });
        assertThat(people.search(Search.where(Criterion.contains(NAME, " sits in ")))
                        .total())
                .isPositive();
    }
}
