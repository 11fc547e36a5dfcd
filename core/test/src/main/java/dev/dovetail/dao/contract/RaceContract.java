package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.AssociationService;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.query.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Races threads against each other. */
public abstract class RaceContract extends StoreContract {
    private static final int ROUNDS = 1_000;

    protected RaceContract() {}

    @Test
    void letsOneOfTwoCreationsWinAndTellsTheOther() throws Exception {
        List<List<Object>> outcomes = race(ROUNDS, (thread, round) -> {
            Person wanted = Person.of(thread + "-" + round).withEmail(round + "@example.org");
            return have(wanted);
        });

        for (int round = 0; round < ROUNDS; round++) {
            List<Object> outcome = outcomes.get(round);
            assertThat(outcome).filteredOn(Person.class::isInstance).hasSize(1);
            Person loser = Person.of("x").withEmail(round + "@example.org");
            assertThat(outcome)
                    .filteredOn(DovetailException.class::isInstance)
                    .singleElement()
                    .satisfies(e -> assertThat(((DovetailException) e).violations())
                            .containsExactly(PEOPLE.uniques().get(1).violation(loser)));
        }
        assertThat(people.search(Search.<Person>all().limit(0)).total()).isEqualTo(ROUNDS);
    }

    @Test
    void losesNoEditOfTwoThatLock() throws Exception {
        int rounds = 200;
        Person counter = have(Person.of("counter").withAge(0));

        race(
                rounds,
                (thread, round) -> unit(() -> {
                    Person locked = people.lock(counter.id()).orElseThrow();
                    return people.update(locked, locked.withAge(locked.age() + 1));
                }));

        assertThat(people.find(counter.id()).orElseThrow().age()).isEqualTo(2 * rounds);
        assertThat(people.find(counter.id()).orElseThrow().version()).isEqualTo(2 * rounds + 1);
    }

    @Test
    void createsIfAbsentOnceForBoth() throws Exception {
        int rounds = 300;
        List<List<Object>> outcomes = race(
                rounds, (thread, round) -> unit(() -> rooms.createIfAbsent(new Room("r" + round, "by " + thread))));

        assertThat(outcomes)
                .allSatisfy(outcome ->
                        assertThat(outcome.get(0)).isInstanceOf(Room.class).isEqualTo(outcome.get(1)));
        assertThat(rooms.search(Search.<Room>all().limit(0)).total()).isEqualTo(rounds);
    }

    private static DovetailException still(String one, Object key, String other, Object otherKey) {
        return Errors.stillAssociated(one, other, Details.of(one, key, other, otherKey))
                .toException();
    }

    /** Both sides are locked by a service, so that the loser sees what the winner has linked. */
    @Test
    void letsOneOfTwoLinksWinAndTellsTheOtherAsIfItHadComeLater() throws Exception {
        int rounds = 300;
        AssociationService<Person, Integer, Room, String> desks =
                AssociationService.builder(DESK, desk, people, rooms, units).build();
        List<Integer> both =
                List.of(have(Person.of("1")).id(), have(Person.of("2")).id());
        for (int round = 0; round < rounds; round++) {
            have("r" + round);
        }
        List<List<Object>> outcomes = race(rounds, (thread, round) -> {
            desks.dissociateAll(CALL, both.get(thread - 1));
            return desks.associate(CALL, both.get(thread - 1), "r" + round);
        });

        for (int round = 0; round < rounds; round++) {
            List<Object> outcome = outcomes.get(round);
            int winner = outcome.indexOf(true);
            assertThat(outcome)
                    .as("round %s", round)
                    .filteredOn(Boolean.TRUE::equals)
                    .hasSize(1);
            assertThat(outcome.get(1 - winner)).isInstanceOf(DovetailException.class);
            assertThat(((DovetailException) outcome.get(1 - winner)).violations())
                    .isEqualTo(still("Room", "r" + round, "Person", both.get(winner))
                            .violations());
        }
        assertThat(desk.lefts(List.of("r" + (rounds - 1)))).hasSize(1);
    }

    /** Nothing is locked here: what makes one of them lose is the constraint, if the store has one. */
    @Test
    void letsOneOfTwoLinksWinByTheConstraintAlone() throws Exception {
        int rounds = 50;
        List<Integer> both =
                List.of(have(Person.of("1")).id(), have(Person.of("2")).id());
        for (int round = 0; round < rounds; round++) {
            have("r" + round);
        }
        List<List<Object>> outcomes = race(
                rounds,
                (thread, round) -> unit(() -> {
                    desk.unlinkLeft(both.get(thread - 1));
                    desk.link(both.get(thread - 1), "r" + round);
                    return true;
                }));

        for (int round = 0; round < rounds; round++) {
            List<Object> outcome = outcomes.get(round);
            assertThat(outcome)
                    .as("round %s", round)
                    .filteredOn(Boolean.TRUE::equals)
                    .hasSize(1);
            DovetailException loser = (DovetailException) outcome.get(1 - outcome.indexOf(true));
            assertThat(loser.kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED);
            assertThat(loser.violations().get(0).resource()).isEqualTo("Room");
        }
    }

    @Test
    void linksTwoOnceForBoth() throws Exception {
        int rounds = 300;
        AssociationService<Person, Integer, Room, String> routes =
                AssociationService.builder(ROUTE, route, people, rooms, units).build();
        int ann = have(Person.of("Ann")).id();
        for (int round = 0; round < rounds; round++) {
            have("r" + round);
        }
        List<List<Object>> outcomes = race(rounds, (thread, round) -> routes.associate(CALL, ann, "r" + round));

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).containsExactlyInAnyOrder(true, false));
        assertThat(route.rights(ann)).hasSize(rounds).doesNotHaveDuplicates();
    }

    @Test
    void keepsAllOfTwoSetsThatAreReplacedAtOnce() throws Exception {
        int rounds = 200;
        AssociationService<Person, Integer, Room, String> routes =
                AssociationService.builder(ROUTE, route, people, rooms, units).build();
        int ann = have(Person.of("Ann")).id();
        List.of("a", "b", "c").forEach(this::have);
        List<List<String>> wanted = List.of(List.of("c", "a"), List.of("b", "a", "c"));
        List<List<Object>> outcomes = race(rounds, (thread, round) -> {
            routes.associateAll(CALL, ann, wanted.get((thread + round) % 2));
            return route.rights(ann);
        });
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isSubsetOf(wanted));
    }

    private interface Racer {
        Object run(int thread, int round) throws Exception;
    }

    /** Returns what both threads got, or what was thrown, of each round; they start each round together. */
    private List<List<Object>> race(int rounds, Racer racer) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        IntFunction<Callable<List<Object>>> thread = number -> () -> {
            List<Object> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                await(barrier);
                try {
                    mine.add(racer.run(number, round));
                } catch (DovetailException e) {
                    mine.add(e);
                }
            }
            return mine;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<List<Object>> one = threads.submit(thread.apply(1));
            Future<List<Object>> other = threads.submit(thread.apply(2));
            List<List<Object>> outcomes = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                outcomes.add(List.of(get(one).get(round), get(other).get(round)));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Object> get(Future<List<Object>> future) throws Exception {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException, BrokenBarrierException {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("the other thread is gone", e);
        }
    }
}
