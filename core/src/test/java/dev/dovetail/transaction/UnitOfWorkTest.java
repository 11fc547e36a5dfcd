package dev.dovetail.transaction;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.dovetail.CRUDService;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.Office;
import dev.dovetail.transaction.ending.Ending;
import dev.dovetail.validation.ValidationGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

class UnitOfWorkTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);

    private static DovetailException conflict() {
        return Errors.technical(ErrorKind.CONFLICT, "lost", null);
    }

    @Nested
    class OverAStoreThatIsWatched {
        private final Outbox outbox = mock(Outbox.class);
        private final Transaction transaction = mock(Transaction.class);
        private final TransactionSource source = mock(TransactionSource.class);
        private final Runnable committed = mock(Runnable.class);
        private final Instant now = Instant.parse("2026-11-24T10:00:00Z");
        private final AtomicInteger lastId = new AtomicInteger();
        private final UnitOfWork units = new UnitOfWork(
                source,
                outbox,
                committed,
                Clock.fixed(now, ZoneOffset.UTC),
                () -> new UUID(0, lastId.incrementAndGet()));

        OverAStoreThatIsWatched() {
            when(source.begin()).thenReturn(transaction);
        }

        @Test
        void commitsAndAsksToBeToldOfIt() {
            units.<Boolean>call(ALL, unit -> {
                assertThat(units.running()).isTrue();
                unit.about("Line/a", announcements -> announcements.announce(SAID.of("hello")));
                return true;
            });
            assertThat(units.running()).isFalse();
            InOrder order = inOrder(outbox, transaction);
            order.verify(outbox).record(any());
            order.verify(transaction).afterCommit(committed);
            order.verify(transaction).commit();
            verify(transaction, never()).rollback();
        }

        @Test
        void tellsTheTransactionThatTheOutboxWritesLast() {
            units.<Boolean>call(ALL, unit -> {
                unit.about("Line/a", announcements -> announcements.announce(SAID.of("hello")));
                return true;
            });
            InOrder order = inOrder(outbox, transaction);
            order.verify(transaction).endsWith(outbox);
            order.verify(outbox).record(any());
        }

        @Test
        void tellsTheTransactionWhichWriteOfTheOutermostCallIsTheLast() {
            Object writer = new Object();
            units.<Boolean>call(ALL, unit -> {
                Ending.announce(unit, writer);
                return true;
            });
            verify(transaction).endsWith(writer);
        }

        @Test
        void tellsNoLastWriteOfACallThatJoinedNorOfADryRun() {
            units.run(
                    ALL,
                    () -> units.<Boolean>call(ALL, unit -> {
                        Ending.announce(unit, new Object());
                        return true;
                    }));
            units.dryRun(
                    ALL,
                    () -> units.<Boolean>call(ALL, unit -> {
                        unit.about("Line/a", announcements -> announcements.announce(SAID.of("hello")));
                        return true;
                    }));
            verify(transaction, never()).endsWith(any());
        }

        @Test
        void recordsNothingWhenNothingIsAnnounced() {
            units.run(ALL, () -> {});
            verify(outbox, never()).record(any());
            verify(transaction, never()).afterCommit(any());
            verify(transaction).commit();
        }

        @Test
        @SuppressWarnings("unchecked")
        void recordsCommandsOnceAndBeforeEvents() {
            units.<Boolean>call(ALL.by("root").traced("t"), unit -> {
                unit.about("Line/a", announcements -> {
                    announcements.announce(SAID.of("one").with("n", 1));
                    announcements.command(Command.of("pbx", "reload").with("what", "lines"));
                    announcements.command(Command.of("pbx", "reload").with("what", "lines"));
                    announcements.announce(SAID.of("two"));
                });
                return true;
            });
            ArgumentCaptor<List<OutboxEntry>> recorded = ArgumentCaptor.forClass(List.class);
            verify(outbox).record(recorded.capture());
            List<OutboxEntry> entries = recorded.getValue();
            assertThat(entries).extracting(OutboxEntry::name).containsExactly("reload", "said", "said");
            assertThat(entries).extracting(OutboxEntry::unit).containsOnly(new UUID(0, 1));
            assertThat(entries).extracting(OutboxEntry::id).doesNotHaveDuplicates();
            assertThat(entries).extracting(OutboxEntry::recordedAt).containsOnly(now);
            assertThat(entries).extracting(OutboxEntry::actor).containsOnly("root");
            assertThat(entries).extracting(OutboxEntry::traceId).containsOnly("t");
            assertThat(entries.get(0).kind()).isEqualTo(OutboxEntry.Kind.COMMAND);
            assertThat(entries.get(0).toCommand())
                    .isEqualTo(Command.of("pbx", "reload").with("what", "lines"));
            assertThat(entries.get(1).subject()).isEqualTo("Line/a");
            assertThat(entries.get(1).headers()).containsEntry("n", 1);
        }

        @Test
        void rollsBackWhatThrows() {
            assertThatThrownBy(() -> units.run(ALL, () -> {
                        throw new IllegalArgumentException("bad");
                    }))
                    .hasMessage("bad");
            verify(transaction).rollback();
            verify(transaction, never()).commit();
            assertThat(units.running()).isFalse();
        }

        @Test
        void joinsTheUnitThatRuns() {
            int result = units.call(
                    ALL,
                    outer -> units.call(ALL, inner -> {
                        assertThat(inner).isSameAs(outer);
                        return 7;
                    }));
            assertThat(result).isEqualTo(7);
            verify(source, times(1)).begin();
            verify(transaction, times(1)).commit();
        }

        @Test
        @SuppressWarnings("unchecked")
        void joinedCallsAnnounceInTheirOwnName() {
            units.run(ALL.by("outer"), () -> {
                units.<Boolean>call(ALL.by("inner"), unit -> {
                    unit.about("Line/a", announcements -> announcements.announce(SAID.of("one")));
                    return true;
                });
                units.<Boolean>call(ALL.by("other"), unit -> true);
            });
            ArgumentCaptor<List<OutboxEntry>> recorded = ArgumentCaptor.forClass(List.class);
            verify(outbox).record(recorded.capture());
            assertThat(recorded.getValue()).extracting(OutboxEntry::actor).containsExactly("inner");
        }

        @Test
        void aFailedJoinedCallDoomsTheUnitEvenIfCaught() {
            IllegalStateException cause = new IllegalStateException("inner");
            DovetailException failure = catchThrowableOfType(
                    DovetailException.class,
                    () -> units.run(ALL, () -> {
                        assertThatThrownBy(() -> units.run(ALL, () -> {
                                    throw cause;
                                }))
                                .isSameAs(cause);
                    }));
            assertThat(failure.kind()).isEqualTo(ErrorKind.UNIT_FAILED);
            assertThat(failure).hasCause(cause).hasMessageContaining("inner");
            verify(transaction).rollback();
            verify(transaction, never()).commit();
        }

        @Test
        void anErrorInAJoinedCallDoomsTheUnitToo() {
            assertThatThrownBy(() -> units.run(
                            ALL,
                            () -> assertThatThrownBy(() -> units.run(ALL, () -> {
                                throw new AssertionError("inner");
                            }))))
                    .isInstanceOf(DovetailException.class);
            verify(transaction).rollback();
        }

        @Test
        void runsAConflictAgainUpToThreeTimes() {
            AtomicInteger attempts = new AtomicInteger();
            units.run(ALL, () -> {
                if (attempts.incrementAndGet() < 3) {
                    throw conflict();
                }
            });
            assertThat(attempts).hasValue(3);
            verify(transaction, times(2)).rollback();
            verify(transaction, times(1)).commit();
        }

        @Test
        void givesUpAfterTheThirdConflict() {
            AtomicInteger attempts = new AtomicInteger();
            assertThatThrownBy(() -> units.run(ALL, () -> {
                        attempts.incrementAndGet();
                        throw conflict();
                    }))
                    .isInstanceOfSatisfying(
                            DovetailException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.CONFLICT));
            assertThat(attempts).hasValue(3);
            verify(transaction, times(3)).rollback();
        }

        @Test
        @SuppressWarnings("unchecked")
        void aRetryForgetsWhatTheFirstAttemptAnnounced() {
            AtomicInteger attempts = new AtomicInteger();
            units.<Boolean>call(ALL, unit -> {
                unit.about("Line/a", announcements -> announcements.announce(SAID.of("attempt")));
                if (attempts.incrementAndGet() < 2) {
                    throw conflict();
                }
                return true;
            });
            ArgumentCaptor<List<OutboxEntry>> recorded = ArgumentCaptor.forClass(List.class);
            verify(outbox, times(1)).record(recorded.capture());
            assertThat(recorded.getValue()).hasSize(1);
        }

        @Test
        void runsAgainWhatConflictsAtTheCommit() {
            org.mockito.Mockito.doThrow(conflict())
                    .doNothing()
                    .when(transaction)
                    .commit();
            units.run(ALL, () -> {});
            verify(transaction, times(2)).commit();
        }

        @Test
        void runsAConflictOfAJoinedCallAgainFromTheStart() {
            AtomicInteger attempts = new AtomicInteger();
            units.run(
                    ALL,
                    () -> units.run(ALL, () -> {
                        if (attempts.incrementAndGet() < 2) {
                            throw conflict();
                        }
                    }));
            assertThat(attempts).hasValue(2);
        }

        @Test
        void leavesTheRetryToWhoeverOpenedAJoinedTransaction() {
            when(transaction.joined()).thenReturn(true);
            AtomicInteger attempts = new AtomicInteger();
            assertThatThrownBy(() -> units.run(ALL, () -> {
                        attempts.incrementAndGet();
                        throw conflict();
                    }))
                    .isInstanceOf(DovetailException.class);
            assertThat(attempts).hasValue(1);
            verify(transaction).rollback();
        }

        @Test
        void runsOtherFailuresOnce() {
            AtomicInteger attempts = new AtomicInteger();
            assertThatThrownBy(() -> units.run(ALL, () -> {
                        attempts.incrementAndGet();
                        throw Errors.technical(ErrorKind.TIMED_OUT, "slow", null);
                    }))
                    .isInstanceOf(DovetailException.class);
            assertThat(attempts).hasValue(1);
        }

        @Test
        void anotherThreadHasItsOwnUnit() throws InterruptedException {
            List<Boolean> running = new ArrayList<>();
            units.run(ALL, () -> {
                Thread other = new Thread(() -> running.add(units.running()));
                other.start();
                try {
                    other.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(running).containsExactly(false);
        }
    }

    @Nested
    class InMemory {
        private final Office office = new Office();
        private final CRUDService<Line, String> lines = CRUDService.builder(office.lines, office.unitOfWork)
                .notifier(Notifier.<Line>of()
                        .created(line -> SAID.of(line.id()))
                        .command(Command.of("pbx", "reload"))
                        .build())
                .build();
        private final Line kept = lines.create(ALL, new Line("kept", "north", "l"));

        InMemory() {
            office.heard.clear();
        }

        private void leavesNothing(Class<? extends Throwable> thrown, Runnable work) {
            long before = office.store.outbox().backlog().entries();
            assertThatThrownBy(() -> office.unitOfWork.run(ALL, () -> {
                        lines.create(ALL, new Line("first", "north", "l"));
                        lines.delete(ALL, "kept");
                        work.run();
                    }))
                    .isInstanceOf(thrown);
            assertThat(lines.search(ALL, dev.dovetail.query.Search.all()).items())
                    .containsExactly(kept);
            assertThat(office.heard).isEmpty();
            assertThat(office.store.outbox().backlog().entries()).isEqualTo(before);
            lines.create(ALL, new Line("first", "north", "l"));
            assertThat(office.events()).containsExactly("said");
        }

        @Test
        void aRuleThatThrowsLeavesNothing() {
            CRUDService<Line, String> ruled = CRUDService.builder(office.lines, office.unitOfWork)
                    .validation(ValidationGroup.<Line>builder()
                            .create((change, violations) -> {
                                throw new IllegalStateException("rule");
                            })
                            .build())
                    .build();
            leavesNothing(IllegalStateException.class, () -> ruled.create(ALL, new Line("x", "north", "l")));
        }

        @Test
        void aDaoThatRefusesLeavesNothing() {
            leavesNothing(DovetailException.class, () -> lines.create(ALL, new Line("first", "north", "l")));
        }

        @Test
        void anEventFactoryThatThrowsLeavesNothing() {
            CRUDService<Line, String> throwing = CRUDService.builder(office.lines, office.unitOfWork)
                    .notifier(Notifier.<Line>of()
                            .created(line -> {
                                throw new IllegalStateException("event");
                            })
                            .build())
                    .build();
            leavesNothing(IllegalStateException.class, () -> throwing.create(ALL, new Line("x", "north", "l")));
        }

        @Test
        void anErrorLeavesNothing() {
            leavesNothing(StackOverflowError.class, () -> {
                throw new StackOverflowError();
            });
        }

        @Test
        void writesNeedAUnit() {
            assertThatThrownBy(() -> office.lines.create(kept))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("write through a service");
            assertThatThrownBy(() -> office.lines.lock("kept")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> office.lines.update(kept, kept)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> office.lines.delete("kept")).isInstanceOf(IllegalStateException.class);
            assertThat(LINES.key().name()).isEqualTo("id");
        }
    }
}
