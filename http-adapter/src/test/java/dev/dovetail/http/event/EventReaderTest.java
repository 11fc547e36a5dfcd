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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
        final List<String> sent = new CopyOnWriteArrayList<>();
        final CountDownLatch aborted = new CountDownLatch(1);
        volatile Runnable taken = () -> {};

        @Override
        public void send(byte[] bytes, Runnable whenTaken) {
            taken = whenTaken;
            sent.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void end() {}

        @Override
        public void abort() {
            aborted.countDown();
        }

        void await(int many) throws InterruptedException {
            while (sent.size() < many) {
                Thread.sleep(2);
            }
        }

        void take() {
            taken.run();
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
        Reader reader = new Reader();
        start(readers(Duration.ofMinutes(1), Duration.ofMinutes(1)), reader);
        reader.await(1);
        stream.publish(IntStream.range(0, MANY).mapToObj(EventReaderTest::event).toList());
        Thread.sleep(100);
        assertThat(reader.sent).as("the head has not been taken").hasSize(1);
        for (int page = 2; page <= 6; page++) {
            reader.take();
            reader.await(page);
            Thread.sleep(20);
            assertThat(reader.sent).hasSize(page);
        }
        assertThat(reader.sent.stream().map(EventReaderTest::events)).containsExactly(0L, 100L, 100L, 100L, 100L, 50L);
    }

    @Test
    void dropsAReaderThatTakesNothing() throws Exception {
        EventReaders readers = readers(Duration.ofMillis(20), Duration.ofMillis(100));
        Reader slow = new Reader();
        Reader good = new Reader();
        start(readers, slow);
        start(readers, good);
        assertThat(readers.full()).isTrue();
        for (int i = 1; i <= 15; i++) {
            good.await(i);
            good.take();
        }
        assertThat(slow.aborted.await(10, TimeUnit.SECONDS)).isTrue();
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
        reader.await(1);
        reader.take();
        reader.await(2);
        assertThat(reader.sent.get(1)).contains("-5000\nevent: said\n");
        assertThat(events(reader.sent.get(1))).isEqualTo(1);
    }
}
