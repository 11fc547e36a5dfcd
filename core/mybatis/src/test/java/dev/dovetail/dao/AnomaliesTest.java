package dev.dovetail.dao;

import static dev.dovetail.dao.contract.StoreContract.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.contract.Person;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.contract.sql.TestSchema;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.dao.mybatis.Dialect;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shows what can still go wrong between units of work that read without locking, and what prevents it. */
@Timeout(60)
class AnomaliesTest {
    private static final CallContext CALL = CallContext.of(Scope.all());

    private static Store sql(Dialect dialect) {
        TestDatabase database = TestDatabases.of(dialect);
        database.run(TestSchema.of(PEOPLE, dialect).toArray(String[]::new));
        return MyBatisStore.builder(database.dataSource())
                .codec(JacksonCodec.create())
                .ownsDataSource()
                .build()
                .createOutbox();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException | TimeoutException e) {
            // the other one waits for a lock that this one holds
        }
    }

    /**
     * Two people on call; each may leave if the other one stays. Returns how many stay when both want to leave at once.
     *
     * @param locking whether the one that is only looked at is locked as well
     */
    private static long stayOf(Store store, boolean locking) throws Exception {
        try (store) {
            UnitOfWork units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
            Dao<Person, Integer> people = store.dao(PEOPLE);
            int ann = units.call(CALL, u -> people.create(Person.of("Ann").withAge(1)))
                    .id();
            int bob = units.call(CALL, u -> people.create(Person.of("Bob").withAge(1)))
                    .id();
            CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                List<Future<?>> leaving = List.of(
                        pool.submit(() -> leave(units, people, List.of(ann, bob), locking, bothHaveLooked)),
                        pool.submit(() -> leave(units, people, List.of(bob, ann), locking, bothHaveLooked)));
                for (Future<?> each : leaving) {
                    each.get(30, TimeUnit.SECONDS);
                }
            } finally {
                pool.shutdownNow();
            }
            return people.findAll(List.of(ann, bob)).stream()
                    .filter(person -> person.age() == 1)
                    .count();
        }
    }

    private static void leave(
            UnitOfWork units,
            Dao<Person, Integer> people,
            List<Integer> meFirst,
            boolean locking,
            CyclicBarrier looked) {
        units.run(CALL, () -> {
            if (locking) {
                people.lockAll(meFirst);
            }
            Person me = people.lock(meFirst.get(0)).orElseThrow();
            Person other = people.find(meFirst.get(1)).orElseThrow();
            meet(looked);
            if (other.age() == 1) {
                people.update(me, me.withAge(0));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void writeSkewRemainsWhereARuleReadsWhatIsNotLocked(Dialect dialect) throws Exception {
        assertThat(stayOf(sql(dialect), false)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void lockingWhatIsReadPreventsIt(Dialect dialect) throws Exception {
        assertThat(stayOf(sql(dialect), true)).isEqualTo(1);
    }

    @Test
    void memoryHasNoWriteSkew() throws Exception {
        assertThat(stayOf(MemoryStore.create(), false)).isEqualTo(1);
    }

    /** Returns whether a unit that reads a row twice sees what another one has committed in between. */
    private static boolean seesChange(Store store) {
        try (store) {
            UnitOfWork units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
            Dao<Person, Integer> people = store.dao(PEOPLE);
            Person ann = units.call(CALL, u -> people.create(Person.of("Ann").withAge(1)));
            ExecutorService pool = Executors.newSingleThreadExecutor();
            try {
                return units.call(CALL, unit -> {
                    Person first = people.find(ann.id()).orElseThrow();
                    Future<?> other = pool.submit(() -> units.run(CALL, () -> people.update(ann, ann.withAge(2))));
                    try {
                        other.get(1, TimeUnit.SECONDS);
                    } catch (TimeoutException e) {
                        // it waits for this unit to end
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    return !first.equals(people.find(ann.id()).orElseThrow());
                });
            } finally {
                pool.shutdown();
                awaitEnd(pool);
            }
        }
    }

    private static void awaitEnd(ExecutorService pool) {
        try {
            assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aSecondReadMaySeeWhatOthersHaveCommitted(Dialect dialect) {
        assertThat(seesChange(sql(dialect))).isTrue();
    }

    @Test
    void inMemoryASecondReadSeesTheSame() {
        assertThat(seesChange(MemoryStore.create())).isFalse();
    }
}
