package dev.dovetail.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    @Test
    void readsWhatItWrites() {
        Position position = new Position("3f9a2c1b", 42);
        assertThat(position).hasToString("3f9a2c1b-42");
        assertThat(Position.parse("3f9a2c1b-42")).contains(position);
        assertThat(Position.parse("3f9a2c1b-0")).contains(position.at(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "3f9a2c1b",
                "3f9a2c1b-",
                "3f9a2c1b--1",
                "3f9a2c1b-042",
                "3F9A2C1B-42",
                "3f9a2c1-42",
                "3f9a2c1b-42 ",
                "3f9a2c1b-9999999999999999999"
            })
    void takesNothingElse(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }
}
