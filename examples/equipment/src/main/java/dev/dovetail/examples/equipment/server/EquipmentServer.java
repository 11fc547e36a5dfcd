package dev.dovetail.examples.equipment.server;

import dev.dovetail.dao.Store;
import dev.dovetail.examples.equipment.booking.Bookings;
import dev.dovetail.examples.equipment.counter.Counters;
import dev.dovetail.examples.equipment.instrument.Instruments;
import dev.dovetail.examples.equipment.note.Notes;
import dev.dovetail.examples.equipment.part.Parts;
import dev.dovetail.examples.equipment.person.People;
import dev.dovetail.examples.equipment.personroom.PersonRooms;
import dev.dovetail.examples.equipment.room.Rooms;
import dev.dovetail.examples.equipment.trained.TrainedPeople;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.event.EventStreams;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.http.openapi.OpenApi;
import dev.dovetail.idempotency.IdempotencyStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.amqp.AmqpPublisher;
import dev.dovetail.notification.amqp.AmqpServer;
import dev.dovetail.notification.amqp.Message;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.stream.EventStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is the running server: store, plugins, API, HTTP. Thread-safe; whoever starts it closes it. */
public final class EquipmentServer implements AutoCloseable {
    private static final String BASE_PATH = "/api";
    private static final long MAX_BODY = 8L * 1024 * 1024;
    private static final String EXCHANGE = "equipment";

    private final PluginRegistry registry;
    private final HttpServer http;
    private final @Nullable AmqpPublisher bus;

    private EquipmentServer(PluginRegistry registry, HttpServer http, @Nullable AmqpPublisher bus) {
        this.registry = registry;
        this.http = http;
        this.bus = bus;
    }

    /** Returns the plugins. */
    public static List<Plugin> plugins() {
        return List.of(
                Rooms.plugin(),
                People.plugin(),
                Instruments.plugin(),
                Bookings.plugin(),
                Notes.plugin(),
                Counters.plugin(),
                PersonRooms.plugin(),
                TrainedPeople.plugin(),
                Parts.plugin());
    }

    /** Starts a server on options given as on the command line; for tests. */
    public static EquipmentServer start(PrintWriter out, String... arguments) {
        Options options = new Options();
        new picocli.CommandLine(options).parseArgs(arguments);
        return start(options, out);
    }

    /**
     * Starts a server; it takes requests when this returns.
     *
     * @throws StartException if it cannot start for a reason that whoever starts it can mend
     */
    static EquipmentServer start(Options options, PrintWriter out) {
        List<String> tokens = options.tokens;
        if (tokens.isEmpty()) {
            String token = Tokens.random();
            tokens = List.of(token + "=lab");
            out.println("Token of the tenant lab: " + token);
        }
        Store store = Stores.open(options.db);
        AmqpPublisher bus = options.busUrl() == null ? null : publisher(options.busUrl());
        EventStream stream = EventStream.in(store, JacksonCodec.create());
        PluginRegistry registry = PluginRegistry.on(store).plugins(plugins()).stream(stream)
                .relay(relay -> {
                    if (bus != null) {
                        relay.publisher("bus", bus);
                    }
                })
                .relayInBackground()
                .load();
        HttpApi api = HttpApi.of(registry)
                .basePath(BASE_PATH)
                .tokens(Tokens.of(tokens))
                .tenants(Tokens.tenants())
                .maxBody(MAX_BODY)
                .batches()
                .idempotency(IdempotencyStore.in(store))
                .routes(EventStreams.of(stream))
                .routes(OpenApi.of("Equipment", "1.0").json("/openapi.json").page("/docs"))
                .build();
        try {
            HttpServer http =
                    HttpServer.builder().host(options.host).port(options.port).start(api);
            out.println("Serving " + http.url() + BASE_PATH + " on " + options.db.replaceFirst("//[^@/]*@", "//"));
            return new EquipmentServer(registry, http, bus);
        } catch (IOException e) {
            registry.close();
            throw new StartException("--host, --port: " + e.getMessage(), e);
        }
    }

    private static AmqpPublisher publisher(String url) {
        try {
            return AmqpPublisher.to(AmqpServer.at(url), event -> Message.plain(EXCHANGE, event, JacksonCodec.create()))
                    .exchange(EXCHANGE, "topic")
                    .build();
        } catch (IllegalArgumentException e) {
            throw new StartException("--bus: " + e.getMessage(), e);
        }
    }

    /** Returns where the API is reached. */
    public String url() {
        return http.url() + BASE_PATH;
    }

    @Override
    public void close() {
        http.close();
        registry.close();
        if (bus != null) {
            bus.close();
        }
    }
}
