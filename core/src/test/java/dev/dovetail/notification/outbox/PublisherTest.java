package dev.dovetail.notification.outbox;

import static dev.dovetail.sample.Office.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.EventPublisher.Outcome;
import dev.dovetail.transaction.UnitOfWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PublisherTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);

    private final TestClock clock = new TestClock();
    private final MemoryStore store = MemoryStore.create(clock, Duration.ofSeconds(5));
    private final Target bus = new Target();
    private final Target hook = new Target();
    private @Nullable Relay relay;

    /** Takes events, or not, as it is told. */
    private static final class Target implements EventPublisher {
        final List<String> taken = new CopyOnWriteArrayList<>();
        final List<Integer> waves = new CopyOnWriteArrayList<>();
        final Set<String> refused = new HashSet<>();
        volatile boolean away;
        volatile boolean closed;
        boolean allOrNone;
        int most = Integer.MAX_VALUE;

        @Override
        public int most() {
            return most;
        }

        @Override
        public List<Outcome> publish(List<OutboxEntry> events) throws IOException {
            waves.add(events.size());
            if (away) {
                throw new IOException("no route");
            }
            if (!allOrNone) {
                assertThat(events).extracting(OutboxEntry::subject).doesNotHaveDuplicates();
            }
            return events.stream().map(this::take).toList();
        }

        private Outcome take(OutboxEntry event) {
            String data = String.valueOf(event.data());
            if (data.equals("gone")) {
                return Outcome.away("gone meanwhile");
            } else if (refused.contains(data)) {
                return Outcome.refused("bad " + data);
            }
            taken.add(event.subject() + " " + data);
            return Outcome.DONE;
        }

        @Override
        public boolean allOrNone() {
            return allOrNone;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Relay.Builder builder() {
        return Relay.builder(store.outbox())
                .clock(clock)
                .options(RelayOptions.standard()
                        .attempts(3)
                        .backoff(new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), 0)));
    }

    private Relay start(Relay.Builder builder) {
        relay = builder.build();
        return relay;
    }

    private void say(String subject, String... words) {
        new UnitOfWork(store, relay.recording(), relay::wake, clock, UUID::randomUUID).<Boolean>call(ALL, unit -> {
            for (String word : words) {
                unit.about(subject, out -> out.announce(SAID.of(word)));
            }
            return true;
        });
    }

    @AfterEach
    void close() {
        if (relay != null) {
            relay.close();
        }
    }

    @Test
    void publishesToEachTargetByItself() {
        Relay both = start(builder().publisher("bus", bus).publisher("hook", hook));
        hook.away = true;
        say("Line/a", "one");
        say("Line/a", "two");

        assertThat(bus.taken).containsExactly("Line/a one", "Line/a two");
        assertThat(both.away()).containsExactly(java.util.Map.entry("hook", "java.io.IOException: no route"));
        assertThat(store.outbox().backlog().entries()).isEqualTo(2);
        assertThat(hook.waves).as("it is left alone meanwhile").hasSize(1);
        hook.away = false;
        clock.pass(1);
        both.drain();
        assertThat(hook.taken).containsExactly("Line/a one", "Line/a two");
        assertThat(both.away()).isEmpty();
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void handsOverEverythingInItsOrderToWhoTakesAllOrNone() {
        Relay one = start(builder().publisher("bus", bus));
        bus.allOrNone = true;
        bus.away = true;
        say("Line/a", "one", "two");
        say("Line/b", "three");
        say("Line/a", "four");
        bus.away = false;
        clock.pass(1);
        one.drain();
        assertThat(bus.taken).containsExactly("Line/a one", "Line/a two", "Line/b three", "Line/a four");
        assertThat(bus.waves).as("in vain, then all at once").containsExactly(2, 4);
    }

    @Test
    void aTargetThatIsAwayCostsNoTries() {
        Relay over = start(builder().publisher("bus", bus));
        bus.away = true;
        say("Line/a", "one");
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int tried = bus.waves.size();
            long waited = 0;
            while (bus.waves.size() == tried) {
                clock.pass(1);
                waited++;
                over.drain();
            }
            pauses.add(waited);
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(store.outbox().failed(1)).isEmpty();
        bus.away = false;
        clock.pass(60);
        over.drain();
        assertThat(bus.taken).containsExactly("Line/a one");
    }

    @Test
    void laterEventsOfASubjectWaitForOneThatIsRefusedAndOthersDoNot() {
        Relay over = start(builder().publisher("bus", bus));
        bus.refused.add("bad");
        say("Line/a", "one", "bad", "two");
        say("Line/b", "one");
        say("Line/a", "three");

        assertThat(bus.taken).containsExactly("Line/a one", "Line/b one");
        bus.refused.clear();
        clock.pass(1);
        over.drain();
        assertThat(bus.taken).containsExactly("Line/a one", "Line/b one", "Line/a bad", "Line/a two", "Line/a three");
    }

    @Test
    void setsAsideWhatIsRefusedTooOften() {
        Relay over = start(builder().publisher("bus", bus));
        bus.refused.add("bad");
        say("Line/a", "bad", "two");
        for (int i = 0; i < 2; i++) {
            assertThat(store.outbox().backlog().parked()).isZero();
            clock.pass(10);
            over.drain();
        }
        assertThat(bus.taken).containsExactly("Line/a two");
        assertThat(store.outbox().backlog().parked()).isEqualTo(1);
        var parked = store.outbox().failed(10).get(0);
        assertThat(parked.error()).isEqualTo("bad bad");
        bus.refused.clear();
        assertThat(store.outbox().retry(parked.entry().id())).isTrue();
        over.drain();
        assertThat(bus.taken).containsExactly("Line/a two", "Line/a bad");
    }

    @Test
    void aTargetThatGoesAwayMeanwhileLeavesTheRestForLater() {
        Relay over = start(builder().publisher("bus", bus));
        say("Line/a", "gone");
        say("Line/b", "x");
        assertThat(bus.taken).isEmpty();
        assertThat(over.away()).containsValue("gone meanwhile");
        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(2, 0, clock.instant(), null));
    }

    @Test
    void handsOverNoMoreAtOnceThanThePublisherTakes() {
        start(builder().publisher("bus", bus));
        bus.away = true;
        say("Line/x", "first");
        bus.away = false;
        bus.most = 2;
        for (String subject : List.of("a", "b", "c", "d", "e")) {
            say("Line/" + subject, "one");
        }
        bus.waves.clear();
        clock.pass(1);
        relay.drain();
        assertThat(bus.waves).containsExactly(2, 2, 2);
        assertThat(bus.taken).hasSize(6);
    }

    @Test
    void recordsNothingForNobody() {
        start(builder());
        say("Line/a", "one");
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void refusesNamesThatAreTaken() {
        assertThatThrownBy(() -> builder().publisher("bus", bus).publisher("bus", hook))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'bus'");
        assertThatThrownBy(() -> builder().publisher(OutboxEntry.LISTENERS, bus))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void closesItsPublishers() {
        start(builder().publisher("bus", bus)).close();
        assertThat(bus.closed).isTrue();
    }

    @Test
    void anAsynchronousListenerHoldsUpNoCommit() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(500);
        List<String> heard = new CopyOnWriteArrayList<>();
        start(builder().clock(Clock.systemUTC()).asyncListener("slow", event -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            heard.add(String.valueOf(event.data()));
            told.countDown();
        }));
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 500; i++) { // more than a batch: the rest waits in the outbox
            said.add("w" + i);
            say("Line/a", "w" + i);
        }
        assertThat(heard).isEmpty();
        assertThat(store.outbox().backlog().entries()).isEqualTo(500);
        go.countDown();
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).isEqualTo(said);
    }

    @Test
    void anAsynchronousListenerThatThrowsIsToldAgain() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        start(builder()
                .options(RelayOptions.standard()
                        .poll(Duration.ofMillis(20))
                        .backoff(new Backoff(Duration.ofMillis(10), Duration.ofMillis(20), 0.5)))
                .asyncListener("mail", event -> {
                    told.countDown();
                    if (told.getCount() > 0) {
                        throw new IllegalStateException("no mail server");
                    }
                }));
        say("Line/a", "one");
        while (!told.await(10, TimeUnit.MILLISECONDS)) {
            clock.pass(1);
        }
    }

    @Test
    void pausesGrowUpToALimitAndVary() {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10), 0.5);
        for (int i = 0; i < 1_000; i++) {
            assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
            assertThat(backoff.after(3)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
            assertThat(backoff.after(1_000)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        }
        Set<Duration> different = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            different.add(backoff.after(4));
        }
        assertThat(different).hasSizeGreaterThan(10);
    }
}
