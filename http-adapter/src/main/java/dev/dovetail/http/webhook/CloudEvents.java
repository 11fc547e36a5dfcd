package dev.dovetail.http.webhook;

import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes events as CloudEvents 1.0, in the structured mode of their JSON format.
 *
 * @param source names the application
 */
record CloudEvents(String source, EventCodec codec) {

    String structured(OutboxEntry event) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", event.id().toString());
        attributes.put("source", source);
        attributes.put("type", event.name());
        if (!event.subject().isEmpty()) { // optional, and then not empty
            attributes.put("subject", event.subject());
        }
        attributes.put("time", event.recordedAt().toString());
        event.traceparent().ifPresent(trace -> attributes.put("traceparent", trace)); // the extension for tracing
        String envelope = codec.encode(attributes);
        if (event.data() == null) {
            return envelope;
        }
        return envelope.substring(0, envelope.length() - 1) + ",\"datacontenttype\":\"application/json\",\"data\":"
                + event.text(codec) + "}";
    }
}
