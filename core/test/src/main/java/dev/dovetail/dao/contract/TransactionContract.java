package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.Event;
import dev.dovetail.query.Search;
import dev.dovetail.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Says that a unit of work happens whole or not at all. */
public abstract class TransactionContract extends StoreContract {
    protected TransactionContract() {}

    @Test
    void leavesNothingBehindOnRollback() {
        Person kept = have(Person.of("Kept"));
        have("a");

        assertThatThrownBy(() -> units.call(CALL, unit -> {
                    Person ann = people.create(Person.of("Ann"));
                    people.update(kept, kept.withName("Changed"));
                    personRooms.link(ann.id(), "a");
                    unit.about("Person/1", out -> out.announce(new Event("created", "x", Map.of())));
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(people.search(Search.all()).items()).containsExactly(kept);
        assertThat(personRooms.lefts("a")).isEmpty();
        assertThat(store.outbox().backlog().entries()).isZero();
        assertThat(people.find(kept.id())).contains(kept);
    }

    @Test
    void commitsRowsLinksAndEventsTogether() {
        have("a");
        Person ann = units.call(CALL, unit -> {
            Person created = people.create(Person.of("Ann"));
            personRooms.link(created.id(), "a");
            unit.about("Person/1", out -> out.announce(new Event("created", "x", Map.of())));
            return created;
        });

        assertThat(people.find(ann.id())).contains(ann);
        assertThat(personRooms.lefts("a")).containsExactly(ann.id());
        assertThat(store.outbox().backlog().entries()).isEqualTo(1);
    }

    @Test
    @Needs(Optionally.READS_BESIDE_WRITES)
    void seesOwnWritesWithinAndCommittedOnesOutside() {
        run(() -> {
            Person ann = people.create(Person.of("Ann"));
            assertThat(people.find(ann.id())).contains(ann);
            assertThat(people.search(Search.<Person>all().text("ann")).total()).isEqualTo(1);
            elsewhere(() -> {
                assertThat(people.find(ann.id())).isEmpty();
                assertThat(people.search(Search.all()).total()).isZero();
            });
        });

        assertThat(people.search(Search.all()).total()).isEqualTo(1);
    }

    @Test
    void refusesWritesOutside() {
        Person ann = have(Person.of("Ann"));

        List<Runnable> writes = List.of(
                () -> people.create(Person.of("Bob")),
                () -> people.update(ann, ann.withAge(1)),
                () -> people.delete(ann.id()),
                () -> people.lock(ann.id()),
                () -> people.lockAll(List.of(ann.id())),
                () -> personRooms.link(ann.id(), "a"),
                () -> personRooms.unlink(ann.id(), "a"),
                () -> personRooms.replace(ann.id(), List.of()),
                () -> store.outbox().record(List.of()));
        for (Runnable write : writes) {
            assertThatThrownBy(write::run).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void refusesSecondTransactionOnThread() {
        Transaction first = store.begin();
        try {
            assertThatThrownBy(store::begin).isInstanceOf(IllegalStateException.class);
        } finally {
            first.rollback();
        }
        store.begin().rollback();
    }

    @Test
    void runsActionsAfterCommitOnly() {
        List<String> ran = new ArrayList<>();
        Transaction undone = store.begin();
        undone.afterCommit(() -> ran.add("undone"));
        undone.rollback();
        Transaction done = store.begin();
        done.afterCommit(() -> ran.add("first"));
        done.afterCommit(() -> {
            ran.add("second");
            run(() -> people.create(Person.of("Ann")));
        });
        assertThat(ran).isEmpty();
        done.commit();

        assertThat(ran).containsExactly("first", "second");
        assertThat(people.search(Search.all()).total()).isEqualTo(1);
        assertThat(done.joined()).isFalse();
    }

    @Test
    void refusesToCommitUnitInWhichCallFailed() {
        have(Person.of("Ann").withEmail("a"));

        assertThatThrownBy(() -> run(() -> {
                    people.create(Person.of("Bob"));
                    try {
                        run(() -> people.create(Person.of("Cid").withEmail("a")));
                    } catch (DovetailException expected) {
                        assertThat(expected.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
                    }
                }))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNIT_FAILED));
        assertThat(people.search(Search.all()).total()).isEqualTo(1);
    }

    @Test
    void joinsNestedCalls() {
        run(() -> {
            Person ann = unit(() -> people.create(Person.of("Ann")));
            run(() -> people.update(ann, ann.withAge(1)));
        });

        assertThat(people.search(Search.all()).items()).extracting(Person::age).containsExactly(1);
    }

    @Test
    void isUsableAfterFailure() {
        have(Person.of("Ann").withEmail("a"));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> have(Person.of("Bob").withEmail("a"))).isInstanceOf(DovetailException.class);
        }

        assertThat(have(Person.of("Cid").withEmail("c")).id()).isPositive();
    }
}
