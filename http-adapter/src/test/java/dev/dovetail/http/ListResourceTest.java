package dev.dovetail.http;

import static dev.dovetail.http.sample.SampleServer.CHILD_TOKEN;
import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListResourceTest extends ServedTest {
    @Test
    void answersAnEmptyPage() {
        Answer answer = server.get("/phones");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"total\":0,\"items\":[]}");
    }

    @Test
    void writesEveryFieldInTheOrderOfTheRecord() {
        server.phone("{\"name\": \"Desk\", \"numberRanges\": [{\"start\": \"10\", \"end\": \"19\", \"length\": 4}],"
                + " \"contact\": {\"who\": \"Ann\", \"tags\": [\"x\"]}}");
        assertThat(server.get("/phones").body())
                .isEqualTo(
                        "{\"total\":1,\"items\":[{\"id\":1,\"tenant\":\"acme\",\"name\":\"Desk\",\"description\":null,"
                                + "\"kind\":\"desk\",\"priority\":5,\"enabled\":true,\"maxCalls\":null,"
                                + "\"numberRanges\":[{\"start\":\"10\",\"end\":\"19\",\"length\":4}],"
                                + "\"contact\":{\"who\":\"Ann\",\"tags\":[\"x\"]},\"version\":1,\"teams\":[]}]}");
    }

    @Test
    void limitsPagesToTheLargest() {
        try (SampleServer small = SampleServer.start(store, api -> api.search(new SearchOptions(1, 2)))) {
            for (int i = 0; i < 3; i++) {
                small.phone("{\"name\": \"" + i + "\"}");
            }
            assertThat(small.get("/phones").items("name")).containsExactly("0");
            assertThat(small.get("/phones?limit=3").items("name")).containsExactly("0", "1");
            assertThat(small.get("/phones?limit=3").total()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', own", "recurse=false, own", "recurse=true, 'below,own'"})
    void showsTenantsBelowWhenAskedTo(String query, String names) {
        server.phone("{\"name\": \"own\"}");
        server.phone("{\"name\": \"below\"}", "Authorization", "Bearer " + CHILD_TOKEN);
        server.phone("{\"name\": \"foreign\"}", "Authorization", "Bearer " + OTHER_TOKEN);
        Answer answer = server.get("/phones?" + query);
        assertThat(String.join(",", answer.items("name"))).isEqualTo(names);
    }
}
