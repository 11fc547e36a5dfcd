package dev.dovetail.http;

import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns served as an object of their own: forwards of all sorts, and those when busy for callers of all tenants. */
class SubResourceTest extends DeskTest {
    private static final String BEFORE =
            "{'busy':{'enabled':true,'destination':'1'},'always':{'enabled':false,'destination':'2'}}";

    @Override
    HttpApi.Builder options(HttpApi.Builder api) {
        return api.tokens(StaticTokens.builder()
                .token(SampleServer.TOKEN, "ann", "acme", "#")
                .token(OTHER_TOKEN, "eve", "other", "#")
                .token("forwards", "joe", "acme", "desks.*.forwards.read")
                .token("services", "joe", "acme", "desks.1.services.update")
                .build());
    }

    @BeforeEach
    void haveADesk() {
        post("/desks", "{'name': 'd'}");
        put(
                "/desks/1/forwards",
                "{'busy': {'enabled': true, 'destination': '1'}, 'always': {'enabled': false, 'destination': '2'}}");
        heard.clear();
    }

    private String forwards() {
        return shown("/desks/1/forwards", "");
    }

    @Test
    void showsItsColumnsAndIsAPartOfTheObject() {
        assertThat(server.get("/desks/1/forwards").status()).isEqualTo(200);
        assertThat(forwards()).isEqualTo(BEFORE);
        assertThat(shown("/desks/1", "/forwards")).isEqualTo(BEFORE);
        assertThat(shown("/desks/1/busy", "")).isEqualTo("{'enabled':true,'destination':'1'}");
        assertThat(shown("/desks", "/items/0/forwards")).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | " + BEFORE,
                "{'unknown': 1, 'busy': {}} | " + BEFORE,
                "{'busy': {'destination': null}} "
                        + "| {'busy':{'enabled':true,'destination':null},'always':{'enabled':false,'destination':'2'}}",
                "{'busy': {'destination': '9'}} "
                        + "| {'busy':{'enabled':true,'destination':'9'},'always':{'enabled':false,'destination':'2'}}",
                "{'busy': {'enabled': false}, 'always': {'enabled': true}} "
                        + "| {'busy':{'enabled':false,'destination':'1'},'always':{'enabled':true,'destination':'2'}}",
            })
    void changesWhatIsGivenAndKeepsTheRest(String body, String after) {
        Answer answer = put("/desks/1/forwards", body);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(forwards()).isEqualTo(after);
        assertThat(shown("/desks/1", "/name")).isEqualTo("'d'");
        assertThat(heard).containsExactly("forwards of d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | type",
                "null | type",
                "{'busy': null} | /busy null",
                "{'busy': 1} | /busy type",
                "{'busy': {'enabled': null}} | /busy/enabled null",
                "{'busy': {'enabled': 'x', 'destination': 1}} | /busy/enabled type, /busy/destination type",
                "{'busy': {'destination': 'x'}} | /busy/destination pattern",
                "{'always': {}} | /always/enabled required",
                "{'always': {'enabled': null}} | /always/enabled null",
                "{'busy': {'destination': 'x'}, 'always': {'destination': 'y'}} "
                        + "| /busy/destination pattern, /always/enabled required, /always/destination pattern",
            })
    void tellsEverythingWrongWhereItIs(String body, String violations) {
        Answer answer = put("/desks/1/forwards", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(", ", answer.violations())).isEqualTo(violations);
        assertThat(forwards()).isEqualTo(BEFORE);
        assertThat(heard).isEmpty();
    }

    @Test
    void reportsAnUnknownObjectBeforeTheBody() {
        assertThat(server.get("/desks/99/forwards").status()).isEqualTo(404);
        assertThat(put("/desks/99/forwards", "{'busy': 1}").status()).isEqualTo(404);
        assertThat(put("/desks/99/forwards", "{}").violations()).containsExactly("not-found");
    }

    @Test
    void staysInScopeUnlessToldOtherwise() {
        String[] other = {"Authorization", "Bearer " + OTHER_TOKEN};
        assertThat(server.get("/desks/1/forwards", other).status()).isEqualTo(404);
        assertThat(server.put("/desks/1/forwards", "{}", other).status()).isEqualTo(404);
        assertThat(server.get("/desks/1/busy", other).status()).isEqualTo(200);
        assertThat(server.put("/desks/1/busy", "{\"enabled\": false}", other).status())
                .isEqualTo(204);
        assertThat(shown("/desks/1/busy", "/enabled")).isEqualTo("false");
        assertThat(server.api().routes().stream()
                        .filter(Route::unscoped)
                        .map(route -> route.method() + " " + route.path()))
                .containsExactly("GET /desks/{}/busy", "PUT /desks/{}/busy");
    }

    @Test
    void isGrantedByTheWordsOfItsPathOrByOthers() {
        String[] forwards = {"Authorization", "Bearer forwards"};
        assertThat(server.get("/desks/1/forwards", forwards).status()).isEqualTo(200);
        assertThat(server.put("/desks/1/forwards", "{}", forwards).status()).isEqualTo(403);
        assertThat(server.get("/desks/1/busy", forwards).status()).isEqualTo(403);
        assertThat(server.get("/desks/1", forwards).status()).isEqualTo(403);
        String[] services = {"Authorization", "Bearer services"};
        assertThat(server.put("/desks/1/busy", "{}", services).status()).isEqualTo(204);
        assertThat(server.put("/desks/2/busy", "{}", services).status()).isEqualTo(403);
        assertThat(server.get("/desks/1/busy", services).status()).isEqualTo(403);
    }
}
