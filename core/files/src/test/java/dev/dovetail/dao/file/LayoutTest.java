package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.file.Phones.Forward;
import dev.dovetail.dao.file.Phones.User;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.resource.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Says what the files look like, and that everything in them is still there after a restart. */
class LayoutTest {
    @TempDir
    private Path directory;

    @Test
    void writesRowsForPeople() {
        try (Phones phones = Phones.open(directory)) {
            phones.run(() -> {
                phones.users.create(new User(null, "Ann", "ann@x", List.of("a", "ä"), new Forward("\"1\"", 20), 0));
                phones.users.create(
                        new User(null, "Bob", null, List.of("long".repeat(20), "word".repeat(20)), null, 0));
            });
        }
        assertThat(Phones.text(directory.resolve("users.json")))
                .isEqualTo("""
                {
                  "lastKey": 2,
                  "rows": [
                    {
                      "id": 1,
                      "name": "Ann",
                      "email": "ann@x",
                      "tags": ["a", "ä"],
                      "forward": {"number": "\\"1\\"", "seconds": 20},
                      "version": 1
                    },
                    {
                      "id": 2,
                      "name": "Bob",
                      "tags": [
                        "%s",
                        "%s"
                      ],
                      "version": 1
                    }
                  ]
                }
                """.formatted("long".repeat(20), "word".repeat(20)));
    }

