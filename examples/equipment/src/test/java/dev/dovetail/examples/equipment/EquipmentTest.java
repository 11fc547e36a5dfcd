package dev.dovetail.examples.equipment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.equipment.Served.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Served.Kind.class)
class EquipmentTest {
    private static final String OSCILLOSCOPE = """
            {"inventoryNumber": "I-1", "name": "Oscilloscope", "price": 1234.5600, "weight": 2.25, "bought": "2020-02-29",
             "calibratedAt": "2026-01-02T03:04:05.123456Z", "interval": "P365D", "tags": ["lab", "Größe"],
             "maker": {"name": "ACME", "country": "DE", "contacts": [{"name": "Ann", "email": "ann@example.org"}]},
             "secret": "1234"}""";

    @Parameter
    Served.Kind kind;

    @TempDir
    Path folder;

    private Served api;

    @BeforeEach
    void start() {
        api = Served.over(kind, folder);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void keepsEveryKindOfValue() {
        Answer created = api.post("/instruments", OSCILLOSCOPE);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.body())
                .contains("\"price\":1234.5600", "\"weight\":2.25", "\"bought\":\"2020-02-29\"")
                .contains("\"calibratedAt\":\"2026-01-02T03:04:05.123456Z\"", "\"interval\":\"PT8760H\"")
                .contains("\"tags\":[\"lab\",\"Größe\"]", "\"state\":\"working\"", "\"roomId\":null")
                .contains("\"contacts\":[{\"name\":\"Ann\",\"email\":\"ann@example.org\"}]", "\"secret\":\"1234\"");
        assertThat(api.get("/instruments/" + created.json().get("id").asLong()).body())
                .isEqualTo(created.body());
    }

    @Test
    void filtersByRangesAndSortsBySeveralColumns() {
        for (int i = 1; i <= 4; i++) {
            api.created(
                    "/instruments",
                    "{'inventoryNumber': 'N" + i + "', 'name': 'n" + i % 2 + "', 'price': " + i + ".5, 'interval': 'PT"
                            + i + "H'}");
        }
        assertThat(names(api.get("/instruments?price__gte=2.5&price__lt=4.50&order=-price")))
                .containsExactly("N3", "N2");
        assertThat(names(api.get("/instruments?price=1.50"))).containsExactly("N1");
        assertThat(names(api.get("/instruments?interval__gt=PT2H&order=interval")))
                .containsExactly("N3", "N4");
        assertThat(names(api.get("/instruments?order=name,-inventoryNumber"))).containsExactly("N4", "N2", "N3", "N1");
        assertThat(names(api.get("/instruments?inventoryNumber__in=N1,N4&order=inventoryNumber")))
                .containsExactly("N1", "N4");
        assertThat(names(api.get("/instruments?bought__isnull=false"))).isEmpty();
        assertThat(api.get("/instruments?fields=name&limit=1&order=inventoryNumber")
                        .json()
                        .get("items")
                        .toString())
                .isEqualTo("[{\"name\":\"n1\"}]");
        assertThat(api.get("/instruments?price__gte=much").violations()).containsExactly("/price__gte type");
    }

    private static List<String> names(Answer answer) {
        return texts(answer, "inventoryNumber");
    }

    private static List<String> texts(Answer answer, String field) {
        return answer.json()
                .get("items")
                .valueStream()
                .map(item -> item.get(field).asString())
                .toList();
    }

