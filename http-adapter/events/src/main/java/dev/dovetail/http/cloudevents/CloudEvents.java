package dev.dovetail.http.cloudevents;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.stream.StreamedEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes events as CloudEvents 1.0, in the structured mode of their JSON format.
 *
 * @param source names the application
 */
public record CloudEvents(String source, EventCodec codec) {

    /** The media type of one event. */
    public static final String MEDIA_TYPE = "application/cloudevents+json";

    /** Holds the attributes that tell an event from others. */
    private record Attributes(
            UUID id,
            String type,
            String subject,
            Instant time,
            @Nullable String traceparent) {}

    /** Returns an event that is on its way. */
    public String structured(OutboxEntry event) {
        Attributes attributes = new Attributes(
                event.id(),
                event.name(),
                event.subject(),
                event.recordedAt(),
                event.traceparent().orElse(null));
        return structured(attributes, event.data() == null ? null : event.text(codec));
    }

    /** Returns an event of a stream. */
    public String structured(StreamedEvent event) {
        Attributes attributes =
                new Attributes(event.id(), event.name(), event.subject(), event.recordedAt(), event.traceparent());
        return structured(attributes, event.data());
    }

    private String structured(Attributes event, @Nullable String data) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id().toString());
        attributes.put("source", source);
        attributes.put("type", event.type());
        if (!event.subject().isEmpty()) { // optional, and then not empty
            attributes.put("subject", event.subject());
        }
        attributes.put("time", event.time().toString());
        if (event.traceparent() != null) {
            attributes.put("traceparent", event.traceparent()); // the extension for tracing
        }
        String envelope = codec.encode(attributes);
        return data == null
                ? envelope
                : envelope.substring(0, envelope.length() - 1) + ",\"datacontenttype\":\"application/json\",\"data\":"
                        + data + "}";
    }
}
