package dev.dovetail.dao.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says that each fault of a file is told with its line and column, and that the file is left as it is. */
class CorruptFileTest {
    private static final String USERS = """
            {
              "lastKey": 2,
              "rows": [
                {
                  "id": 1,
                  "name": "Ann",
                  "email": "a@x",
                  "version": 1
                },
                {
                  "id": 2,
                  "name": "Bob",
                  "forward": {
                    "number": "1",
                    "seconds": 20
                  },
                  "version": 1
                }
              ]
            }
            """;
    private static final String LINKS = """
            {
              "links": [
                {"user": 1, "line": "a"},
                {"user": 2, "line": "b"}
              ]
            }
            """;

    @TempDir
    private Path directory;

    private void isRefused(String name, String fault) {
        String text = Phones.text(directory.resolve(name));
        assertThatThrownBy(() -> Phones.open(directory).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be taken up; mend them, nothing was changed")
                .hasMessageContaining(name + ":" + fault);
        assertThat(Phones.text(directory.resolve(name))).isEqualTo(text);
    }

    private void files(String users, String links, String linkFile) {
        Phones.write(directory.resolve("users.json"), users);
        Phones.write(directory.resolve("lines.json"), "{\"rows\": [{\"code\": \"a\"}, {\"code\": \"b\"}]}");
        Phones.write(directory.resolve(linkFile), links);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "name": "Bob",          | "name": "Bob"            | 13:7: Unexpected character ('"' (code 34)): was expecting comma
            "name": "Bob",          | <<<<<<< HEAD             | 12:7: a merge conflict is left: Unexpected character ('<'
            "name": "Bob",          | "name": "Bob", // hi     | 12:22: Unexpected character ('/' (code 47))
            "name": "Bob",          | "name": "Bob", "id": 3,  | 12:26: Duplicate Object property "id"
            "name": "Bob",          | "nmae": "Bob",           | 12:15: unknown column nmae (expected: one of id, name, email, tags, forward, version)
            "name": "Bob",          | "email": "b",            | 10:5: column name: missing (expected: a value)
            "name": "Bob",          | "name": null,            | 12:15: column name: null (expected: a value)
            "name": "Bob",          | "name": 7,               | 12:15: column name: Cannot coerce Integer value (7) to `java.lang.String`
            "id": 2,                | "id": "2",               | 11:13: column id: Cannot coerce String value ("2") to `java.lang.Integer`
            "id": 2,                | "id": 1.5,               | 11:13: column id: Cannot coerce
            "id": 2,                | "id": 1,                 | 10:5: id: [1] is taken by the row in line 4
            "name": "Bob",          | "name": "B", "email":"a@x", | 10:5: email: [a@x] is taken by the row in line 4
            "seconds": 20           | "seconds": "x"           | 15:20: column forward: Cannot
            "seconds": 20           | "secs": 20               | 15:17: column forward: unknown property secs
            "lastKey": 2,           | "lastKey": "2",          | 2:14: lastKey: Cannot coerce
            "rows": [               | "row": [                 | 1:1: not what is expected: {"lastKey": 0, "rows": [...]}
            "lastKey": 2,           | "lastKey": 2, "x": 1,    | 1:1: not what is expected
            """)
    void namesLineAndColumnOfAFaultInARow(String from, String to, String fault) {
        assertThat(USERS).contains(from);
        files(USERS.replace(from, to), "{\"links\": []}", "user_line.json");
        isRefused("users.json", fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"user": 2, "line": "b"} | {"user": 3, "line": "b"}              | 4:5: no User 3 in users.json; put it there or take the link out
            {"user": 2, "line": "b"} | {"user": 2, "line": "c"}              | 4:5: no Line c in lines.json
            {"user": 2, "line": "b"} | {"user": 1, "line": "a"}              | 4:5: the same link is in line 3
            {"user": 2, "line": "b"} | {"user": 1, "line": "b"}              | 4:5: user 1 may have one link; another one is in line 3
            {"user": 2, "line": "b"} | {"user": 2, "line": "a"}              | 4:5: line a may have one link; another one is in line 3
            {"user": 2, "line": "b"} | {"user": 2}                           | 4:5: not what is expected: {"user": ..., "line": ...}
            {"user": 2, "line": "b"} | {"user": 2, "line": "b", "x": 1}      | 4:35: unknown column x (expected: none)
            {"user": 2, "line": "b"} | {"user": "x", "line": "b"}            | 4:14: user: Cannot
            {"user": 2, "line": "b"} | {"user": 2, "line": null}             | 4:25: line: null (expected: a value)
            {"user": 2, "line": "b"} | 7                                     | 4:5: not what is expected
            "links": [               | "rows": [                             | 1:1: not what is expected: {"links": [...]}
            """)
    void namesLineAndColumnOfAFaultInALink(String from, String to, String fault) {
        assertThat(LINKS).contains(from);
        files(USERS, LINKS.replace(from, to), "desk.json");
        isRefused("desk.json", fault);
    }

    @Test
    void takesUpWhatHasNoFault() {
        files(USERS, LINKS, "desk.json");
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.names()).containsExactly("Ann", "Bob");
            assertThat(phones.desk.rights(2)).containsExactly("b");
        }
    }

    @Test
    void tellsAllFaultsOfAFile() {
        files(USERS.replace("\"name\"", "\"nmae\""), LINKS, "desk.json");
        isRefused("users.json", "6:15: unknown column nmae");
        isRefused("users.json", "12:15: unknown column nmae");
    }

    @Test
    void namesTheLineOfWhatIsNotUtf8() throws Exception {
        byte[] bytes = USERS.getBytes(StandardCharsets.UTF_8);
        bytes[USERS.indexOf("Bob")] = (byte) 0xE4;
        Files.write(directory.resolve("users.json"), bytes);
        assertThatThrownBy(() -> Phones.open(directory).close()).hasMessageContaining("users.json:12:16: not UTF-8");
        assertThat(Files.readAllBytes(directory.resolve("users.json"))).isEqualTo(bytes);
    }

    @Test
    void refusesAnEmptyFile() {
        files("", LINKS, "desk.json");
        isRefused("users.json", "1:1: empty (expected: a JSON object)");
    }

    @Test
    void refusesAFileThatIsCutAnywhere() {
        for (int end = 0; end < USERS.strip().length(); end++) {
            files(USERS.substring(0, end), LINKS, "desk.json");
            isRefused("users.json", "");
        }
    }

    @Test
    void readsABomAndLineEndsOfWindows() {
        files("\uFEFF" + USERS.replace("\n", "\r\n"), LINKS, "desk.json");
        try (Phones phones = Phones.open(directory)) {
            assertThat(phones.names()).containsExactly("Ann", "Bob");
        }
    }

    @Test
    void refusesACommitThatCannotBeRead() {
        Phones.write(
                directory.resolve(".dovetail/commit-000000000001.json"),
                "{\n  \"replace\": [],\n  \"deliver\": [x]\n}");
        Phones.write(directory.resolve(".dovetail/users.json.1"), "kept");
        assertThatThrownBy(() -> Phones.open(directory).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit-000000000001.json:3:15: ");
        assertThat(Phones.text(directory.resolve(".dovetail/users.json.1"))).isEqualTo("kept");
    }
}
