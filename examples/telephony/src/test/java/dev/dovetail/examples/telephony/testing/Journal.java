package dev.dovetail.examples.telephony.testing;

import dev.dovetail.examples.telephony.coverage.Evidence;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Records, in one order, what the daemon is asked and what listeners are told. Thread-safe. */
public final class Journal implements EventListener {
    private final List<String> lines = new ArrayList<>();

    /** Returns the line of the one request that asks for these reloads. */
    public static String reload(String... commands) {
        return "POST /exec_request_handlers " + Arrays.stream(commands).sorted().collect(Collectors.joining(", "));
    }

    /** Returns the line of an event for everybody in a tenant. */
    public static String event(String name, UUID tenant, Object data) {
        return event(name, Map.of("tenant_uuid", tenant.toString(), "user_uuid:*", true), data);
    }

    /** Returns the line of an event for one user. */
    public static String event(String name, UUID tenant, String user, Object data) {
        return event(name, Map.of("tenant_uuid", tenant.toString(), "user_uuid:" + user, true), data);
    }

    /** Returns the line of an event for the services. */
    public static String event(String name, Object data) {
        return event(name, Map.of(), data);
    }

    /** Returns the line of an event with whatever headers. */
    public static String event(String name, Map<String, ?> headers, Object data) {
        return Evidence.current().expected(line(name, headers, data));
    }

    /** Returns the names of what was heard: of events, and POST for reloads. */
    public static List<String> names(List<String> heard) {
        return heard.stream().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    private static String line(String name, Map<String, ?> headers, Object data) {
        return name + " " + new TreeMap<>(headers) + " " + Json.sorted(Json.of(data));
    }

    @Override
    public void on(OutboxEntry event) {
        String data = event.data() instanceof OutboxEntry.Encoded encoded ? encoded.text() : "null";
        add(line(event.name(), event.headers(), JsonMapper.shared().readTree(data)));
    }

    synchronized void add(String line) {
        lines.add(line);
    }

    public synchronized int size() {
        return lines.size();
    }

    public synchronized List<String> since(int start) {
        return List.copyOf(lines.subList(start, lines.size()));
    }
}
