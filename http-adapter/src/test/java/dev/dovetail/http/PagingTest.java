package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest extends ServedTest {
    @BeforeEach
    void store() {
        server.phone("{\"name\": \"e\", \"description\": \"2\", \"priority\": 1}");
        server.phone("{\"name\": \"d\", \"description\": \"1\", \"priority\": 1}");
        server.phone("{\"name\": \"c & c\", \"priority\": 2}");
        server.phone("{\"name\": \"b\", \"priority\": 2}");
        server.phone("{\"name\": \"a\", \"description\": \"1\", \"priority\": 3}");
    }

    private Optional<String> link(Answer answer, String relation) {
        Matcher link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                .matcher(answer.header("Link").orElse(""));
        return link.find() ? Optional.of(link.group(1).substring(server.url().length())) : Optional.empty();
    }

    private List<String> walk(String path) {
        List<String> names = new ArrayList<>();
        Optional<String> at = Optional.of(path);
        while (at.isPresent()) {
            Answer page = server.get(at.get());
            assertThat(page.status()).as(at + page.body()).isEqualTo(200);
            names.addAll(page.items("name"));
            at = link(page, "next");
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'a,b,c & c,d,e'",
        "direction=desc, 'e,d,c & c,b,a'",
        "order=id, 'e,d,c & c,b,a'",
        "order=priority, 'e,d,c & c,b,a'",
        "order=priority&direction=desc, 'a,b,c & c,d,e'",
        "order=description, 'd,a,e,c & c,b'",
        "order=description&direction=desc, 'b,c & c,e,a,d'",
        "priority=2, 'b,c & c'",
        "search=%26&name__ne=%C3%A4+%2B, c & c",
        "total=skipped, 'a,b,c & c,d,e'",
        "total=estimated, 'a,b,c & c,d,e'",
    })
    void leadsThroughAllPages(String query, String names) {
        for (int limit = 1; limit < 6; limit++) {
            assertThat(String.join(",", walk("/phones?limit=" + limit + "&" + query)))
                    .isEqualTo(names);
        }
    }

    @Test
    void missesAndRepeatsNothingWhenRowsComeAndGo() {
        Answer first = server.get("/phones?limit=2");
        assertThat(first.items("name")).containsExactly("a", "b");
        server.delete("/phones/5");
        server.phone("{\"name\": \"aa\"}");
        assertThat(walk(link(first, "next").orElseThrow())).containsExactly("c & c", "d", "e");
    }

    @Test
    void linksTheFirstPageFromAllOthers() {
        Answer first = server.get("/phones?limit=2&order=id");
        assertThat(link(first, "first")).contains("/phones?limit=2&order=id");
        Answer second = server.get(link(first, "next").orElseThrow());
        assertThat(link(second, "first")).contains("/phones?limit=2&order=id");
        assertThat(second.total()).isEqualTo(5);
        assertThat(link(server.get("/phones?limit=2&offset=4"), "first")).contains("/phones?limit=2");
        assertThat(server.get("/phones").header("Link")).isEmpty();
        assertThat(server.get("/phones?limit=5").header("Link")).isEmpty();
    }

    @Test
    void countsOnlyWhenItIsTo() {
        assertThat(server.get("/phones?limit=2&total=exact").total()).isEqualTo(5);
        boolean countsForNothing = store == Stores.MEMORY;
        assertThat(server.get("/phones?limit=2&total=skipped").json().has("total"))
                .isEqualTo(countsForNothing);
        assertThat(server.get("/phones?limit=2&total=estimated").total()).isEqualTo(5);
        assertThat(server.get("/phones?total=none").violations()).containsExactly("/total query-total");
    }

    private static String text(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "1",
                "[\"name+id+\"]",
                "[\"name+id+\", \"a\"]",
                "[\"name+id+\", \"a\", \"x\"]",
                "[\"name+id+\", \"a\", 1]",
                "[\"name+id+\", \"a\", null]",
                "[\"name+id+\", [], \"1\"]",
                "[\"id+name+\", \"a\", \"1\"]",
                "[\"name+id+\", \"a\", \"1\", \"2\"]",
                "[\"name-id-\", \"a\", \"1\"]",
                "[\"name+id+\", \"a\""
            })
    void refusesPlacesThatAreNone(String json) {
        Answer answer = server.get("/phones?cursor=" + text(json));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/cursor query-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=", "cursor=%C3%A4", "cursor=!!!", "cursor=AAAA", "cursor=%2B%2F%2F%2F"})
    void refusesTextsThatAreNoPlaces(String query) {
        assertThat(server.get("/phones?" + query).violations()).containsExactly("/cursor query-cursor");
    }

    @Test
    void takesTheTextOfAPlaceForItsOwnOrderOnly() {
        String place = link(server.get("/phones?limit=1"), "next").orElseThrow().replaceAll(".*cursor=", "");
        assertThat(place).matches("[-_A-Za-z0-9]+");
        assertThat(server.get("/phones?cursor=" + place).items("name")).hasSize(4);
        assertThat(server.get("/phones?direction=desc&cursor=" + place).status())
                .isEqualTo(400);
        assertThat(server.get("/phones?order=description&cursor=" + place).status())
                .isEqualTo(400);
        assertThat(server.get("/phones?offset=1&cursor=" + place).status()).isEqualTo(400);
        assertThat(server.get("/phones?offset=0&cursor=" + place).status()).isEqualTo(200);
    }

    @Test
    void ignoresPlacesWhenTheProtocolIsBasic() {
        try (SampleServer basic = SampleServer.start(store, api -> api.style(new PlainStyle()))) {
            basic.phone("{\"name\": \"a\"}");
            basic.phone("{\"name\": \"b\"}");
            Answer page = basic.get("/phones?limit=1&cursor=x&total=none");
            assertThat(page.total()).isEqualTo(2);
            assertThat(page.header("Link")).isEmpty();
        }
    }

    /** Is sorted by a value that is no column. */
    public record Room(int id, String name, @Nullable String note) {}

    @Test
    void leadsOnByOffsetWhereNoPlaceCanBeMarked() {
        Resource<Room, Integer> rooms = Resource.of(Room.class, Room::id)
                .generatedKey()
                .sortAlso(Derived.of(
                        "size", Integer.class, (Room room) -> room.name().length()))
                .build();
        try (SampleServer other =
                SampleServer.start(Stores.MEMORY, registry -> registry.plugins(ResourcePlugin.of(rooms)), api -> api)) {
            for (String name : List.of("ccc", "a", "bb")) {
                other.post("/rooms", "{\"name\": \"" + name + "\"}");
            }
            Answer first = other.get("/rooms?order=size&limit=2");
            assertThat(first.items("name")).containsExactly("a", "bb");
            assertThat(first.header("Link"))
                    .hasValueSatisfying(link -> assertThat(link)
                            .contains("<" + other.url() + "/rooms?order=size&limit=2&offset=2>; rel=\"next\""));
            assertThat(other.get("/rooms?order=size&limit=2&offset=2").header("Link"))
                    .hasValueSatisfying(link -> assertThat(link).doesNotContain("next"));
            assertThat(other.get("/rooms?order=size&limit=3").header("Link")).isEmpty();
            assertThat(other.get("/rooms?order=size&cursor=x").status()).isEqualTo(400);
        }
    }
}
