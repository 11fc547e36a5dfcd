package dev.dovetail.http;

import static dev.dovetail.http.sample.SampleServer.CHILD_TOKEN;
import static dev.dovetail.http.sample.SampleServer.OTHER_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssociationResourceTest extends ServedTest {
    @BeforeEach
    void some() {
        server.team("t");
        server.phone("{\"name\": \"one\"}");
        server.phone("{\"name\": \"two\"}");
        server.phone("{\"name\": \"three\"}");
        server.phone("{\"name\": \"off\", \"enabled\": false}");
    }

    private List<String> phones() {
        List<String> names = new ArrayList<>();
        server.get("/teams/t")
                .json()
                .get("phones")
                .forEach(phone -> names.add(phone.get("name").asString()));
        return names;
    }

    private Answer replace(int... ids) {
        StringBuilder body = new StringBuilder("{\"phones\": [");
        for (int id : ids) {
            body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
                    .append("{\"id\": ")
                    .append(id)
                    .append('}');
        }
        return server.put("/teams/t/phones", body.append("]}").toString());
    }

    @Test
    void associatesAndDissociates() {
        Answer associated = server.put("/teams/t/phones/2", "");
        assertThat(associated.status()).isEqualTo(204);
        assertThat(associated.body()).isEmpty();
        assertThat(server.put("/teams/t/phones/1", null).status()).isEqualTo(204);
        assertThat(phones()).containsExactly("two", "one");
        assertThat(server.delete("/teams/t/phones/2").status()).isEqualTo(204);
        assertThat(phones()).containsExactly("one");
    }

    @Test
    void doesNothingTwice() {
        assertThat(server.put("/teams/t/phones/1", "").status()).isEqualTo(204);
        assertThat(server.put("/teams/t/phones/1", "").status()).isEqualTo(204);
        assertThat(phones()).containsExactly("one");
        assertThat(server.delete("/teams/t/phones/1").status()).isEqualTo(204);
        assertThat(server.delete("/teams/t/phones/1").status()).isEqualTo(204);
        assertThat(phones()).isEmpty();
    }

    @Test
    void replacesTheListInItsOrder() {
        assertThat(replace(3, 1).status()).isEqualTo(204);
        assertThat(phones()).containsExactly("three", "one");
        assertThat(replace(1, 2, 3).status()).isEqualTo(204);
        assertThat(phones()).containsExactly("one", "two", "three");
        assertThat(replace(2).status()).isEqualTo(204);
        assertThat(phones()).containsExactly("two");
        assertThat(replace().status()).isEqualTo(204);
        assertThat(phones()).isEmpty();
    }

    @Test
    void countsRepeatsOnce() {
        assertThat(replace(2, 1, 2).status()).isEqualTo(204);
        assertThat(phones()).containsExactly("two", "one");
    }

    @Test
    void embedsBothSides() {
        replace(2, 1);
        assertThat(server.get("/teams").json().at("/items/0/phones").toString())
                .isEqualTo("[{\"id\":2,\"name\":\"two\"},{\"id\":1,\"name\":\"one\"}]");
        assertThat(server.get("/phones/2").json().get("teams").toString()).isEqualTo("[{\"code\":\"t\"}]");
        assertThat(server.get("/phones/3").json().get("teams").toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /teams/none/phones/1, Team, none",
        "PUT, /teams/t/phones/99, Phone, 99",
        "DELETE, /teams/t/phones/99, Phone, 99",
        "DELETE, /teams/none/phones/99, Team, none",
        "PUT, /teams/none/phones, Team, none",
    })
    void reportsAnUnknownSide(String method, String path, String resource, String key) {
        Answer answer = server.send(method, path, "{\"phones\": []}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.violations()).containsExactly("not-found");
        assertThat(answer.json().at("/violations/0/message").asString()).contains(resource, key);
    }

    @Test
    void reportsTheUnknownSideBeforeTheBody() {
        assertThat(server.put("/teams/none/phones", "{\"phones\": 1}").status()).isEqualTo(404);
    }

    @Test
    void reportsAnUnknownElementOfTheList() {
        replace(1);
        Answer answer = replace(2, 99);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("/phones reference-not-found");
        assertThat(answer.json().at("/violations/0/details/id").asInt()).isEqualTo(99);
        assertThat(phones()).containsExactly("one");
    }

    @Test
    void reportsRulesThatAreBroken() {
        assertThat(server.put("/teams/t/phones/4", "").violations()).containsExactly("not-permitted");
        assertThat(replace(1, 4).violations()).containsExactly("not-permitted");
        assertThat(phones()).isEmpty();
    }

    @Test
    void refusesToDeleteWhatIsAssociated() {
        server.put("/teams/t/phones/1", "");
        Answer refused = server.delete("/phones/1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.violations()).containsExactly("still-associated");
        assertThat(server.delete("/teams/t").status()).isEqualTo(204);
        assertThat(server.delete("/phones/1").status()).isEqualTo(204);
    }

    @Test
    void hidesForeignSides() {
        int foreign = server.phone("{\"name\": \"foreign\"}", "Authorization", "Bearer " + OTHER_TOKEN);
        assertThat(server.put("/teams/t/phones/" + foreign, "").status()).isEqualTo(404);
        assertThat(replace(foreign).violations()).containsExactly("/phones reference-not-found");
        assertThat(server.put("/teams/t/phones/1", "", "Authorization", "Bearer " + OTHER_TOKEN)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesSidesOfDifferentTenants() {
        int below = server.phone("{\"name\": \"below\"}", "Authorization", "Bearer " + CHILD_TOKEN);
        Answer answer = server.put("/teams/t/phones/" + below, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.violations()).containsExactly("different-tenants");
    }
}
