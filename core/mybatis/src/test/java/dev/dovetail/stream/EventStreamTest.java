package dev.dovetail.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.dao.mybatis.Dialect;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@ParameterizedClass(name = "{0}")
@EnumSource(EventStreamTest.Kind.class)
class EventStreamTest {
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final JacksonCodec CODEC = JacksonCodec.create();

    /** Opens a store. */
    enum Kind {
        MEMORY(MemoryStore::create),
        H2(() -> sql(Dialect.H2)),
        POSTGRESQL(() -> sql(Dialect.POSTGRESQL));

        private final Supplier<Store> opens;

        Kind(Supplier<Store> opens) {
            this.opens = opens;
        }

        private static Store sql(Dialect dialect) {
            return MyBatisStore.builder(TestDatabases.of(dialect).dataSource())
                    .ownsDataSource()
                    .build()
                    .createOutbox()
                    .createEventStream()
                    .createEventStream();
        }
    }

    @Parameter
    Kind kind;

    private Store store;
    private EventStream stream;

    @BeforeEach
    void open() {
        store = kind.opens.get();
        stream = EventStream.in(store, CODEC);
        store.verify();
    }

    @AfterEach
    void close() {
        stream.close();
        store.close();
    }

    private static OutboxEntry event(int number) {
        return event(number, "said", Map.of("word", number), null);
    }

    private static OutboxEntry event(int number, String name, @Nullable Object data, @Nullable String traceId) {
        return new OutboxEntry(
                new UUID(1, number),
                new UUID(2, number),
                OutboxEntry.Kind.EVENT,
                name,
                "Line/" + number,
                Map.of(),
                data,
                NOW,
                null,
                traceId,
                0);
    }

    private static void publish(EventStream to, int... numbers) {
        to.publish(Arrays.stream(numbers).mapToObj(EventStreamTest::event).toList());
    }

    private static List<Long> numbers(List<StreamedEvent> events) {
        return events.stream().map(StreamedEvent::number).toList();
    }

    @Test
    void numbersEventsAndKeepsAllThatIsToldOfThem() {
        assertThat(stream.end().number()).isZero();
        OutboxEntry traced =
                event(9, "done", null, "0af7651916cd43dd8448eb211c80319c").ownedBy("home");
        stream.publish(List.of(event(7), traced));
        assertThat(stream.after(0, 10))
                .containsExactly(
                        new StreamedEvent(new UUID(1, 7), 1, "said", "Line/7", null, "{\"word\":7}", NOW, null),
                        new StreamedEvent(
                                new UUID(1, 9),
                                2,
                                "done",
                                "Line/9",
                                "home",
                                null,
                                NOW,
                                traced.traceparent().orElseThrow()));
        assertThat(numbers(stream.after(1, 10))).containsExactly(2L);
        assertThat(numbers(stream.after(0, 1))).containsExactly(1L);
        assertThat(stream.after(2, 10)).isEmpty();
        assertThat(stream.end().number()).isEqualTo(2);
    }

    @Test
    void keepsAnEventOnceHoweverOftenItIsHandedOver() {
        publish(stream, 1, 2);
        publish(stream, 2, 3, 3);
        publish(stream, 1);
        assertThat(stream.after(0, 10))
                .extracting(StreamedEvent::subject)
                .containsExactly("Line/1", "Line/2", "Line/3");
        assertThat(stream.end().number()).isEqualTo(3);
    }

    @Test
    void goesOnInTheSameSequenceAfterARestart() {
        publish(stream, 1);
        EventStream next = EventStream.in(store, CODEC);
        publish(next, 2);
        assertThat(next.end())
                .isEqualTo(stream.end())
                .isEqualTo(new Position(next.end().epoch(), 2));
        assertThat(numbers(next.after(1, 10))).containsExactly(2L);
    }

    @Test
    void beginsAnotherSequenceInAnotherStore() {
        try (Store other = Kind.MEMORY.opens.get()) {
            assertThat(EventStream.in(other, CODEC).end().epoch())
                    .isNotEqualTo(stream.end().epoch());
        }
    }

    @Test
    void forgetsTheOldestBeyondWhatIsKept() {
        EventStream brief = EventStream.builder(store, CODEC).kept(10).build();
        for (int from = 0; from < 600; from += 100) {
            publish(
                    brief,
                    LongStream.range(from, from + 100)
                            .mapToInt(Math::toIntExact)
                            .toArray());
        }
        List<Long> left = numbers(brief.after(0, 1000));
        assertThat(left).hasSizeBetween(10, 10 + 128 + 100).endsWith(599L, 600L);
    }

    @Test
    void tellsListenersOfWhatIsAddedHereAndByOthers() throws Exception {
        publish(stream, 1);
        EventStream other =
                EventStream.builder(store, CODEC).poll(Duration.ofMillis(20)).build();
        Semaphore told = new Semaphore(0);
        List<Outbox.Listening> listening = List.of(stream.listen(told::release), other.listen(told::release));
        told.acquire(2); // both follow now
        publish(stream, 2);
        told.acquire(2);
        assertThat(numbers(stream.after(1, 10))).containsExactly(2L);
        assertThat(numbers(other.after(1, 10))).containsExactly(2L);
        assertThat(numbers(other.after(0, 10))).as("from before it listened").containsExactly(1L, 2L);
        listening.forEach(Outbox.Listening::close);
        told.drainPermits();
        Semaphore later = new Semaphore(0);
        Outbox.Listening last = stream.listen(later::release);
        publish(stream, 3);
        later.acquire();
        assertThat(told.availablePermits()).as("who listens no longer").isZero();
        last.close();
        assertThat(numbers(other.after(0, 10))).containsExactly(1L, 2L, 3L);
        other.close();
    }

    /** Numbers come in the order of commits: a reader who goes on after the last that it has seen misses nothing. */
    @Test
    void leavesNoGapsForReadersWhateverIsAddedAtOnce() throws Exception {
        EventStream other = EventStream.in(store, CODEC);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < 2; w++) {
                int base = w * 1000;
                EventStream to = w == 0 ? stream : other;
                writers.add(threads.submit(() -> {
                    start.await();
                    for (int i = 0; i < 100; i++) {
                        publish(to, base + 3 * i, base + 3 * i + 1, base + 3 * i + 2);
                    }
                    return null;
                }));
            }
            Future<List<Long>> reader = threads.submit(() -> {
                EventStream reads = EventStream.in(store, CODEC);
                List<Long> seen = new ArrayList<>();
                while (seen.size() < 600) {
                    seen.addAll(numbers(reads.after(seen.isEmpty() ? 0 : seen.get(seen.size() - 1), 7)));
                }
                return seen;
            });
            start.countDown();
            for (Future<?> writer : writers) {
                writer.get(50, TimeUnit.SECONDS);
            }
            assertThat(reader.get(50, TimeUnit.SECONDS))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 600).boxed().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> EventStream.builder(store, CODEC).kept(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kept: 0 (expected: > 0)");
        assertThatThrownBy(() -> EventStream.builder(store, CODEC).poll(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1 ms");
    }
}
