package dev.dovetail.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.amqp.Message;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxEntryTest {
    private static final UUID ID = UUID.fromString("6f1c0d5e-0a0b-4c0d-8e0f-00f067aa0ba9");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-8e0f00f067aa0ba9-00";

    private static OutboxEntry caused(@Nullable String traceId, Map<String, Object> headers) {
        return new OutboxEntry(
                ID,
                new UUID(1, 1),
                OutboxEntry.Kind.EVENT,
                "line_created",
                "Line/1",
                headers,
                "data",
                Instant.EPOCH,
                null,
                traceId,
                0);
    }

    @Test
    void continuesTheTraceWithItselfAsTheParent() {
        OutboxEntry entry = caused(TRACE, Map.of());
        assertThat(entry.traceparent()).contains(PARENT);
        assertThat(entry.tried(3).to("bus").traceparent()).contains(PARENT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "t",
                "00000000000000000000000000000000",
                "4BF92F3577B34DA6A3CE929D0E0E4736",
                "4bf92f3577b34da6a3ce929d0e0e47360"
            })
    void continuesNoTraceWithoutAnIdentifierOfW3c(@Nullable String traceId) {
        assertThat(caused(traceId, Map.of()).traceparent()).isEmpty();
    }

    @Test
    void tellsTheTraceInPlainMessages() {
        JacksonCodec codec = JacksonCodec.snakeCase();
        assertThat(Message.plain("bus", caused(TRACE, Map.of("name", "line_created")), codec)
                        .headers())
                .isEqualTo(Map.of("name", "line_created", "traceparent", PARENT));
        assertThat(Message.plain("bus", caused(TRACE, Map.of("traceparent", "own")), codec)
                        .headers())
                .isEqualTo(Map.of("traceparent", "own"));
        assertThat(Message.plain("bus", caused(null, Map.of()), codec).headers())
                .isEmpty();
    }
}
