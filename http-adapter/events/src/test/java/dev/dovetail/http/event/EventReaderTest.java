package dev.dovetail.http.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.exchange.StreamedBody;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.stream.EventStream;
import dev.dovetail.stream.StreamedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventReaderTest {
    private static final int MANY = 450;

    private final MemoryStore store = MemoryStore.create();
    private final EventStream stream = EventStream.in(store, JacksonCodec.create());

    /** Takes what it is sent when it is told to. */
    private static final class Reader implements StreamedBody.Sink {
        final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
        final AtomicInteger unasked = new AtomicInteger();
        final CountDownLatch aborted = new CountDownLatch(1);
        private final AtomicReference<@Nullable Runnable> taken = new AtomicReference<>();

        @Override
        public void send(byte[] bytes, Runnable whenTaken) {
            if (taken.getAndSet(whenTaken) != null) {
                unasked.incrementAndGet();
            }
            sent.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void end() {}

        @Override
        public void abort() {
            aborted.countDown();
        }

        String next() throws InterruptedException {
            return Objects.requireNonNull(sent.poll(10, TimeUnit.SECONDS), "nothing was sent");
        }

        void take() {
            Objects.requireNonNull(taken.getAndSet(null), "nothing to take").run();
        }
    }

    private static final Admission ALL = new Admission() {
        @Override
        public void renew() {}

        @Override
        public boolean admits(StreamedEvent event) {
            return true;
        }
    };

    private static OutboxEntry event(int number) {
        return new OutboxEntry(
                new UUID(1, number),
                new UUID(2, number),
                OutboxEntry.Kind.EVENT,
                "said",
                "Line/" + number,
                Map.of(),
                number,
                Instant.EPOCH,
                null,
                null,
                0);
    }

    private EventReaders readers(Duration heartbeat, Duration slow) {
        return new EventReaders(stream, 2, heartbeat, slow, "test");
    }

    private static void start(EventReaders readers, Reader reader) {
        StreamedBody body = readers.answer(null, ALL).stream();
        assertThat(body).isNotNull();
        body.start(reader);
    }

    private static long events(String sent) {
        return sent.lines().filter(line -> line.startsWith("event: said")).count();
    }

    @AfterEach
    void close() {
        stream.close();
        store.close();
    }

    @Test
    void readsTheNextPageWhenTheLastIsTaken() throws Exception {
        EventReaders readers = readers(Duration.ofMinutes(1), Duration.ofMinutes(1));
        Reader still = new Reader();
        Reader reader = new Reader();
        start(readers, still);
        start(readers, reader);
        assertThat(events(still.next())).isZero();
        assertThat(events(reader.next())).isZero();
        stream.publish(IntStream.range(0, MANY).mapToObj(EventReaderTest::event).toList());
        for (long many : List.of(100L, 100L, 100L, 100L, 50L)) {
            reader.take();
            assertThat(events(reader.next())).isEqualTo(many);
        }
        assertThat(reader.unasked).hasValue(0);
        assertThat(still.sent).as("its head has not been taken").isEmpty();
    }

    @Test
    void dropsAReaderThatTakesNothing() throws Exception {
        EventReaders readers = readers(Duration.ofMillis(20), Duration.ofMillis(100));
        Reader slow = new Reader();
        Reader good = new Reader();
        start(readers, slow);
        start(readers, good);
        assertThat(readers.full()).isTrue();
        while (slow.aborted.getCount() > 0) {
            good.next();
            good.take();
        }
        assertThat(slow.sent).hasSize(1);
        assertThat(good.aborted.getCount()).isEqualTo(1);
        assertThat(readers.full()).isFalse();
    }

    @Test
    void letsNoMoreInThanThereIsRoomFor() throws Exception {
        EventReaders readers = readers(Duration.ofMinutes(1), Duration.ofMinutes(1));
        Reader third = new Reader();
        start(readers, new Reader());
        start(readers, new Reader());
        start(readers, third);
        assertThat(third.aborted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(third.sent).isEmpty();
    }

    @Test
    void passesOverManyEventsThatAReaderMayNotSee() throws Exception {
        Admission last = new Admission() {
            @Override
            public void renew() {}

            @Override
            public boolean admits(StreamedEvent event) {
                return event.number() == 5_000;
            }
        };
        String begin = stream.end().toString();
        stream.publish(
                IntStream.range(0, 5_000).mapToObj(EventReaderTest::event).toList());
        Reader reader = new Reader();
        StreamedBody body = readers(Duration.ofMinutes(1), Duration.ofMinutes(1)).answer(begin, last).stream();
        assertThat(body).isNotNull();
        body.start(reader);
        reader.next();
        reader.take();
        String told = reader.next();
        assertThat(told).contains("-5000\nevent: said\n");
        assertThat(events(told)).isEqualTo(1);
    }
}
