package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.style.ApiStyle;
import org.junit.jupiter.api.Test;

class NamingTest extends ServedTest {
    /** Ends every answer with a newline. */
    private static final class Lines implements ApiStyle {
        @Override
        public Json json() {
            return new Json(true);
        }
    }

    @Override
    HttpApi.Builder options(HttpApi.Builder api) {
        return api.naming(Naming.SNAKE_CASE).basePath("/1.1").style(new Lines()).tokenHeader("X-Auth-Token");
    }

    private Answer post(String body) {
        return server.post("/1.1/phones", body, "X-Auth-Token", SampleServer.TOKEN);
    }

    private Answer get(String path) {
        return server.get(path, "X-Auth-Token", SampleServer.TOKEN);
    }

    @Test
    void namesFieldsFiltersAndPointersInSnakeCase() {
        Answer created = post("{\"name\": \"n\", \"max_calls\": 3, \"number_ranges\": [{\"start\": \"1\"}]}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains(server.url() + "/1.1/phones/1");
        assertThat(created.body())
                .contains("\"max_calls\":3", "\"number_ranges\":[{")
                .endsWith("}\n");
        assertThat(get("/1.1/phones?max_calls=3").total()).isEqualTo(1);
        assertThat(get("/1.1/phones?max_calls=4").total()).isZero();
        assertThat(get("/1.1/phones?maxCalls=4").violations()).containsExactly("/max_calls unknown-parameter");
        assertThat(get("/1.1/phones?max_calls=x").violations()).containsExactly("/max_calls type");
        Answer refused = post("{\"name\": \"m\", \"max_calls\": \"x\", \"number_ranges\": [{\"start\": \"x\"}]}");
        assertThat(refused.violations()).containsExactly("/max_calls type", "/number_ranges/0/start pattern");
    }

    @Test
    void servesNothingOutsideItsBasePath() {
        assertThat(get("/phones").status()).isEqualTo(404);
        assertThat(get("/1.1").status()).isEqualTo(404);
        assertThat(get("/1.1/phones").status()).isEqualTo(200);
        assertThat(get("/1.10/phones").status()).isEqualTo(404);
    }

    @Test
    void takesTheTokenFromItsHeaderOnly() {
        assertThat(server.get("/1.1/phones").status()).isEqualTo(401);
    }
}
