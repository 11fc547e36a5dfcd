package dev.dovetail.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.dao.mybatis.MyBatisStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The operations, each on what {@link Filled#place} and {@link Filled#side} say. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CoreBenchmark {
    static final int MANY = 10_000;

    /** Whose code is measured. */
    public enum Side {
        HAND,
        /** The notifier calls the listener. */
        DOVETAIL,
        /** Events are written to the outbox and stay there. */
        RECORDED,
        /**
         * Events are written to the outbox and delivered by the relay: in memory at once, elsewhere in the background.
         */
        EVENTS
    }

    /** Is what is there at first. */
    @State(Scope.Benchmark)
    public static class Filled {
        @Param
        Place place;

        @Param
        Side side;

        Operations operations;
        HikariDataSource dataSource;
        private int turn;
        private Object heard;
        private final Consumer<Object> listener = event -> heard = event;

        @Setup(Level.Trial)
        public void open() {
            if (place == Place.MEMORY) {
                operations = inMemory();
                for (int n = 1; n <= Rows.VOICEMAILS; n++) {
                    operations.create(Rows.draft(n));
                }
                return;
            }
            dataSource = place.open(System.getenv(Place.URL));
            place.createTables(dataSource);
            place.fill(dataSource);
            operations = onTables();
        }

        Operations inMemory() {
            if (side == Side.HAND) {
                return new ByHandInMemory(listener);
            }
            ByDovetail dovetail = side == Side.EVENTS
                    ? ByDovetail.announcing(ByDovetail.inMemory(), listener)
                    : ByDovetail.calling(ByDovetail.inMemory(), listener);
            dovetail.createSides();
            return dovetail;
        }

        private Operations onTables() {
            if (side == Side.HAND) {
                return new ByHand(dataSource, listener);
            }
            MyBatisStore store = ByDovetail.on(dataSource).createOutbox();
            return switch (side) {
                case RECORDED -> ByDovetail.recording(store, listener);
                case EVENTS -> ByDovetail.announcing(store, listener);
                default -> ByDovetail.calling(store, listener);
            };
        }

        @TearDown(Level.Trial)
        public void close() {
            operations.close();
        }

        /** Returns a number below a limit, all in turn, none near the one before. */
        int next(int limit) {
            turn = (turn + 7919) % limit;
            return turn;
        }
    }

    /** Is empty before each iteration. */
    public static class Growing extends Filled {
        private int number;

        @Setup(Level.Iteration)
        public void empty() {
            if (place == Place.MEMORY) {
                operations.close();
                operations = inMemory();
            } else {
                Place.run(dataSource, "truncate table voicemail");
                if (side != Side.HAND) {
                    Place.run(dataSource, "truncate table dovetail_outbox");
                }
            }
        }

        Voicemail draft() {
            return Rows.draft(++number);
        }
    }

    @Benchmark
    public Object get(Filled filled) {
        return filled.operations.get(1 + filled.next(Rows.VOICEMAILS));
    }

    @Benchmark
    public Object search(Filled filled) {
        return filled.operations.search(Rows.context(filled.next(Rows.CONTEXTS)));
    }

    @Benchmark
    public Object edit(Filled filled) {
        int n = filled.next(Rows.VOICEMAILS);
        return filled.operations.edit(1 + n, "edited " + System.nanoTime());
    }

    /** Both, since what is linked cannot be linked again. */
    @Benchmark
    public boolean associate(Filled filled) {
        int n = 1 + filled.next(Rows.USERS);
        return filled.operations.associate(n, n) & filled.operations.dissociate(n, n);
    }

    @Benchmark
    public Object create(Growing growing) {
        return growing.operations.create(growing.draft());
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public Object createAll(Growing growing) {
        List<Voicemail> rows = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            rows.add(growing.draft());
        }
        return growing.operations.createAll(rows);
    }
}
