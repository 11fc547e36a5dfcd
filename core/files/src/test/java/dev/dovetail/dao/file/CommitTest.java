package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.file.Phones.User;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Says that a commit over several files and events happens whole or not at all, wherever it is cut off. */
class CommitTest {
    @TempDir
    private Path parent;

    private final FailingDisk disk = new FailingDisk();

    /** Changes two files of rows and one of links, and announces an event. */
    private static void change(Phones phones) {
        phones.announcing("second", () -> {
            User ann = phones.users.lock(1).orElseThrow();
            phones.users.update(ann, ann.withName("Anna"));
            phones.lines.create(new Phones.Line("b", 1));
            phones.userLines.link(1, "b");
        });
    }

    private static Phones opened(Path directory, Disk disk) {
        Phones phones = Phones.open(directory, disk);
        phones.announcing("first", () -> phones.users.create(User.of("Ann")));
        return phones;
    }

    /** Lets go of the lock, as the end of the process does. */
    private static void bury(Phones phones) {
        try {
            phones.close();
        } catch (FailingDisk.Killed e) {
            // a dead process writes nothing more
        }
    }

    private static List<String> events(Phones phones) {
        List<String> names = new ArrayList<>();
        phones.store.outbox().process(100, entries -> {
            entries.forEach(entry -> names.add(entry.name()));
            return entries.stream().map(entry -> Outbox.Result.DONE).toList();
        });
        return names;
    }

    private static boolean isWhole(Path directory) {
        try (Phones phones = Phones.open(directory)) {
            boolean happened = phones.lines.find("b").isPresent();
            assertThat(phones.names()).containsExactly(happened ? "Anna" : "Ann");
            assertThat(phones.userLines.rights(1)).isEqualTo(happened ? List.of("b") : List.of());
            assertThat(events(phones)).isEqualTo(happened ? List.of("first", "second") : List.of("first"));
            phones.have("Bob");
            return happened;
        }
    }

    @Test
    void isWholeWhereverTheProcessIsKilled() {
        int step = 0;
        int happened = 0;
        for (boolean killed = true; killed; step++) {
            Path directory = parent.resolve("kill" + step);
            FailingDisk dying = new FailingDisk();
            Phones phones = opened(directory, dying);
            dying.killAt(step);
            boolean acknowledged = true;
            try {
                change(phones);
            } catch (FailingDisk.Killed e) {
                acknowledged = false;
            }
            killed = dying.killed();
            bury(phones);
            boolean whole = isWhole(directory);
            assertThat(whole || !acknowledged).isTrue();
            happened += whole ? 1 : 0;
        }
        assertThat(step).isGreaterThan(10);
        assertThat(happened).isBetween(5, step - 5);
    }

    @Test
    void isWholeWhereverTheNextStartIsKilledToo() {
        for (int step = 0; step < 6; step++) {
            Path directory = parent.resolve("again" + step);
            FailingDisk dying = new FailingDisk();
            Phones phones = opened(directory, dying);
            dying.killAt(6); // the commit has just happened, no file is in its place
            assertThatThrownBy(() -> change(phones)).isInstanceOf(FailingDisk.Killed.class);
            bury(phones);
            assertThat(dying.steps().get(6)).startsWith("move");
            FailingDisk again = new FailingDisk();
            again.killAt(step);
            try {
                bury(Phones.open(directory, again));
            } catch (FailingDisk.Killed e) {
                // and once more
            }
            assertThat(isWhole(directory)).as("step " + step).isTrue();
        }
    }

    @Test
    void reachesTheDiskInThisOrder() {
        try (Phones phones = opened(parent, disk)) {
            disk.start();
            change(phones);
            assertThat(disk.steps())
                    .containsExactly(
                            "write lines.json.2",
                            "write user_line.json.2",
                            "write users.json.2",
                            "write commit.json.0",
                            "move commit-000000000002.json",
                            "sync .dovetail",
                            "move lines.json",
                            "move user_line.json",
                            "move users.json",
                            "sync " + parent.getFileName());
            disk.start();
            assertThat(events(phones)).containsExactly("first", "second");
            assertThat(disk.steps())
                    .containsExactly("delete commit-000000000001.json", "delete commit-000000000002.json");
        }
    }

    @Test
    void ofOneFileWithoutEventsIsItsRename() {
        try (Phones phones = opened(parent, disk)) {
            disk.start();
            phones.have("Bob");
            assertThat(disk.steps())
                    .containsExactly("write users.json.2", "move users.json", "sync " + parent.getFileName());
        }
    }

