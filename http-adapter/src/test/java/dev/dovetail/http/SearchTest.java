package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads only, so one server per store does. */
@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class SearchTest {
    private static SampleServer server;

    @Parameter
    Stores store;

    @BeforeParameterizedClassInvocation
    static void serve(Stores store) {
        server = SampleServer.start(store);
        server.phone("{\"name\": \"Desk 1\", \"description\": \"Café\", \"priority\": 3}");
        server.phone("{\"name\": \"desk 2\", \"kind\": \"soft_phone\", \"maxCalls\": 7}");
        server.phone("{\"name\": \"Hall\", \"description\": \"Arrivals\", \"enabled\": false}");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        server.close();
    }

    @Test
    void refusesAnUnknownParameterWithTheNearestName() {
        Answer answer = server.get("/phones?nmae=Hall&unheard=of");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .containsExactlyInAnyOrder("/nmae unknown-parameter", "/unheard unknown-parameter");
        assertThat(answer.body()).contains("did you mean 'name'?");
        assertThat(server.get("/phones/1?recurse=true").violations()).containsExactly("/recurse unknown-parameter");
    }

    @ParameterizedTest
    @CsvSource({"priority__gt=high, /priority__gt integer", "maxCalls__isnull=maybe, /maxCalls__isnull boolean"})
    void namesTheTypeThatAValueMustHave(String query, String expected) {
        Answer answer = server.get("/phones?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/violations/0/pointer").asString()
                        + " "
                        + answer.json().at("/violations/0/details/expected").asString())
                .isEqualTo(expected);
    }

    @Test
    void showsTheFieldsAskedFor() {
        assertThat(server.get("/phones?fields=name&order=name&limit=1")
                        .json()
                        .at("/items")
                        .toString())
                .isEqualTo("[{\"name\":\"Desk 1\"}]");
        assertThat(server.get("/phones/1?fields=id,kind").body()).isEqualTo("{\"id\":1,\"kind\":\"desk\"}");
        assertThat(server.get("/phones?fields=id,naem").violations()).containsExactly("/fields query-fields");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Desk 1,Hall,desk 2'",
        "search=desk, 'Desk 1,desk 2'",
        "search=DESK%202, desk 2",
        "search=cafe, Desk 1",
        "search=CAF%C3%89, Desk 1",
        "search=soft, ''",
        "search=%25, ''",
        "search=, 'Desk 1,Hall,desk 2'",
        "name=Hall, Hall",
        "name=hall, ''",
        "kind=soft_phone, desk 2",
        "priority=3, Desk 1",
        "enabled=false, Hall",
        "maxCalls=7, desk 2",
        "description=Arrivals, Hall",
        "kind=desk&enabled=true, Desk 1",
        "search=desk&priority=5, desk 2",
        "name=Hall&name=Desk%201, Hall",
        "name__ne=Hall, 'Desk 1,desk 2'",
        "'name__in=Hall,desk%202', 'Hall,desk 2'",
        "name__startswith=D, Desk 1",
        "name__contains=es, 'Desk 1,desk 2'",
        "name__icontains=DESK, 'Desk 1,desk 2'",
        "name__gte=Hall, 'Hall,desk 2'",
        "priority__gt=3, 'Hall,desk 2'",
        "priority__gte=3&priority__lt=5, Desk 1",
        "priority__lte=3, Desk 1",
        "'priority__in=3,5', 'Desk 1,Hall,desk 2'",
        "kind__ne=desk, desk 2",
        "maxCalls__isnull=true, 'Desk 1,Hall'",
        "maxCalls__isnull=false, desk 2",
        "'order=priority,-name', 'Desk 1,desk 2,Hall'",
        "'order=-priority,name', 'Hall,desk 2,Desk 1'",
        "'order=-priority,name&direction=desc', 'Desk 1,desk 2,Hall'",
        "order=id, 'Desk 1,desk 2,Hall'",
        "order=id&direction=desc, 'Hall,desk 2,Desk 1'",
        "order=description, 'Hall,Desk 1,desk 2'",
        "order=description&direction=desc, 'desk 2,Desk 1,Hall'",
        "order=priority&direction=asc, 'Desk 1,desk 2,Hall'",
        "order=, 'Desk 1,Hall,desk 2'",
        "direction=desc, 'desk 2,Hall,Desk 1'",
    })
    void findsBySearchFilterAndOrder(String query, String names) {
        Answer answer = server.get("/phones?" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(String.join(",", answer.items("name"))).isEqualTo(names);
        assertThat(answer.total()).isEqualTo(answer.items("name").size());
    }

    @ParameterizedTest
    @CsvSource({
        "limit=2, 'Desk 1,Hall'",
        "limit=2&offset=1, 'Hall,desk 2'",
        "offset=2, desk 2",
        "offset=3, ''",
        "offset=99999999999, ''",
        "limit=99999999999, 'Desk 1,Hall,desk 2'",
        "limit=1&order=id&direction=desc, Hall",
    })
    void pagesAndCountsAll(String query, String names) {
        Answer answer = server.get("/phones?" + query);
        assertThat(String.join(",", answer.items("name"))).isEqualTo(names);
        assertThat(answer.total()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, /limit query-positive",
        "limit=-1, /limit query-min",
        "limit=ten, /limit query-type",
        "limit=, /limit query-type",
        "limit=1.5, /limit query-type",
        "offset=-1, /offset query-min",
        "offset=x, /offset query-type",
        "direction=up, /direction query-direction",
        "direction=DESC, /direction query-direction",
        "order=unheard, /order query-column",
        "order=kind, /order query-column",
        "recurse=maybe, /recurse query-type",
        "recurse=1, /recurse query-type",
        "recurse=TRUE, /recurse query-type",
        "recurse=, /recurse query-type",
        "priority=high, /priority type",
        "kind=fax, /kind type",
        "kind=DESK, /kind type",
        "enabled=yes, /enabled type",
        "maxCalls=9999999999, /maxCalls type",
    })
    void refusesInvalidQueries(String query, String violation) {
        Answer answer = server.get("/phones?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly(violation);
    }
}
