package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.idempotency.IdempotencyStore;
import dev.dovetail.idempotency.KeptCall;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
class KeptCallsTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    @Parameter
    Dialect dialect;

    private MyBatisStore store;
    private UnitOfWork units;
    private IdempotencyStore calls;

    @BeforeEach
    void open() {
        store = MyBatisStore.builder(TestDatabases.of(dialect).dataSource())
                .ownsDataSource()
                .build()
                .createOutbox()
                .createKeptCalls()
                .createKeptCalls();
        units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        calls = IdempotencyStore.in(store);
        store.verify();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <R> R unit(Supplier<R> work) {
        return units.call(CallContext.of(Scope.all()), unit -> work.get());
    }

    private static KeptCall call(String id, Instant expiresAt) {
        return new KeptCall(id, "f", expiresAt, null);
    }

    private KeptCall keep(String id, String answer, Instant now) {
        return unit(() -> {
            KeptCall kept = calls.keep(call(id, now.plus(Duration.ofDays(1))), now);
            if (kept.answer() == null) {
                calls.answered(kept.answered(answer));
            }
            return kept;
        });
    }

    @Test
    void keepsACallAndItsAnswer() {
        assertThat(keep("a", "first", NOW).answer()).isNull();
        assertThat(keep("a", "second", NOW)).isEqualTo(call("a", TOMORROW).answered("first"));
        assertThat(keep("b", "other", NOW).answer()).isNull();
    }

    @Test
    void keepsNothingOfAUnitThatFails() {
        assertThatThrownBy(() -> unit(() -> {
                    calls.keep(call("a", TOMORROW), NOW);
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(keep("a", "again", NOW).answer()).isNull();
    }

    @Test
    void takesACallThatHasExpiredForNone() {
        keep("a", "first", NOW);
        assertThat(keep("a", "second", TOMORROW.minusMillis(1)).answer()).isEqualTo("first");
        assertThat(keep("a", "second", TOMORROW).answer()).isNull();
        assertThat(keep("a", "third", TOMORROW).answer()).isEqualTo("second");
    }

    @Test
    void prunesWhatHasExpired() {
        keep("a", "1", NOW);
        keep("b", "2", NOW);
        keep("c", "3", TOMORROW);
        assertThat(unit(() -> calls.prune(TOMORROW, 1))).isEqualTo(1);
        assertThat(unit(() -> calls.prune(TOMORROW, 10))).isEqualTo(1);
        assertThat(unit(() -> calls.prune(TOMORROW, 10))).isZero();
        assertThat(keep("c", "4", TOMORROW).answer()).isEqualTo("3");
    }

    @Test
    void needsTheCallThatIsAnswered() {
        assertThatThrownBy(() -> unit(() -> {
                    calls.answered(call("a", TOMORROW).answered("x"));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesOnceWhatManyUnitsDoAtOnce() throws Exception {
        AtomicInteger done = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<KeptCall>> all = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                all.add(threads.submit(() -> {
                    start.await();
                    return unit(() -> {
                        KeptCall kept = calls.keep(call("a", TOMORROW), NOW);
                        if (kept.answer() == null) {
                            calls.answered(kept.answered("answer " + done.incrementAndGet()));
                        }
                        return kept;
                    });
                }));
            }
            start.countDown();
            int fresh = 0;
            for (Future<KeptCall> each : all) {
                String answer = each.get(30, TimeUnit.SECONDS).answer();
                fresh += answer == null ? 1 : 0;
                assertThat(answer).isIn(null, "answer 1");
            }
            assertThat(fresh).isEqualTo(1);
            assertThat(done).hasValue(1);
        } finally {
            threads.shutdown();
        }
    }
}
