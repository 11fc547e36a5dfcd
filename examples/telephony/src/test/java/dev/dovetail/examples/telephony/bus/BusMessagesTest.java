package dev.dovetail.examples.telephony.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.amqp.Message;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BusMessagesTest {
    private static final UUID INSTALLATION = new UUID(7, 7);

    private static OutboxEntry event(Map<String, Object> headers) {
        return new OutboxEntry(
                new UUID(1, 1),
                new UUID(2, 2),
                OutboxEntry.Kind.EVENT,
                "line_created",
                "Line/1",
                headers,
                new OutboxEntry.Encoded("{\"id\":1}", JacksonCodec.snakeCase()),
                Instant.parse("2026-11-24T10:00:00Z"),
                null,
                null,
                0);
    }

    @Test
    void saysTheSameTwiceAndTheTimeOfThePlace() {
        BusMessages messages = new BusMessages(INSTALLATION, ZoneId.of("Asia/Tokyo"));

        Message message = messages.of(event(Map.of("tenant_uuid", "t")));

        assertThat(message).isEqualTo(messages.of(event(Map.of("tenant_uuid", "t"))));
        assertThat(message.exchange()).isEqualTo("wazo-headers");
        assertThat(message.headers())
                .isEqualTo(Map.of(
                        "name", "line_created",
                        "required_access", "event.line_created",
                        "required_acl", "events.line_created",
                        "origin_uuid", INSTALLATION.toString(),
                        "timestamp", "2026-11-24T19:00:00",
                        "tenant_uuid", "t"));
        assertThat(JsonMapper.shared().readTree(message.body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"name": "line_created", "required_access": "event.line_created",
                         "required_acl": "events.line_created", "origin_uuid": "%s",
                         "timestamp": "2026-11-24T19:00:00", "tenant_uuid": "t", "data": {"id": 1}}
                        """.formatted(INSTALLATION)));
    }
}