    @Test
    void refusesTyposWithTheNearestName() {
        Answer answer = api.post("/rooms", "{'code': 'A1', 'flor': 2}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("did you mean 'floor'?");
        assertThat(api.get("/rooms?ordre=code").body()).contains("did you mean 'order'?");
        assertThat(api.post("/rooms", "{'code': 'A1', 'id': 7, 'version': 1}").violations())
                .containsExactly("/id read-only", "/version read-only");
        assertThat(api.get("/rooms").json().get("total").asInt()).isZero();
    }

    @Test
    void clearsTheRoomOfInstrumentsWhenItGoes() {
        String room = api.created("/rooms", "{'code': 'A1'}");
        String instrument = api.created(
                "/instruments", "{'inventoryNumber': 'N', 'name': 'n', 'roomId': " + room.substring(7) + "}");
        assertThat(api.delete(room).status()).isEqualTo(204);
        assertThat(api.get(instrument).json().get("roomId").isNull()).isTrue();
        assertThat(api.get(instrument).json().get("version").asInt()).isEqualTo(2);
        assertThat(api.put(instrument, "{'roomId': 99}").violations()).containsExactly("/roomId reference-not-found");
    }

    @Test
    void booksOneAtATime() {
        String instrument = api.created("/instruments", "{'inventoryNumber': 'N', 'name': 'n'}");
        String person = api.created("/people", "{'email': 'a@example.org', 'name': 'Ann'}");
        String booking = "{'instrumentId': " + instrument.substring(13) + ", 'personId': '" + person.substring(8)
                + "', 'from': '2026-01-01T%s:00:00Z', 'until': '2026-01-01T%s:00:00Z'}";
        String first = api.created("/bookings", booking.formatted("08", "10"));
        assertThat(api.get(first).json().get("tenant").asString()).isEqualTo("lab-a");
        assertThat(api.post("/bookings", booking.formatted("09", "11")).status())
                .isEqualTo(422);
        assertThat(api.post("/bookings", booking.formatted("07", "12")).status())
                .isEqualTo(422);
        assertThat(api.post("/bookings", booking.formatted("12", "12")).violations())
                .containsExactly("/until after");
        api.created("/bookings", booking.formatted("10", "11"));
        assertThat(api.put(first, "{'until': '2026-01-01T09:00:00Z'}").status()).isEqualTo(204);
        assertThat(api.put(first, "{'until': '2026-01-01T10:30:00Z'}").status()).isEqualTo(422);
        assertThat(api.delete(instrument).status()).isEqualTo(409);
        assertThat(api.delete(person).status()).isEqualTo(204);
        assertThat(api.get("/bookings").json().get("total").asInt()).isZero();
        assertThat(api.delete(instrument).status()).isEqualTo(204);
    }

    @Test
    void keepsTenantsApart() {
        String room = api.created("/rooms", "{'code': 'A1'}");
        assertThat(api.send("b", "GET", room, "").body())
                .isEqualTo(api.send("b", "GET", "/rooms/99", "").body().replace("99", room.substring(7)));
        assertThat(api.send("other", "DELETE", room, "").status()).isEqualTo(404);
        assertThat(api.send("lab", "GET", room, "").status()).isEqualTo(200);
        assertThat(api.send("lab", "GET", "/rooms?recurse=true", "")
                        .json()
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(api.send("b", "POST", "/rooms", "{\"code\": \"A1\"}").status())
                .isEqualTo(201);
        assertThat(api.post("/rooms", "{'code': 'A1'}").status()).isEqualTo(409);
        assertThat(api.send(
                                "b",
                                "POST",
                                "/instruments",
                                "{\"inventoryNumber\": \"N\", \"name\": \"n\", \"roomId\": " + room.substring(7) + "}")
                        .violations())
                .containsExactly("/roomId reference-not-found");
    }

    @Test
    void showsSecretsToWhoMaySeeThem() {
        String instrument = api.created("/instruments", OSCILLOSCOPE);
        assertThat(api.get(instrument).json().get("secret").asString()).isEqualTo("1234");
        assertThat(api.send("blind", "GET", instrument, "").json().get("secret").isNull())
                .isTrue();
        assertThat(api.send("blind", "GET", "/instruments", "").body()).doesNotContain("1234\"");
        assertThat(api.get("/instruments?secret=1234").violations()).containsExactly("/secret unknown-parameter");
    }

    @Test
    void linksInOrderWithAttributes() {
        String person = api.created("/people", "{'email': 'a@example.org', 'name': 'Ann'}");
        String one = api.created("/rooms", "{'code': '1'}").substring(7);
        String two = api.created("/rooms", "{'code': '2'}").substring(7);
        assertThat(api.put(
                                person + "/rooms",
                                "{'rooms': [{'id': " + two + ", 'role': 'owner', 'since': '2026-01-01'}, {'id': " + one
                                        + "}]}")
                        .status())
                .isEqualTo(204);
        assertThat(api.get(person + "/rooms").body())
                .contains("\"total\":2", "\"role\":\"owner\",\"since\":\"2026-01-01\"", "\"role\":\"guest\"");
        Answer page = api.get(person + "/rooms?limit=1&offset=1");
        assertThat(page.json().get("total").asInt()).isEqualTo(2);
        assertThat(page.json().at("/items/0/code").asString()).isEqualTo("1");
        assertThat(api.delete(person + "/rooms/" + two).status()).isEqualTo(204);
        assertThat(api.get(person + "/rooms").json().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void showsLinksFromBothSides() {
        String person = api.created("/people", "{'email': 'ann@example.org', 'name': 'Ann'}");
        String other = api.created("/people", "{'email': 'bob@example.org', 'name': 'Bob'}");
        String room = api.created("/rooms", "{'code': 'A1'}");
        api.put(person + room, "{'role': 'owner'}");
        api.put(other + room, "{}");
        String instrument = api.created("/instruments", "{'inventoryNumber': 'I-1', 'name': 'Scope'}");
        api.put(instrument + "/trained/" + person.substring("/people/".length()), "{}");

        assertThat(texts(api.get(room + "/people"), "name")).containsExactly("Ann", "Bob");
        assertThat(api.get(room + "/people").body()).contains("\"role\":\"owner\"");
        assertThat(texts(api.get(room + "/people?limit=1&offset=1"), "name")).containsExactly("Bob");
        assertThat(texts(api.get(person + "/instruments"), "name")).containsExactly("Scope");
        assertThat(api.send("b", "GET", room + "/people", "").status()).isEqualTo(404);
        assertThat(api.get("/rooms/99/people").status()).isEqualTo(404);
    }

    @Test
    void makesNoInstrumentAPartOfItself() {
        String a = api.created("/instruments", "{'inventoryNumber': 'A', 'name': 'a'}")
                .substring(13);
        String b = api.created("/instruments", "{'inventoryNumber': 'B', 'name': 'b'}")
                .substring(13);
        String c = api.created("/instruments", "{'inventoryNumber': 'C', 'name': 'c'}")
                .substring(13);
        assertThat(api.put("/instruments/" + a + "/parts/" + b, "").status()).isEqualTo(204);
        assertThat(api.put("/instruments/" + b + "/parts/" + c, "").status()).isEqualTo(204);
        assertThat(api.put("/instruments/" + c + "/parts/" + a, "").status()).isIn(409, 422);
        assertThat(api.put("/instruments/" + a + "/parts/" + a, "").status()).isIn(409, 422);
        assertThat(api.put("/instruments/" + a + "/parts/" + c, "").status()).isIn(409, 422);
        assertThat(api.get("/instruments/" + a + "/parts")
                        .json()
                        .at("/items/0/inventoryNumber")
                        .asString())
                .isEqualTo("B");
        assertThat(api.delete("/instruments/" + b).status()).isEqualTo(204);
        assertThat(api.put("/instruments/" + c + "/parts/" + a, "").status()).isEqualTo(204);
    }

    @Test
    void takesKeysOfAnyText() {
        for (String slug : List.of("a/b", "a\\b", "100%", "..x", "a;b", "ä ö", "\u0001", "😀", "a+b", "?q#f")) {
            String body = "{\"slug\": " + tools.jackson.databind.node.StringNode.valueOf(slug) + ", \"body\": \"x\"}";
            Answer created = api.send("a", "POST", "/notes", body);
            assertThat(created.status()).as(slug + created.body()).isEqualTo(201);
            assertThat(api.get(created.header("Location")).body()).as(slug).isEqualTo(created.body());
            assertThat(api.get("/notes?slug=" + URLEncoder.encode(slug, StandardCharsets.UTF_8))
                            .json()
                            .get("total")
                            .asInt())
                    .as(slug)
                    .isEqualTo(1);
            assertThat(api.send("a", "PUT", created.header("Location"), "{\"body\": \"y\"}")
                            .status())
                    .isEqualTo(204);
            assertThat(api.delete(created.header("Location")).status()).as(slug).isEqualTo(204);
        }
    }

    @Test
    void countsWithoutBounds() {
        String large = "9".repeat(300);
        for (String number : List.of("-9223372036854775808", "9223372036854775807", "0", "-1")) {
            Answer created = api.post("/counters", "{'number': " + number + ", 'value': " + large + "}");
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            assertThat(created.header("Location")).endsWith("/counters/" + number);
            assertThat(api.get(created.header("Location")).body())
                    .isEqualTo("{\"number\":" + number + ",\"value\":" + large + "}");
        }
        assertThat(api.get("/counters?value=" + large).json().get("total").asInt())
                .isEqualTo(4);
        assertThat(api.get("/counters?value__gt=1" + large).json().get("total").asInt())
                .isZero();
        assertThat(api.put("/counters/0", "{'number': 1}").status()).isEqualTo(422);
        assertThat(api.post("/counters", "{'number': 5, 'value': 1.5}").violations())
                .containsExactly("/value type");
    }

    @Test
    void tellsOfItselfAndOfWhatHappened() {
        assertThat(api.get("/openapi.json").json().get("paths").propertyNames())
                .contains("/instruments/{id}/parts", "/people/{peopleId}/rooms/{roomId}", "/events", "/batch");
        assertThat(api.get("/docs").status()).isEqualTo(200);
        assertThat(api.get("/rooms").header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.send("reader", "POST", "/rooms", "{\"code\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(api.send("unknown", "GET", "/rooms", "").status()).isEqualTo(401);
    }
}
