package dev.dovetail.dao.memory;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.CRUDService;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.sample.User;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MemoryStoreThreadsTest {
    private static final int THREADS = 16;

    private final Office office = new Office();
    private final CRUDService<User, Integer> users =
            CRUDService.builder(office.users, office.unitOfWork).build();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    private <R> List<R> race(Callable<R> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<R>> futures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            futures.add(pool.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<R> results = new ArrayList<>();
        for (Future<R> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readersSeeWhatIsCommittedWhileAWriterWorks() throws Exception {
        User ann = users.create(NORTH, User.named("ann"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Future<?> writer = pool.submit(() -> office.unitOfWork.run(NORTH, () -> {
            users.edit(NORTH, ann.id(), Edit.of(USERS).set(Office.NAME, "eve"));
            users.create(NORTH, User.named("bob"));
            written.countDown();
            await(looked);
        }));
        written.await();
        assertThat(users.search(NORTH, Search.all()).items()).containsExactly(ann);
        assertThat(users.get(NORTH, ann.id()).name()).isEqualTo("ann");
        looked.countDown();
        writer.get();
        assertThat(users.search(NORTH, Search.all()).items())
                .extracting(User::name)
                .containsExactly("eve", "bob");
    }

    /** Two users whose floors always add up to 100 are moved about: no reader may see another sum. */
    @Test
    void readersNeverSeeHalfAUnit() throws Exception {
        User one = users.create(NORTH, User.named("one").on(50));
        User two = users.create(NORTH, User.named("two").on(50));
        AtomicBoolean done = new AtomicBoolean();
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < THREADS - 4; i++) {
            readers.add(pool.submit(() -> {
                int looks = 0;
                while (!done.get() || looks == 0) {
                    Page<User> page = users.search(NORTH, Search.all());
                    assertThat(page.items().stream().mapToInt(User::floor).sum())
                            .isEqualTo(100);
                    looks++;
                    Thread.sleep(1);
                }
                return looks;
            }));
        }
        List<Future<?>> writers = new ArrayList<>();
        for (int w = 1; w <= 4; w++) {
            int step = w;
            writers.add(pool.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    office.unitOfWork.run(NORTH, () -> {
                        int floor = users.get(NORTH, one.id()).floor() % 90 + step;
                        users.edit(NORTH, one.id(), Edit.of(USERS).set(Office.FLOOR, floor));
                        users.edit(NORTH, two.id(), Edit.of(USERS).set(Office.FLOOR, 100 - floor));
                    });
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        done.set(true);
        for (Future<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
    }

    @Test
    void sixteenThreadsLoseNoUpdate() throws Exception {
        User ann = users.create(NORTH, User.named("ann").on(1));
        race(() -> {
            for (int i = 0; i < 25; i++) {
                office.unitOfWork.run(NORTH, () -> {
                    int floor = users.get(NORTH, ann.id()).floor();
                    users.edit(NORTH, ann.id(), Edit.of(USERS).set(Office.FLOOR, floor + 1));
                });
            }
            return true;
        });
        assertThat(users.get(NORTH, ann.id()).floor()).isEqualTo(1 + THREADS * 25);
        assertThat(users.get(NORTH, ann.id()).version()).isEqualTo(1 + THREADS * 25);
    }

    @Test
    void ofSixteenCreationsOfOneNameOneWins() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "n" + round;
            List<String> outcomes = race(() -> {
                DovetailException failure =
                        catchThrowableOfType(DovetailException.class, () -> users.create(NORTH, User.named(name)));
                return failure == null ? "created" : failure.kind().name();
            });
            assertThat(outcomes.stream().collect(Collectors.groupingBy(kind -> kind, Collectors.counting())))
                    .containsEntry("created", 1L)
                    .containsEntry("ALREADY_EXISTS", THREADS - 1L);
        }
    }

    @Test
    void keysAreGivenOutOnce() throws Exception {
        List<List<Integer>> keys = race(() -> {
            List<Integer> mine = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String tenant = UUID.randomUUID().toString();
                mine.add(users.create(ALL, User.named("x").of(tenant)).id());
            }
            return mine;
        });
        assertThat(keys.stream().flatMap(List::stream)).hasSize(THREADS * 20).doesNotHaveDuplicates();
    }

    /** Each DAO of a resource counted keys by itself, so that the second one began with a key that was taken. */
    @Test
    void twoDaosOfOneResourceShareTheirKeys() {
        User ann = users.create(NORTH, User.named("ann"));
        Dao<User, Integer> other = office.store.dao(USERS);
        User bob = office.unitOfWork.call(NORTH, unit -> other.create(User.named("bob")));
        assertThat(bob.id()).isEqualTo(ann.id() + 1);
        assertThat(other.find(ann.id())).contains(ann);
    }

    @Test
    void aWriterWaitsNoLongerThanAllowed() throws Exception {
        MemoryStore store = MemoryStore.create(Clock.systemUTC(), Duration.ofMillis(50));
        UnitOfWork units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> first = pool.submit(() -> units.run(ALL, () -> {
            begun.countDown();
            await(end);
        }));
        begun.await();
        assertThatThrownBy(() -> units.run(ALL, () -> {}))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.TIMED_OUT));
        end.countDown();
        first.get();
        units.run(ALL, () -> {});
    }

    @Test
    void aSecondTransactionOnOneThreadIsAMistake() {
        UnitOfWork another =
                new UnitOfWork(office.store, office.store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        assertThatThrownBy(() -> office.unitOfWork.run(ALL, () -> another.run(ALL, () -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a transaction is open on this thread");
    }

    @Test
    void aDaoOfAnotherStoreIsNotWrittenInTheUnit() {
        Dao<Line, String> lines = MemoryStore.create().dao(LINES);
        assertThatThrownBy(() -> office.unitOfWork.run(ALL, () -> lines.create(new Line("a", "north", "l"))))
                .isInstanceOf(IllegalStateException.class);
    }
}
