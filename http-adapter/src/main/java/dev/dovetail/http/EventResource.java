package dev.dovetail.http;

import com.google.common.base.Splitter;
import dev.dovetail.context.Scope;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.event.Admission;
import dev.dovetail.http.event.EventReaders;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Schema;
import dev.dovetail.stream.StreamedEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Serves a stream of events, of the tenants that the caller sees, and of names that its token grants: of each event
 * {@code events.<name>.read}, beside {@code events.read} for the stream itself.
 */
final class EventResource {
    private static final String PATH = "/events";
    private static final String NAME = "name";
    private static final String LAST = "last_event_id";
    private static final String LAST_HEADER = "Last-Event-ID";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final EventReaders readers;
    private final Gate gate;
    private final ErrorRenderer errors;
    private final Route route;

    private EventResource(EventReaders readers, Gate gate, ErrorRenderer errors) {
        this.readers = readers;
        this.gate = gate;
        this.errors = errors;
        this.route = Route.of("GET", PATH, List.of(), this::answer).described(EventResource::description);
    }

    static void add(Routes routes, EventReaders readers, Gate gate, ErrorRenderer errors) {
        routes.add(new EventResource(readers, gate, errors).route);
    }

    private Response answer(Exchange exchange) {
        if (readers.full()) {
            return errors.refused(503).with("Retry-After", RETRY_AFTER_SECONDS);
        }
        Request request = exchange.request();
        String last =
                request.header(LAST_HEADER).or(() -> request.parameter(LAST)).orElse(null);
        return readers.answer(last, new Caller(exchange));
    }

    /** Knows what one caller may see, as long as it is not renewed. */
    private final class Caller implements Admission {
        private final Request request;
        private final Set<String> names;
        private final Map<String, Boolean> granted = new HashMap<>();
        private Scope scope;
        private Set<String> tenants;

        Caller(Exchange exchange) {
            this.request = gate.credentialsOf(exchange.request());
            this.names = names(exchange.request());
            this.scope = exchange.call().scope();
            this.tenants = texts(scope);
        }

        private static Set<String> names(Request request) {
            Set<String> names = new HashSet<>();
            request.query()
                    .getOrDefault(NAME, List.of())
                    .forEach(value -> Splitter.on(',')
                            .trimResults()
                            .omitEmptyStrings()
                            .split(value)
                            .forEach(names::add));
            return names;
        }

        private static Set<String> texts(Scope scope) {
            Set<String> texts = new HashSet<>();
            scope.visible().forEach(tenant -> texts.add(tenant.toString()));
            return texts;
        }

        @Override
        public void renew() {
            granted.clear();
            scope = gate.admit(route, List.of(), request).scope();
            tenants = texts(scope);
        }

        @Override
        public boolean admits(StreamedEvent event) {
            boolean seen = event.tenant() == null || scope.isAll() || tenants.contains(event.tenant());
            return seen && (names.isEmpty() || names.contains(event.name())) && isGranted(event.name());
        }

        private boolean isGranted(String name) {
            Function<String, Boolean> asks = asked -> gate.grants(request, List.of("events", asked, "read"));
            return granted.computeIfAbsent(name, asks);
        }
    }

    private static Description description() {
        Schema stream = Schema.string()
                .described("Server-sent events: the identifier is the place in the stream, the data a CloudEvent 1.0.");
        return Description.of("readEvents", "Tells of events as they happen, until the caller goes.")
                .parameter(NAME, Schema.string(), "Tells of events of these names alone, with commas between.")
                .parameter(
                        LAST,
                        Schema.string(),
                        "Goes on after this event, for who cannot send the header Last-Event-ID, which comes first.")
                .header(LAST_HEADER, Schema.string(), "Goes on after this event.")
                .answering(
                        200,
                        new Description.Answer(
                                "The stream. If events after the last one known are no longer kept, it begins with one"
                                        + " of the name events_lost.",
                                new Description.Content("text/event-stream", stream, true),
                                Map.of()));
    }
}
