package dev.dovetail.notification.outbox;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.dovetail.CRUDService;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.sample.Line;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class RelayTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);
    private static final EventType<Integer> COUNTED = new EventType<>("counted", Integer.class);
    private static final Command RELOAD = Command.of("pbx", "reload");

    private final TestClock clock = new TestClock();
    private final MemoryStore store = MemoryStore.create(clock, Duration.ofSeconds(5));
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicReference<Relay> relay = new AtomicReference<>();
    private final UnitOfWork units =
            new UnitOfWork(store, store.outbox(), () -> relay.get().wake(), clock, UUID::randomUUID);

    private Relay relay(List<EventListener> listeners, Map<String, CommandSender> senders) {
        return keep(Relay.builder(store.outbox())
                .listeners(listeners)
                .senders(senders)
                .clock(clock)
                .options(RelayOptions.standard().backoff(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), 0)))
                .build());
    }

    private Relay keep(Relay made) {
        relay.set(made);
        return made;
    }

    private EventListener hears() {
        return event -> log.add(event.name() + " " + event.data());
    }

    private void say(String... words) {
        announce(List.of(words), List.of());
    }

    private void announce(List<String> words, List<Command> commands) {
        units.<Boolean>call(ALL, unit -> {
            unit.about("Line/a", announcements -> {
                words.forEach(word -> announcements.announce(SAID.of(word)));
                commands.forEach(announcements::command);
            });
            return true;
        });
    }

    @AfterEach
    void close() {
        if (relay.get() != null) {
            relay.get().close();
        }
    }

    @Test
    void sendsTheCommandsOfAUnitBeforeItsEvents() {
        relay(List.of(hears()), Map.of("pbx", commands -> log.add("pbx " + commands)));
        announce(List.of("one", "two"), List.of(RELOAD, RELOAD.with("a", "1"), RELOAD));
        assertThat(log).containsExactly("pbx " + List.of(RELOAD, RELOAD.with("a", "1")), "said one", "said two");
        assertThat(store.outbox().backlog()).isEqualTo(new Outbox.Backlog(0, 0, null, null));
    }

    @Test
    void sendsToEachTargetItsOwnInOneCall() {
        relay(
                List.of(),
                Map.of(
                        "pbx", commands -> log.add("pbx " + commands.size()),
                        "dhcp", commands -> log.add("dhcp " + commands.size())));
        announce(List.of(), List.of(RELOAD, Command.of("dhcp", "reload"), Command.of("pbx", "restart")));
        assertThat(log).containsExactlyInAnyOrder("pbx 2", "dhcp 1");
    }

    @Test
    void keepsAFailedCommandAndTriesAgainLaterAndLater() {
        AtomicBoolean away = new AtomicBoolean(true);
        relay(List.of(hears()), Map.of("pbx", commands -> {
            log.add("tried");
            if (away.get()) {
                throw new java.io.IOException("away");
            }
        }));
        announce(List.of("one"), List.of(RELOAD));
        assertThat(log).containsExactly("tried", "said one");
        assertThat(store.outbox().backlog().failing()).isEqualTo(1);
        assertThat(store.outbox().backlog().lastError()).isEqualTo("java.io.IOException: away");
        assertThat(store.outbox().backlog().oldest()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        log.clear();
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            long waited = 0;
            while (log.size() == pauses.size()) {
                clock.pass(1);
                waited++;
                relay.get().drain();
            }
            pauses.add(waited);
        }
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        away.set(false);
        clock.pass(300);
        relay.get().drain();
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void leavesATargetAloneThatHasJustFailedAndHoldsBackNoEvents() {
        AtomicInteger calls = new AtomicInteger();
        relay(List.of(hears()), Map.of("pbx", commands -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("once");
            }
            log.add("sent");
        }));
        announce(List.of("one"), List.of(RELOAD));
        announce(List.of("two"), List.of(RELOAD));
        assertThat(log).containsExactly("said one", "said two");
        assertThat(calls).hasValue(1);
        clock.pass(1);
        relay.get().drain();
        assertThat(log).containsExactly("said one", "said two", "sent", "sent");
    }

    @Test
    void keepsCommandsForWhomNoSenderIsRegistered() {
        relay(List.of(hears()), Map.of());
        announce(List.of("one"), List.of(RELOAD));
        assertThat(log).containsExactly("said one");
        assertThat(store.outbox().backlog().lastError()).contains("no sender is registered for the target 'pbx'");
        relay(List.of(), Map.of("pbx", CommandSender.none()));
        clock.pass(1);
        relay.get().drain();
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void aListenerThatThrowsDoesNotKeepTheOthersFromRunning() {
        relay(
                List.of(
                        event -> {
                            throw new IllegalStateException("listener");
                        },
                        hears()),
                Map.of());
        say("one", "two");
        assertThat(log).containsExactly("said one", "said two");
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    /** An Error of one listener came out of the committed call, and every event of the batch was handed out again. */
    @Test
    void anErrorOfAListenerIsLoggedLikeAnyOtherFailure() {
        relay(
                List.of(
                        event -> {
                            throw new NoClassDefFoundError("listener");
                        },
                        hears()),
                Map.of());
        say("one", "two");
        assertThat(log).containsExactly("said one", "said two");
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void aListenerMayCallAService() {
        CRUDService<Line, String> lines = CRUDService.builder(store.dao(LINES), units)
                .notifier(
                        Notifier.<Line>of().created(line -> SAID.of(line.id())).build())
                .build();
        relay(
                List.of(
                        event -> {
                            if ("a".equals(event.data())) {
                                lines.create(ALL, new Line("b", "north", "from a listener"));
                            }
                        },
                        hears()),
                Map.of());
        lines.create(ALL, new Line("a", "north", "l"));
        assertThat(lines.find(ALL, "b")).isPresent();
        assertThat(log).containsExactly("said a", "said b");
    }

    @Test
    void deliversMoreThanOneBatchInOrder() {
        relay(List.of(hears()), Map.of());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            words.add("w" + i);
        }
        say(words.toArray(String[]::new));
        assertThat(log)
                .containsExactlyElementsOf(
                        words.stream().map(word -> "said " + word).toList());
    }

    @Test
    void deliversOnAThreadOfItsOwn() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        AtomicReference<String> thread = new AtomicReference<>();
        relay(
                        List.of(event -> {
                            thread.set(Thread.currentThread().getName());
                            heard.countDown();
                        }),
                        Map.of())
                .start();
        say("one");
        assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(thread).hasValue("dovetail-relay");
    }

    @Test
    void itsThreadSurvivesAFailureOfTheOutbox() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(3);
        Outbox broken = mock(Outbox.class);
        when(broken.process(any(Claim.class), any())).thenAnswer(call -> {
            asked.countDown();
            throw asked.getCount() == 2 ? new NoClassDefFoundError("driver") : new IllegalStateException("down");
        });
        Relay over = new Relay(broken, List.of(), Map.of(), clock);
        relay.set(over);
        over.start();
        while (asked.getCount() > 0) {
            over.wake();
            asked.await(10, TimeUnit.MILLISECONDS);
        }
        over.close();
    }

    /** The outbox could not be read after a commit, and the committed call ended with that failure. */
    @Test
    void aFailureToDeliverDoesNotFailTheCommittedCall() {
        Outbox broken = mock(Outbox.class);
        when(broken.process(any(Claim.class), any())).thenThrow(new IllegalStateException("down"));
        relay.set(new Relay(broken, List.of(), Map.of(), clock));
        say("one");
        assertThat(store.outbox().backlog().entries()).isEqualTo(1);
        assertThatThrownBy(() -> relay.get().drain()).hasMessage("down");
    }

    /** A commit while another thread was just ending its delivery was left until the next commit. */
    @Test
    void aWakeUpDuringTheEndOfADeliveryIsNotLost() throws InterruptedException {
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Outbox outbox = mock(Outbox.class);
        when(outbox.process(any(Claim.class), any())).thenAnswer(call -> {
            if (call.<Claim>getArgument(0).which().kind() == OutboxEntry.Kind.COMMAND) {
                return false;
            }
            if (asked.incrementAndGet() == 1) {
                ending.countDown();
                woken.await();
            }
            return false;
        });
        Relay over = new Relay(outbox, List.of(), Map.of(), clock);
        relay.set(over);
        Thread delivering = new Thread(over::drain);
        delivering.start();
        ending.await();
        over.wake();
        woken.countDown();
        delivering.join();
        assertThat(asked).hasValue(2);
    }

    @Test
    void sixteenThreadsLoseAndRepeatNothing() throws InterruptedException {
        relay(List.of(hears()), Map.of());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 16; t++) {
            String name = "t" + t + "-";
            threads.add(new Thread(() -> {
                for (int i = 0; i < 50; i++) {
                    say(name + i);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(log).hasSize(800).doesNotHaveDuplicates();
        assertThat(log.stream().filter(line -> line.startsWith("said t3-")))
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 50)
                        .mapToObj(i -> "said t3-" + i)
                        .toList());
    }

    @Test
    void typedListenersGetTheirEventsOnly() {
        List<@Nullable Object> words = new ArrayList<>();
        List<@Nullable Object> numbers = new ArrayList<>();
        relay(
                List.of(
                        EventListener.of(SAID, (event, word) -> words.add(word)),
                        EventListener.of(COUNTED, (event, number) -> numbers.add(number))),
                Map.of());
        units.<Boolean>call(ALL, unit -> {
            unit.about("Line/a", announcements -> {
                announcements.announce(SAID.of("one"));
                announcements.announce(COUNTED.of(7));
                announcements.command(Command.of("pbx", "said"));
            });
            return true;
        });
        assertThat(words).containsExactly("one");
        assertThat(numbers).containsExactly(7);
    }

    /** A typed listener of an event without data was never called: its data was required to be there. */
    @Test
    void typedListenersGetEventsWithoutDataToo() {
        EventType<@Nullable Void> done = new EventType<>("done", Void.class);
        List<String> heard = new ArrayList<>();
        relay(List.of(EventListener.of(done, (event, nothing) -> heard.add(event.name() + nothing))), Map.of());
        units.<Boolean>call(ALL, unit -> {
            unit.about("Line/a", announcements -> announcements.announce(done.of(null)));
            return true;
        });
        assertThat(heard).containsExactly("donenull");
    }

    @Test
    void dataOfAnotherTypeIsNotGivenOut() {
        AtomicReference<OutboxEntry> heard = new AtomicReference<>();
        relay(List.of(heard::set), Map.of());
        say("one");
        assertThat(heard.get().data(SAID)).isEqualTo("one");
        assertThat(heard.get().is(COUNTED)).isFalse();
        assertThatThrownBy(() -> heard.get().data(COUNTED)).isInstanceOf(ClassCastException.class);
    }

    @Test
    void encodedDataIsReadByItsCodec() {
        EventCodec codec = new EventCodec() {
            @Override
            public String encode(@Nullable Object value) {
                return "\"" + value + "\"";
            }

            @Override
            public <D> D decode(String text, Class<D> type) {
                return type.cast(text.substring(1, text.length() - 1));
            }
        };
        OutboxEntry entry = new OutboxEntry(
                new UUID(0, 1),
                new UUID(0, 2),
                OutboxEntry.Kind.EVENT,
                "said",
                "Line/a",
                Map.of(),
                new OutboxEntry.Encoded("\"one\"", codec),
                clock.instant(),
                null,
                null,
                0);
        assertThat(entry.data(SAID)).isEqualTo("one");
    }
}
