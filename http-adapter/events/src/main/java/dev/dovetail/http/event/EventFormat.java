package dev.dovetail.http.event;

import dev.dovetail.http.cloudevents.CloudEvents;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.EventCodec;
import dev.dovetail.stream.Position;
import dev.dovetail.stream.StreamedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a stream of events as the HTML standard, section 9.2 (server-sent events), has it. Not thread-safe.
 *
 * <p>An event that is left out moves the reader on all the same: the next block of any kind carries the position.
 */
final class EventFormat {
    /** The media type. */
    static final String MEDIA_TYPE = "text/event-stream";

    private static final int RETRY_MILLIS = 2_000;
    private static final String LOST = "events_lost";

    private final EventCodec codec = JacksonCodec.create();
    private final CloudEvents events;
    private final StringBuilder out = new StringBuilder();

    EventFormat(String source) {
        this.events = new CloudEvents(source, codec);
    }

    /** Tells where the stream begins, and when to come again if it breaks off. */
    EventFormat opening(Position position) {
        out.append("retry: ").append(RETRY_MILLIS).append('\n');
        return position(position);
    }

    /** Tells how far the stream has been read, which shows that it is alive as well. */
    EventFormat position(Position position) {
        out.append("id: ").append(position).append("\n\n");
        return this;
    }

    EventFormat event(StreamedEvent event, Position position) {
        return block(event.name(), events.structured(event), position);
    }

    /** Tells that events after the last one that the reader knows of are no longer kept. */
    EventFormat lost(String after, Position position) {
        return block(LOST, codec.encode(Map.of("after", after)), position);
    }

    private EventFormat block(String name, String data, Position position) {
        out.append("id: ").append(position).append('\n');
        out.append("event: ").append(name.replaceAll("[\\r\\n]", " ")).append('\n');
        for (String line : data.split("\\r\\n|[\\r\\n]", -1)) {
            out.append("data: ").append(line).append('\n');
        }
        out.append('\n');
        return this;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    /** Returns what was written since this was called last. */
    byte[] toBytes() {
        byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
        out.setLength(0);
        return bytes;
    }
}
