package dev.dovetail.notification.amqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmqpServerTest {

    @Test
    void showsNeitherUserNorPassword() {
        assertThat(AmqpServer.at("amqp://ann:s3cret@bus:5673/vh")).hasToString("amqp://bus:5673/vh");
        assertThat(AmqpServer.at("amqps://ann:s3cr%65t@bus")).hasToString("amqps://bus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a:s3cret@b",
                "amqp:s3cret",
                "amqp://a:s3cret@b?x=s3cret",
                "amqp://a:s3cret@ho_st",
                "s3 cret"
            })
    void refusesOthersWithoutRepeatingThem(String uri) {
        assertThatThrownBy(() -> AmqpServer.at(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: amqp://")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3"));
    }

    @Test
    void refusesMessagesThatAmqpCannotCarry() {
        assertThatThrownBy(() -> new Message("x", "k".repeat(256), Map.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("routing key");
        assertThatThrownBy(() -> new Message("x", "k", Map.of("h", new Object()), ""))
                .hasMessageContaining("header h");
        assertThat(new Message("x", "k".repeat(255), Map.of("h", 1L), "").headers())
                .containsEntry("h", 1L);
    }
}