    @Test
    void isUndoneIfTheDiskIsFullBeforeItHasHappened() {
        for (int step = 0; step < 6; step++) {
            Path directory = parent.resolve("full" + step);
            FailingDisk full = new FailingDisk();
            try (Phones phones = opened(directory, full)) {
                full.fullAt(step, step + 1);
                assertThatThrownBy(() -> change(phones)).isInstanceOfSatisfying(DovetailException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.STORE_FAILED);
                    assertThat(e).hasMessageContaining("No space left on device");
                });
                assertThat(phones.names()).containsExactly("Ann");
                assertThat(phones.store.outbox().backlog().entries()).isEqualTo(1);
                if (step % 2 == 0) {
                    change(phones);
                    assertThat(phones.names()).containsExactly("Anna");
                }
            }
            assertThat(isWhole(directory)).isEqualTo(step % 2 == 0);
        }
    }

    @Test
    void isFinishedLaterIfTheDiskFailsAfterItHasHappened() {
        for (int step = 6; step < 10; step++) {
            Path directory = parent.resolve("late" + step);
            FailingDisk full = new FailingDisk();
            try (Phones phones = opened(directory, full)) {
                full.fullAt(step, step + 3);
                change(phones);
                assertThat(phones.names()).containsExactly("Anna"); // one more failure
                assertThatThrownBy(() -> phones.have("Bob")) // and the last
                        .isInstanceOfSatisfying(
                                DovetailException.class,
                                e -> assertThat(e.kind()).isEqualTo(ErrorKind.STORE_UNAVAILABLE));
                phones.have("Cid");
                assertThat(phones.names()).containsExactly("Anna", "Cid");
                phones.run(() -> phones.users.delete(3));
                phones.run(() -> phones.users.delete(2));
            }
            assertThat(isWhole(directory)).isTrue();
        }
    }

    @Test
    void isRefusedOnceItIsNotKnownWhetherOneHasHappened() {
        try (Phones phones = opened(parent, disk)) {
            disk.fullAt(5, 7); // the name of the commit's file, and taking that back
            assertThatThrownBy(() -> change(phones)).hasMessageContaining("could not be written");
            assertThatThrownBy(() -> phones.have("Bob"))
                    .hasMessageContaining("not known whether commit 2 has happened; close and open the store");
            assertThat(phones.names()).containsExactly("Ann");
        }
        assertThat(isWhole(parent)).isTrue();
    }

    @Test
    void doesNotLoseAnEditMadeBeforeTheNextStart() throws Exception {
        Phones phones = opened(parent, disk);
        disk.killAt(6);
        assertThatThrownBy(() -> change(phones)).isInstanceOf(FailingDisk.Killed.class);
        bury(phones);
        Path users = parent.resolve("users.json");
        String edited = Phones.text(users).replace("Ann", "Annabel");
        Phones.write(users, edited);

        Path by = parent.resolve(".dovetail/users.json.2");
        assertThatThrownBy(() -> Phones.open(parent).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        users + " was edited while commit 2 was being stored. To keep the edit and lose the commit's"
                                + " change, delete " + by + "; to lose the edit, delete " + users);
        assertThat(Phones.text(users)).isEqualTo(edited);
        assertThat(Phones.text(by)).contains("Anna");

        Files.delete(by);
        try (Phones again = Phones.open(parent)) {
            assertThat(again.names()).containsExactly("Annabel");
            assertThat(again.userLines.rights(1)).containsExactly("b");
        }
    }

    @Test
    void isNotHinderedByANameThatComesBackWithThePower() throws Exception {
        try (Phones phones = opened(parent, disk)) {
            change(phones);
        }
        Files.createLink(parent.resolve(".dovetail/users.json.2"), parent.resolve("users.json"));
        assertThat(isWhole(parent)).isTrue();
        assertThat(parent.resolve(".dovetail/users.json.2")).doesNotExist();
    }

    @Test
    void keepsWhatIsNotDeliveredAsItWas() {
        List<OutboxEntry> before = new ArrayList<>();
        java.time.Instant later = java.time.Instant.now().plusSeconds(3600);
        try (Phones phones = opened(parent, disk)) {
            change(phones);
            phones.announcing("third", () -> {});
            phones.store.outbox().process(2, entries -> {
                before.addAll(entries);
                return List.of(Outbox.Result.DONE, new Outbox.Result("no route", later));
            });
        }
        try (Phones phones = Phones.open(parent)) {
            Outbox.Backlog backlog = phones.store.outbox().backlog();
            assertThat(backlog.entries()).isEqualTo(2);
            assertThat(backlog.lastError()).isEqualTo("no route");
            assertThat(events(phones))
                    .as("the third waits for the second, of the same subject")
                    .isEmpty();
        }
        FileStore moved = FileStore.builder(parent)
                .clock(java.time.Clock.fixed(later, java.time.ZoneOffset.UTC))
                .open();
        try (moved) {
            moved.outbox().process(10, entries -> {
                assertThat(entries).extracting(OutboxEntry::name).containsExactly("second", "third");
                assertThat(entries).first().satisfies(entry -> {
                    assertThat(entry.id()).isEqualTo(before.get(1).id());
                    assertThat(entry.unit()).isEqualTo(before.get(1).unit());
                    assertThat(entry.recordedAt()).isEqualTo(before.get(1).recordedAt());
                    assertThat(entry.headers()).isEqualTo(before.get(1).headers());
                    assertThat(entry.attempts()).isEqualTo(1);
                    assertThat(((OutboxEntry.Encoded) entry.data()).text()).isEqualTo("[\"second\"]");
                });
                return List.of(Outbox.Result.DONE, Outbox.Result.DONE);
            });
            assertThat(moved.outbox().backlog().entries()).isZero();
        }
        assertThat(commits(parent)).isEmpty();
    }

    @Test
    void keepsWhatIsSetAsideUntilItIsRetriedOrDropped() {
        try (Phones phones = opened(parent, disk)) {
            phones.announcing("second", () -> {});
            phones.store
                    .outbox()
                    .process(
                            2,
                            entries -> entries.stream()
                                    .map(entry -> Outbox.Result.parked("poison"))
                                    .toList());
        }
        try (Phones phones = Phones.open(parent)) {
            List<Outbox.Failed> failed = phones.store.outbox().failed(10);
            assertThat(failed).hasSize(2).allMatch(Outbox.Failed::isParked);
            assertThat(events(phones)).isEmpty();
            assertThat(phones.store.outbox().retry(failed.get(0).entry().id())).isTrue();
            assertThat(phones.store.outbox().drop(failed.get(1).entry().id())).isTrue();
            assertThat(phones.store.outbox().drop(failed.get(1).entry().id())).isFalse();
        }
        try (Phones phones = Phones.open(parent)) {
            assertThat(phones.store.outbox().backlog().parked()).isZero();
            assertThat(events(phones)).containsExactly("first");
        }
        assertThat(commits(parent)).isEmpty();
    }

    @Test
    void keepsAnEventForEachOfItsTargets() {
        try (Phones phones = opened(parent, disk)) {
            phones.run(() -> {
                OutboxEntry[] one = new OutboxEntry[1];
                phones.store.outbox().process(1, entries -> {
                    one[0] = entries.get(0);
                    return List.of(Outbox.Result.DONE);
                });
                phones.store.outbox().record(List.of(one[0].to("left"), one[0].to("right")));
            });
            phones.store.outbox().process(1, entries -> List.of(Outbox.Result.DONE));
        }
        try (Phones phones = Phones.open(parent)) {
            phones.store.outbox().process(10, entries -> {
                assertThat(entries).extracting(OutboxEntry::target).containsExactly("right");
                return List.of(Outbox.Result.DONE);
            });
        }
        assertThat(commits(parent)).isEmpty();
    }

    @Test
    void writesAUnitOfManyEventsNotForEachBatchAgain() {
        try (Phones phones = Phones.open(parent, disk)) {
            phones.announcing("many", () -> {
                for (int i = 0; i < 199; i++) {
                    phones.announcing("many", () -> {});
                }
            });
            disk.start();
            for (int i = 0; i < 10; i++) {
                deliver(phones, 10);
            }
            assertThat(disk.steps().stream().filter(step -> step.startsWith("write")))
                    .hasSize(1);
            deliver(phones, 10);
        }
        try (Phones phones = Phones.open(parent)) {
            assertThat(phones.store.outbox().backlog().entries()).isEqualTo(90);
        }
    }

    private static void deliver(Phones phones, int limit) {
        phones.store
                .outbox()
                .process(
                        limit,
                        entries -> entries.stream()
                                .map(entry -> Outbox.Result.DONE)
                                .toList());
    }

    @Test
    void handsOutAgainWhatCouldNotBeWrittenDown() {
        try (Phones phones = opened(parent, disk)) {
            disk.fullAt(0, 1);
            assertThatThrownBy(() -> deliver(phones, 10)).hasMessageContaining("will be delivered again");
            assertThat(events(phones)).containsExactly("first");
        }
        assertThat(commits(parent)).isEmpty();
    }

    private static List<String> commits(Path directory) {
        try (var files = Files.list(directory.resolve(".dovetail"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("commit"))
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
