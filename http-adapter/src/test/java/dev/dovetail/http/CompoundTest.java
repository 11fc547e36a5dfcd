package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects created along with their children, and bodies with more than columns. */
class CompoundTest extends DeskTest {
    private void assertNothingThere() {
        for (String path : new String[] {"/desks", "/lines", "/extensions"}) {
            assertThat(server.get(path).total()).as(path).isZero();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void createsChildrenInTheOrderOfTheFieldsAndLinksEach() {
        Answer answer = post(
                "/desks",
                "{'name': 'd', 'lines': [{'name': 'b', 'extensions': [{'exten': '1'}, {'exten': '2'}]}, {'name': 'a'}],"
                        + " 'extension': {'exten': '3'}}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location").orElseThrow()).endsWith("/desks/1");
        assertThat(heard)
                .containsExactly(
                        "create desk d",
                        "create extension 3",
                        "desk d has extension 3",
                        "create line b",
                        "create extension 1",
                        "line b has extension 1",
                        "create extension 2",
                        "line b has extension 2",
                        "desk d has line b",
                        "create line a",
                        "desk d has line a");
        assertThat(shown("/desks/1", "/lines"))
                .isEqualTo("[{'id':1,'name':'b','shout':'B'},{'id':2,'name':'a','shout':'A'}]");
        assertThat(shown("/desks/1", "/extension")).isEqualTo("{'id':1,'exten':'3'}");
        assertThat(shown("/lines/1", "/extensions")).isEqualTo("[{'exten':'1'},{'exten':'2'}]");
    }

    @Test
    void answersWithTheChildrenInFullAsTheyWereCreated() {
        Answer answer = post(
                "/desks", "{'name': 'd', 'lines': [{'name': 'b', 'extensions': [{'exten': '1'}]}, {'name': 'a'}]}");
        assertThat(text(answer, "/lines"))
                .isEqualTo(
                        "[{'id':1,'tenant':'acme','name':'b','label':'d','desks':[],'extensions':[{'id':1,'exten':'1'}]},"
                                + "{'id':2,'tenant':'acme','name':'a','label':'d','desks':[],'extensions':[]}]");
        assertThat(text(answer, "/extension")).isEqualTo("null");
        assertThat(shown("/lines/1", "/desks")).isEqualTo("[{'id':1}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'name': 'd'}", "{'name': 'd', 'lines': null, 'extension': null}", "{'name': 'd', 'lines': []}"
            })
    void createsNoneThatAreNotGiven(String body) {
        Answer answer = post("/desks", body);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).isEqualTo(server.get("/desks/1").json());
        assertThat(text(answer, "/lines")).isEqualTo("[]");
        assertThat(heard).containsExactly("create desk d");
    }

    @Test
    void completesAChildFromItsParentUnlessItGivesItsOwn() {
        post("/desks", "{'name': 'd', 'lines': [{'name': 'a'}, {'name': 'b', 'label': 'own'}]}");
        assertThat(shown("/lines/1", "/label")).isEqualTo("'d'");
        assertThat(shown("/lines/2", "/label")).isEqualTo("'own'");
        assertThat(post("/lines", "{'name': 'c'}").violations()).containsExactly("/label required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'd', 'lines': [{'name': 'a'}, {'name': ''}]} | /lines/1/name size",
                "{'name': 'd', 'lines': [{'name': 'a', 'extensions': [{'exten': 'x'}]}]} | /lines/0/extensions/0/exten pattern",
                "{'name': 'd', 'lines': [{'name': 'a', 'extensions': 1}]} | /lines/0/extensions type",
                "{'name': 'd', 'lines': {'name': 'a'}} | /lines type",
                "{'name': 'd', 'lines': [1]} | /lines/0 type",
                "{'name': 'd', 'lines': [{'id': 'x'}]} | /lines/0/id type",
                "{'name': 'd', 'lines': [{'id': null}]} | /lines/0/name required, /lines/0/id read-only",
                "{'name': 'd', 'extension': []} | /extension type",
                "{'name': 'd', 'extension': {}} | /extension/exten required",
                "{'lines': [{'name': null}]} | /name required, /lines/0/name null, /lines/0/label required",
                "{'name': '', 'lines': [{'name': 1}], 'extension': {'exten': 'x'}, 'count': 'x'} "
                        + "| /name size, /extension/exten pattern, /lines/0/name type, /count type",
            })
    void tellsEverythingWrongUnderTheNameOfTheField(String body, String violations) {
        Answer answer = post("/desks", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(", ", answer.violations())).isEqualTo(violations);
        assertNothingThere();
    }

