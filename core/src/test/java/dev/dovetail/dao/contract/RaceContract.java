package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.DovetailException;
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
