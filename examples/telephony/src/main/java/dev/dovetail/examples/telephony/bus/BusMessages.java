package dev.dovetail.examples.telephony.bus;

import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.amqp.Message;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Makes messages of events as the clients on the bus know them: the headers that they are routed by, and a body that
 * has the same pairs and the data.
 *
 * <p>An event that is published twice is the same message, its time included.
 */
final class BusMessages implements Message.Mapping {
    private static final EventCodec CODEC = JacksonCodec.snakeCase();

    private final UUID installation;
    private final ZoneId zone;

    BusMessages(UUID installation, ZoneId zone) {
        this.installation = installation;
        this.zone = zone;
    }

    @Override
    public Message of(OutboxEntry event) {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("name", event.name());
        headers.put("required_access", "event." + event.name());
        headers.put("required_acl", "events." + event.name());
        headers.put("origin_uuid", installation.toString());
        headers.put(
                "timestamp",
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.ofInstant(event.recordedAt(), zone)));
        headers.putAll(event.headers());
        String pairs = CODEC.encode(headers);
        String body = pairs.substring(0, pairs.length() - 1) + ",\"data\":" + event.text(CODEC) + "}";
        return new Message(Bus.EXCHANGE, event.name(), headers, body);
    }
}
