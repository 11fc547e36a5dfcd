package dev.dovetail.http.event;

import com.google.common.base.Splitter;
import dev.dovetail.context.Scope;
import dev.dovetail.http.Caller;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Schema;
import dev.dovetail.stream.EventStream;
import dev.dovetail.stream.StreamedEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Serves {@code GET /events}, which tells of events as they happen (server-sent events; {@code EventSource} in
 * browsers).
 *
 * <pre>{@code
 * HttpApi.of(registry).routes(EventStreams.of(stream))
 * }</pre>
 *
 * <p>A reader is told of events of the tenants that it sees, and of those names that its token grants: of each event
 * {@code events.<name>.read}, beside {@code events.read} for the stream itself. Each is a CloudEvent. A reader who
 * comes back with {@code Last-Event-ID} misses nothing; if what it has missed is no longer kept, it is told by an event
 * {@code events_lost}, and has to read anew what it follows.
 *
 * <p>The token verifier is asked again while a stream is open, on threads of the stream: it must tell by the token, not
 * by what it finds on the thread of the request. Thread-safe.
 *
 * @since 0.1
 */
public final class EventStreams implements Consumer<Routes> {
    private static final String PATH = "/events";
    private static final String NAME = "name";
    private static final String LAST = "last_event_id";
    private static final String LAST_HEADER = "Last-Event-ID";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final EventStream stream;
    private final EventOptions options;

    private EventStreams(EventStream stream, EventOptions options) {
        this.stream = stream;
        this.options = options;
    }

    /**
     * Serves a stream with {@link EventOptions#standard()}.
     *
     * @param stream that the registry keeps: {@code PluginRegistry.Builder.stream}
     */
    public static EventStreams of(EventStream stream) {
        return of(stream, EventOptions.standard());
    }

    /**
     * Serves a stream.
     *
     * @param stream that the registry keeps: {@code PluginRegistry.Builder.stream}
     */
    public static EventStreams of(EventStream stream, EventOptions options) {
        return new EventStreams(stream, options);
    }

    /** Adds the path; called by {@code HttpApi.Builder.routes}. */
    @Override
    public void accept(Routes routes) {
        EventReaders readers =
                new EventReaders(stream, options.readers(), options.heartbeat(), options.slow(), options.source());
        routes.add(Route.of("GET", PATH, List.of(), exchange -> answer(exchange, readers, routes.errors()))
                .described(EventStreams::description));
        routes.onEndOfStreams(readers::end);
    }

    private static Response answer(Exchange exchange, EventReaders readers, ErrorRenderer errors) {
        if (readers.full()) {
            return errors.refused(503).with("Retry-After", RETRY_AFTER_SECONDS);
        }
        Request request = exchange.request();
        String last =
                request.header(LAST_HEADER).or(() -> request.parameter(LAST)).orElse(null);
        return readers.answer(last, new Grants(exchange));
    }

    /** Knows what one caller may see, as long as it is not renewed. */
    private static final class Grants implements Admission {
        private final Caller caller;
        private final Set<String> names;
        private final Map<String, Boolean> granted = new HashMap<>();
        private Scope scope;
        private Set<String> tenants;

        Grants(Exchange exchange) {
            this.caller = exchange.caller().kept();
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
            scope = caller.scope();
            tenants = texts(scope);
        }

        @Override
        public boolean admits(StreamedEvent event) {
            boolean seen = event.tenant() == null || scope.isAll() || tenants.contains(event.tenant());
            return seen && (names.isEmpty() || names.contains(event.name())) && isGranted(event.name());
        }

        private boolean isGranted(String name) {
            return granted.computeIfAbsent(name, asked -> caller.grant(List.of("events", asked, "read")));
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
