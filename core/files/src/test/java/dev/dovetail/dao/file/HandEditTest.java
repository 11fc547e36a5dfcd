package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.file.Phones.User;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Says what becomes of edits that people make while the store is open. */
class HandEditTest {
    @TempDir
    private Path directory;

    private Path file;
    private Phones phones;

    @BeforeEach
    void open() {
        phones = Phones.open(directory);
        file = directory.resolve("users.json");
        phones.have("Ann");
        phones.have("Bob");
    }

    @AfterEach
    void close() {
        phones.close();
    }

    private void edit(String from, String to) {
        String text = Phones.text(file);
        assertThat(text).contains(from);
        Phones.write(file, text.replace(from, to));
    }

    @Test
    void areSeenByTheNextRead() {
        edit("Ann", "Anna");
        assertThat(phones.names()).containsExactly("Anna", "Bob");
        edit("Anna", "Anne"); // of the same length
        assertThat(phones.names()).containsExactly("Anne", "Bob");
    }

    @Test
    void areSeenAndKeptByTheNextUnit() {
        edit("Ann", "Anna");
        phones.run(() -> {
            User ann = phones.users.lock(1).orElseThrow();
            assertThat(ann.name()).isEqualTo("Anna");
            phones.users.update(ann, ann.withEmail("a@x"));
        });
        assertThat(Phones.text(file)).contains("Anna", "a@x");
    }

    @Test
    void areNotLookedForWithEachReadUnlessAskedFor() {
        try (FileStore rarely = FileStore.builder(directory.resolve("other"))
                .checkEvery(Duration.ofHours(1))
                .open()) {
            rarely.dao(Phones.LINES).find("a");
            Phones.write(directory.resolve("other/lines.json"), "{\"rows\": [{\"code\": \"a\"}]}");
            assertThat(rarely.dao(Phones.LINES).find("a")).isEmpty();
            rarely.begin().rollback();
            assertThat(rarely.dao(Phones.LINES).find("a")).contains(new Phones.Line("a", 5060));
        }
    }

    @Test
    void makeAUnitThatIsRunningRunAgain() {
        int[] runs = {0};
        phones.run(() -> {
            User ann = phones.users.lock(1).orElseThrow();
            if (runs[0]++ == 0) {
                edit("Ann", "Anna");
            }
            phones.users.update(ann, ann.withName(ann.name() + "!"));
        });
        assertThat(runs[0]).isEqualTo(2);
        assertThat(phones.names()).containsExactly("Anna!", "Bob");
        assertThat(Phones.text(file)).contains("Anna!");
    }

    @Test
    void ofFilesThatTheUnitDoesNotChangeAreNoticedToo() {
        int[] runs = {0};
        phones.run(() -> {
            if (runs[0]++ == 0) {
                edit("Ann", "Anna");
            }
            phones.lines.create(new Phones.Line("a", 1));
        });
        assertThat(runs[0]).isEqualTo(2);
    }

    @Test
    void mayAddRowsWithKeysThatAreNotGivenAgain() {
        edit("\"rows\": [", "\"rows\": [{\"id\": 9, \"name\": \"Zoe\"},");
        assertThat(phones.have("Cid").id()).isEqualTo(10);
        assertThat(phones.users.find(9)).contains(new User(9, "Zoe", null, null, null, 1));
        assertThat(Phones.text(file)).contains("\"lastKey\": 10").containsSubsequence("Ann", "Bob", "Zoe", "Cid");
    }

    @Test
    void mayAddLinksWithoutAPlace() {
        phones.haveLine("a");
        phones.run(() -> phones.userLines.link(2, "a"));
        Phones.write(
                directory.resolve("user_line.json"),
                "{\"links\": [{\"user\": 1, \"line\": \"a\"}, {\"user\": 2, \"line\": \"a\", \"userPosition\": 1}]}");
        assertThat(phones.userLines.lefts("a")).containsExactly(2, 1);
    }

    @Test
    void thatCannotBeTakenUpRefuseUnitsAndLoseNothing() {
        edit("\"name\": \"Bob\"", "\"name\": Bob");
        String broken = Phones.text(file);
        assertThat(phones.names()).containsExactly("Ann", "Bob");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> phones.have("Cid")).isInstanceOfSatisfying(DovetailException.class, e -> {
                assertThat(e.kind()).isEqualTo(ErrorKind.STORE_UNAVAILABLE);
                assertThat(e).hasMessageContaining("users.json:11:15: ").hasMessageContaining("mend");
            });
        }
        assertThatThrownBy(() -> phones.haveLine("a")).hasMessageContaining("users.json:11:15: ");
        assertThat(Phones.text(file)).isEqualTo(broken);

        edit("\"name\": Bob", "\"name\": \"Rob\"");
        assertThat(phones.have("Cid").id()).isEqualTo(3);
        assertThat(phones.names()).containsExactly("Ann", "Rob", "Cid");
    }

    @Test
    void areNotTakenUpInPart() {
        phones.haveLine("a");
        edit("Ann", "Anna");
        Phones.write(directory.resolve("lines.json"), "{\"rows\": [{\"code\": \"b\"}, {\"code\": 3}]}");
        assertThat(phones.names()).containsExactly("Ann", "Bob");
        assertThat(phones.lines.find("b")).isEmpty();
        Phones.write(directory.resolve("lines.json"), "{\"rows\": [{\"code\": \"b\"}]}");
        assertThat(phones.names()).containsExactly("Anna", "Bob");
        assertThat(phones.lines.find("b")).isPresent();
        assertThat(phones.lines.find("a")).isEmpty();
    }

    @Test
    void thatTakeARowWithLinksAreRefusedUntilTheLinksAreTakenToo() {
        phones.haveLine("a");
        phones.run(() -> phones.userLines.link(1, "a"));
        Phones.write(directory.resolve("lines.json"), "{\"rows\": []}");
        assertThatThrownBy(() -> phones.have("Cid"))
                .hasMessageContaining("user_line.json:3:5: no Line a in lines.json; put it there or take the link out");
        Phones.write(directory.resolve("user_line.json"), "{\"links\": []}");
        phones.have("Cid");
        assertThat(phones.userLines.rights(1)).isEmpty();
    }

    @Test
    void thatDeleteAFileAreRefused() throws Exception {
        Path aside = directory.resolve("aside");
        Files.move(file, aside);
        assertThatThrownBy(() -> phones.have("Cid")).hasMessageContaining("users.json: gone; put it back");
        assertThat(phones.names()).containsExactly("Ann", "Bob");
        Files.move(aside, file);
        phones.have("Cid");
        assertThat(phones.names()).containsExactly("Ann", "Bob", "Cid");
    }
}
