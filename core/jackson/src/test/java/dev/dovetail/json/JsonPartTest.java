package dev.dovetail.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Says what parts of a JSON text know of themselves, and how JSON is laid out. */
class JsonPartTest {

    @Test
    void knowsPlaceAndText() {
        JsonPart root = JsonPart.parse("{\n  \"a\": [1.50, \"x\\ny\"],\n\t\"b\" : null , \"c\": {\"d\":-1e3}}\n");
        JsonPart list = root.members().get("a");
        assertThat(list.isArray()).isTrue();
        assertThat(list.line() + ":" + list.column()).isEqualTo("2:8");
        assertThat(list.text()).isEqualTo("[1.50, \"x\\ny\"]");
        assertThat(list.elements()).extracting(JsonPart::text).containsExactly("1.50", "\"x\\ny\"");
        assertThat(list.elements()).extracting(JsonPart::column).containsExactly(9, 15);
        assertThat(root.members().get("b").isNull()).isTrue();
        JsonPart nested = root.members().get("c").members().get("d");
        assertThat(nested.text()).isEqualTo("-1e3");
        assertThat(nested.line()).isEqualTo(3);
    }

    @Test
    void knowsThemInALongTextToo() {
        String value = "ä€😀".repeat(5_000);
        StringBuilder text = new StringBuilder("[\n");
        for (int i = 0; i < 50; i++) {
            text.append(i == 0 ? "" : ",\n").append('"').append(value).append(i).append('"');
        }
        List<JsonPart> parts = JsonPart.parse(text.append("\n]").toString()).elements();
        assertThat(parts).hasSize(50);
        for (int i = 0; i < 50; i++) {
            assertThat(parts.get(i).text()).isEqualTo('"' + value + i + '"');
            assertThat(parts.get(i).line()).isEqualTo(i + 2);
            assertThat(parts.get(i).column()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[1", "{\"a\": 1,}", "{\"a\": 1, \"a\": 2}", "1 2", "{} x", "'a'", "/**/ 1", "NaN"
            })
    void refusesWhatIsNotOneValue(String text) {
        assertThatThrownBy(() -> JsonPart.parse(text)).isInstanceOf(JsonFault.class);
    }

    @Test
    void laysOutWhatFitsOnOneLineThere() {
        assertThat(JsonLayout.of("{\"a\":[1.50,{}],\"b\\n\":[]}", 4)).isEqualTo("{\"a\": [1.50, {}], \"b\\n\": []}");
        assertThat(JsonLayout.of("\"x\"", 4)).isEqualTo("\"x\"");
    }

    @Test
    void laysOutWhatDoesNotFitOnePartALine() {
        String word = "w".repeat(60);
        assertThat(JsonLayout.of("{\"a\":[\"" + word + "\",\"" + word + "\"],\"b\":[1,2]}", 2))
                .isEqualTo("""
                {
                    "a": [
                      "%s",
                      "%s"
                    ],
                    "b": [1, 2]
                  }""".formatted(word, word));
    }

    @Test
    void theStrictCodecNamesThePlaceOfAFault() {
        record Inner(int number) {}
        record Outer(List<Inner> inner) {}
        JsonPart root = JsonPart.parse("{\"inner\": [\n  {\"number\": 1},\n  {\"number\": \"x\"}]}");
        assertThatThrownBy(() -> JacksonCodec.create().strict().decode(root, Outer.class))
                .isInstanceOfSatisfying(JsonFault.class, e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.column()).isEqualTo(14);
                    assertThat(e.reason()).startsWith("Cannot");
                });
        assertThat(JacksonCodec.create().strict().decode(JsonPart.parse("{\"inner\": [{}]}"), Outer.class))
                .isEqualTo(new Outer(List.of(new Inner(0))));
    }
}
