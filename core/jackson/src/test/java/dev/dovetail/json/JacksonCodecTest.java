package dev.dovetail.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JacksonCodecTest {
    enum Colour {
        DARK_BLUE
    }

    record Part(
            String someName,
            Colour colour,
            Instant madeAt,
            LocalDate day,
            UUID uuid,
            List<Integer> numbers,
            int count) {}

    private static final Part PART = new Part(
            "x",
            Colour.DARK_BLUE,
            Instant.parse("2026-11-24T10:11:12.123456Z"),
            LocalDate.parse("2026-11-24"),
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            List.of(1, 2),
            3);

    private final JacksonCodec codec = JacksonCodec.create();

    @Test
    void writesRecordsReadably() {
        assertThat(codec.encode(PART))
                .isEqualTo("{\"someName\":\"x\",\"colour\":\"dark_blue\",\"madeAt\":\"2026-11-24T10:11:12.123456Z\","
                        + "\"day\":\"2026-11-24\",\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"numbers\":[1,2],"
                        + "\"count\":3}");
        assertThat(codec.encode(null)).isEqualTo("null");
        assertThat(codec.encode(Duration.ofSeconds(5))).isEqualTo("\"PT5S\"");
    }

    @Test
    void readsWhatItWrote() {
        assertThat(codec.decode(codec.encode(PART), Part.class)).isEqualTo(PART);
        assertThat(JacksonCodec.snakeCase().encode(PART)).contains("\"some_name\"", "\"made_at\"");
        assertThat(JacksonCodec.snakeCase().decode(JacksonCodec.snakeCase().encode(PART), Part.class))
                .isEqualTo(PART);
    }

    @Test
    void readsGenericTypes() throws Exception {
        record Holder(List<Part> parts, Map<Colour, List<Part>> byColour) {}
        Type parts = Holder.class.getRecordComponents()[0].getGenericType();
        Type byColour = Holder.class.getRecordComponents()[1].getGenericType();

        assertThat(codec.decode(codec.encode(List.of(PART)), parts)).isEqualTo(List.of(PART));
        Map<Colour, List<Part>> map = Map.of(Colour.DARK_BLUE, List.of(PART));
        assertThat(codec.decode(codec.encode(map), byColour)).isEqualTo(map);
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(codec.decode("{\"someName\":\"x\",\"later\":1}", Part.class).someName())
                .isEqualTo("x");
    }

    private record Reserved(String interface_, int maxCase_) {}

    @Test
    void leavesOutTheUnderscoreOfReservedWords() {
        Reserved reserved = new Reserved("x", 1);
        assertThat(JacksonCodec.snakeCase().encode(reserved)).isEqualTo("{\"interface\":\"x\",\"max_case\":1}");
        assertThat(codec.encode(reserved)).isEqualTo("{\"interface\":\"x\",\"maxCase\":1}");
        for (JacksonCodec each : List.of(codec, JacksonCodec.snakeCase())) {
            assertThat(each.decode(each.encode(reserved), Reserved.class)).isEqualTo(reserved);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> codec.decode("{\"numbers\":1}", Part.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Part");
        assertThatThrownBy(() -> codec.encode(new Object() {
                    @SuppressWarnings("unused")
                    public Object getSelf() {
                        throw new IllegalStateException("on purpose");
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