    @Test
    void leavesNothingWhenAChildIsRefusedByARule() {
        Answer answer = post(
                "/desks", "{'name': 'd', 'extension': {'exten': '1'}, 'lines': [{'name': 'a'}, {'name': 'refused'}]}");
        assertThat(answer.violations()).containsExactly("not-permitted");
        assertNothingThere();
    }

    @Test
    void leavesNothingWhenTheStoreRefusesAGrandchild() {
        post("/extensions", "{'exten': '1'}");
        heard.clear();
        Answer answer = post("/desks", "{'name': 'd', 'lines': [{'name': 'a', 'extensions': [{'exten': '1'}]}]}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(server.get("/desks").total() + server.get("/lines").total()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void linksAChildThatIsThereAlreadyInsteadOfCreatingOne() {
        post("/lines", "{'name': 'old', 'label': 'l'}");
        heard.clear();
        Answer answer = post("/desks", "{'name': 'd', 'lines': [{'name': 'new'}, {'id': 1, 'name': ''}]}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(heard)
                .containsExactly("create desk d", "create line new", "desk d has line new", "desk d has line old");
        assertThat(text(answer, "/lines/1"))
                .isEqualTo("{'id':1,'tenant':'acme','name':'old','label':'l','desks':[],'extensions':[]}");
        assertThat(server.get("/lines").total()).isEqualTo(2);
    }

    @Test
    void leavesNothingWhenAChildGivenByKeyIsNotThereOrNotSeen() {
        server.post(
                "/lines",
                "{\"name\": \"far\", \"label\": \"l\"}",
                "Authorization",
                "Bearer " + SampleServer.OTHER_TOKEN);
        heard.clear();
        for (int id : new int[] {1, 99}) {
            assertThat(post("/desks", "{'name': 'd', 'lines': [{'id': " + id + "}]}")
                            .violations())
                    .containsExactly("not-found");
        }
        assertThat(server.get("/desks").total()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesChildrenInEdits() {
        post("/desks", "{'name': 'd', 'lines': [{'name': 'a'}]}");
        heard.clear();
        Answer answer = put("/desks/1", "{'name': 'e', 'lines': [{'name': ''}, 1], 'extension': 1}");
        assertThat(answer.violations()).containsExactly("/lines read-only", "/extension read-only");
        assertThat(shown("/desks/1", "/name")).isEqualTo("'d'");
        assertThat(shown("/desks/1", "/lines")).isEqualTo("[{'id':1,'name':'a','shout':'A'}]");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'd', 'note': 'n', 'count': 2} | n, 2",
                "{'name': 'd', 'note': 'n'} | n, null",
                "{'name': 'd', 'note': null} | null, null",
                "{'name': 'd'} | ``",
            })
    void actsOnInputsThatAreGiven(String body, String values) {
        assertThat(post("/desks", body).status()).isEqualTo(201);
        assertThat(put("/desks/1", body).status()).isEqualTo(204);
        assertThat(heard.stream().filter(text -> text.contains(" with ")).toList())
                .isEqualTo(values.isEmpty() ? List.of() : List.of("created with " + values, "edited with " + values));
        assertThat(server.get("/desks/1").json().has("note")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 'e', 'count': null} | /count null",
                "{'name': 'e', 'count': 'x'} | /count type",
                "{'name': 'e', 'note': 1} | /note type",
                "{'name': '', 'note': 1, 'count': null} | /name size, /note type, /count null",
            })
    void refusesInputsThatAreFaulty(String body, String violations) {
        assertThat(String.join(", ", post("/desks", body).violations())).isEqualTo(violations);
        assertNothingThere();
        post("/desks", "{'name': 'd'}");
        assertThat(String.join(", ", put("/desks/1", body).violations())).isEqualTo(violations);
        assertThat(shown("/desks/1", "/name")).isEqualTo("'d'");
    }
}