    @Test
    void writesLinksInTheirOrderFromBothSides() {
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            phones.have("Bob");
            List.of("a", "b").forEach(phones::haveLine);
            phones.run(() -> {
                phones.userLines.link(2, "a");
                phones.userLines.link(1, "b");
                phones.userLines.link(1, "a");
                phones.userLines.link(2, "b");
                phones.friends.link(1, 2);
            });
        }
        assertThat(Phones.text(directory.resolve("user_line.json"))).isEqualTo("""
                {
                  "links": [
                    {"user": 1, "line": "b"},
                    {"user": 1, "line": "a", "userPosition": 2},
                    {"user": 2, "line": "a", "userPosition": 1},
                    {"user": 2, "line": "b"}
                  ]
                }
                """);
        assertThat(Phones.text(directory.resolve("friend.json"))).contains("{\"user\": 1, \"otherUser\": 2}");
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.userLines.rights(1)).containsExactly("b", "a");
            assertThat(phones.userLines.rights(2)).containsExactly("a", "b");
            assertThat(phones.userLines.lefts("a")).containsExactly(2, 1);
            assertThat(phones.userLines.lefts("b")).containsExactly(1, 2);
        }
    }

    @Test
    void writesWhatLinksCarryBesideThem() {
        Path file = directory.resolve("ranked.json");
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            List.of("a", "b").forEach(phones::haveLine);
            var ranked = phones.store.dao(Phones.RANKED);
            phones.run(() -> {
                ranked.link(1, "b", new Phones.Rank(1, "x"));
                ranked.link(1, "a", new Phones.Rank(2, null));
            });
        }
        assertThat(Phones.text(file)).isEqualTo("""
                {
                  "links": [
                    {"user": 1, "line": "b", "priority": 1, "note": "x"},
                    {"user": 1, "line": "a", "priority": 2}
                  ]
                }
                """);
        Phones.write(file, Phones.text(file).replace(", \"priority\": 2", ""));
        try (Phones phones = Phones.open(directory)) {
            var ranked = phones.store.dao(Phones.RANKED);
            assertThat(ranked.find(1, "b")).contains(new Phones.Rank(1, "x"));
            assertThat(ranked.find(1, "a")).contains(new Phones.Rank(7, null));
        }
        Phones.write(file, Phones.text(file).replace("\"priority\": 1", "\"prio\": 1"));
        try (Phones phones = Phones.open(directory)) {
            assertThatThrownBy(() -> phones.store.dao(Phones.RANKED))
                    .hasMessageContaining("ranked.json:3:38: unknown column prio (expected: one of priority, note)");
        }
    }

    @Test
    void keepsOrdersThatNoOneOrderOfLinksCanTell() {
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            phones.have("Bob");
            List.of("x", "y").forEach(phones::haveLine);
            phones.run(() -> {
                phones.userLines.link(2, "x");
                phones.userLines.link(1, "x");
                phones.userLines.link(1, "y");
                phones.userLines.link(2, "y");
                phones.userLines.replace(2, List.of("y", "x"));
            });
        }
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.userLines.rights(1)).containsExactly("x", "y");
            assertThat(phones.userLines.rights(2)).containsExactly("y", "x");
            assertThat(phones.userLines.lefts("x")).containsExactly(2, 1);
            assertThat(phones.userLines.lefts("y")).containsExactly(1, 2);
        }
    }

    @Test
    void givesNoKeyAgainAfterARestart() {
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            User bob = phones.have("Bob");
            phones.run(() -> phones.users.delete(bob.id()));
        }
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.have("Cid").id()).isEqualTo(3);
        }
    }

    @Test
    void changesOneLineForOneValue() throws Exception {
        try (Phones phones = Phones.open(directory)) {
            List.of("Ann", "Bob", "Cid").forEach(phones::have);
            List<String> before = Files.readAllLines(directory.resolve("users.json"));
            phones.run(() -> {
                User bob = phones.users.lock(2).orElseThrow();
                phones.users.update(bob, bob.withName("Rob"));
            });
            List<String> after = Files.readAllLines(directory.resolve("users.json"));
            assertThat(after).hasSameSizeAs(before);
            after.removeAll(before);
            assertThat(after).containsExactly("      \"name\": \"Rob\",", "      \"version\": 2");
        }
    }

    @Test
    void leavesFilesThatDidNotChange() {
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            phones.run(() -> phones.users.findAll(List.of(1)));
            assertThat(directory.resolve("users.json")).exists();
            assertThat(directory.resolve("lines.json")).doesNotExist();
            assertThat(directory.resolve(".dovetail/.gitignore")).hasContent("*");
        }
    }

    @Test
    void refusesWhatCouldNotBeReadAgain() {
        try (Phones phones = Phones.open(directory)) {
            phones.have("Ann");
            phones.haveLine("a");
            phones.run(() -> phones.userLines.link(1, "a"));
            assertThatThrownBy(() -> phones.have(null)).hasMessageContaining("column name: null (expected: a value)");
            assertThatThrownBy(() -> phones.have("half \uD83D")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> phones.run(() -> phones.userLines.link(1, "z")))
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.REFERENCE_NOT_FOUND))
                    .hasMessageContaining("field 'lines': Line was not found (code: z)");
            assertThatThrownBy(() -> phones.run(() -> phones.users.delete(1)))
                    .isInstanceOfSatisfying(
                            DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED));
            assertThat(phones.names()).containsExactly("Ann");
            phones.have("Bob");
        }
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.names()).containsExactly("Ann", "Bob");
            assertThat(phones.userLines.rights(1)).containsExactly("a");
        }
    }

    @Test
    void refusesTwoDescriptionsOfOneFile() {
        Resource<Phones.Line, String> others = Resource.of(Phones.Line.class, Phones.Line::code)
                .collection("Users")
                .build();
        Resource<Phones.Line, String> outside = Resource.of(Phones.Line.class, Phones.Line::code)
                .collection("../users")
                .build();
        try (Phones phones = Phones.open(directory)) {
            assertThatThrownBy(() -> phones.store.dao(others))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("file Users.json: wanted by two descriptions, User and Line; name one otherwise");
            assertThatThrownBy(() -> phones.store.dao(outside)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isOpenOnce() throws Exception {
        try (Phones phones = Phones.open(directory)) {
            assertThatThrownBy(() -> Phones.open(directory))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching("(?s)directory " + directory + ": in use by another store: process "
                            + ProcessHandle.current().pid() + " started .*, since .*; close that one first");
            phones.have("Ann");
            assertThat(openElsewhere())
                    .contains("in use by another store: process "
                            + ProcessHandle.current().pid());
        }
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.names()).containsExactly("Ann");
        }
    }

    /** Returns what another process says that tries to open the directory. */
    private String openElsewhere() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader()) {
            return output.lines()
                    .filter(line -> line.contains("in use"))
                    .findFirst()
                    .orElse("opened");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void writesNothingOnceClosed() {
        Phones phones = Phones.open(directory);
        phones.close();
        assertThatThrownBy(() -> phones.have("Ann"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
        assertThat(directory.resolve("users.json")).doesNotExist();
    }
}
