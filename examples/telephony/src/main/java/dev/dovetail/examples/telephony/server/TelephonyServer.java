package dev.dovetail.examples.telephony.server;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.examples.telephony.auth.AuthService;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.auth.FixedAuthentication;
import dev.dovetail.examples.telephony.bus.Bus;
import dev.dovetail.examples.telephony.bus.TenantEvents;
import dev.dovetail.examples.telephony.database.Database;
import dev.dovetail.examples.telephony.livereload.LiveReloadStore;
import dev.dovetail.examples.telephony.seed.Seed;
import dev.dovetail.examples.telephony.seed.SeedTarget;
import dev.dovetail.examples.telephony.seed.SeedTargets;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.examples.telephony.setup.Yaml;
import dev.dovetail.examples.telephony.setup.YamlFiles;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.sysconfd.SysconfdSender;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Mounts;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.notification.outbox.Backoff;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.RelayOptions;
import dev.dovetail.plugin.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Is the running server: store, plugins, API, HTTP.
 *
 * <p>Thread-safe. Whoever starts it closes it.
 */
public final class TelephonyServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelephonyServer.class);
    private static final String SAMPLE_SEED = "sample-seed.yaml";
    private static final String DEV_TOKEN = "DOVETAIL_DEV_TOKEN";

    private final Authentication authentication;
    private final PluginRegistry registry;
    private final Database database;
    private final Bus bus;
    private final HttpServer http;
    private final Observed observed;

    private TelephonyServer(
            Authentication authentication,
            PluginRegistry registry,
            Database database,
            Bus bus,
            HttpServer http,
            Observed observed) {
        this.observed = observed;
        this.authentication = authentication;
        this.bus = bus;
        this.registry = registry;
        this.database = database;
        this.http = http;
    }

    /**
     * Starts a server on options given as on the command line; for tests.
     *
     * @param listeners are told of every event, as the message bus will be
     */
    public static TelephonyServer start(List<String> arguments, EventListener... listeners) {
        Options options = Objects.requireNonNull(
                Launcher.options(
                        arguments.toArray(String[]::new), new java.io.PrintWriter(java.io.Writer.nullWriter())),
                "options");
        return start(options, System.getenv(), listeners);
    }

    /**
     * Starts a server; it takes requests when this returns.
     *
     * @throws SetupException if it cannot start for a reason that whoever starts it can mend
     */
    static TelephonyServer start(Options options, Map<String, String> environment, EventListener... listeners) {
        String token = environment.getOrDefault(DEV_TOKEN, "");
        String devToken = token.isBlank() ? randomToken() : token;
        Authentication authentication = authentication(options, devToken);
        Database database = null;
        PluginRegistry registry = null;
        Bus bus = null;
        try {
            database = Database.open(options.databaseUrl(environment));
            bus = Bus.of(options.busServer(environment), database.installation());
            registry = registry(options, database, authentication, bus, listeners);
            Observed observed = Observed.by(options);
            HttpApi api = observed.observe(Api.of(registry, authentication)).build();
            seed(options, database, registry, api);
            HttpApi whole =
                    observed.observe(Api.whole(registry, authentication)).build();
            HttpServer http = listen(options, Mounts.of(Api.BASE_PATH, api).and(Api.WHOLE_PATH, whole));
            observed.start(registry);
            bus.consume(TenantEvents.of(registry));
            LOG.info("Serving {}{} and {} on {}", http.url(), Api.BASE_PATH, Api.WHOLE_PATH, database.url());
            if (options.isDevelopment()) {
                // Told on purpose, and only here: the token of --auth dev is good on a loopback address only.
                System.err.println("Token for development: " + devToken);
            }
            return new TelephonyServer(authentication, registry, database, bus, http, observed);
        } catch (RuntimeException e) {
            if (registry != null) {
                registry.close();
            }
            if (database != null) {
                database.close();
            }
            authentication.close();
            throw e;
        }
    }

    private static String randomToken() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    static Authentication authentication(Options options, String devToken) {
        if (options.isDevelopment()) {
            return FixedAuthentication.development(devToken);
        }
        return options.authUrl()
                .<Authentication>map(
                        url -> AuthService.at(url, options.authCache).start())
                .orElseGet(() -> FixedAuthentication.of(Path.of(options.auth)));
    }

    static PluginRegistry registry(
            Options options, Database database, Authentication authentication, Bus bus, EventListener... listeners) {
        Store store = LiveReloadStore.over(MyBatisStore.builder(database.dataSource())
                .codec(JacksonCodec.snakeCase())
                .build()
                .createOutbox());
        CommandSender sysconfd =
                options.sysconfdUrl().<CommandSender>map(SysconfdSender::to).orElse(CommandSender.none());
        PluginRegistry.Builder builder = PluginRegistry.on(store)
                .plugins(Plugins.all(database.installation(), authentication, bus))
                .without(options.without.toArray(String[]::new))
                .sender(Sysconfd.TARGET, sysconfd)
                .relay(relay -> bus.publisher().ifPresent(publisher -> relay.publisher(Bus.TARGET, publisher)))
                .relay(relay -> relay.options(relayOptions(database)))
                .relayInBackground();
        for (EventListener listener : listeners) {
            builder.listener(listener);
        }
        try {
            return builder.load();
        } catch (IllegalArgumentException e) {
            throw new SetupException("--without: " + e.getMessage(), e);
        } catch (IllegalStateException e) { // one left out is needed, or the tables are not those of this version
            throw new SetupException("plugins cannot be loaded: " + e.getMessage(), e);
        }
    }

    /**
     * Bus and daemon are near: they are tried again within ten seconds. A file of H2 is one server's, so that it need
     * not wait for the claims of the one that crashed.
     */
    private static RelayOptions relayOptions(Database database) {
        RelayOptions often =
                RelayOptions.standard().backoff(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(10), 0.2));
        return database.url().isPostgresql() ? often : often.node("only");
    }

    private static void seed(Options options, Database database, PluginRegistry registry, HttpApi api) {
        List<SeedTarget> targets = SeedTargets.of(registry, api.representations());
        Yaml content;
        if (options.seed != null) {
            content = YamlFiles.read(options.seed);
        } else if (options.isDevelopment() && options.without.isEmpty()) {
            content = YamlFiles.parse(SAMPLE_SEED, sampleSeed());
        } else {
            return;
        }
        Seed seed = Seed.of(content, targets);
        database.exclusively(() -> {
            if (seed.wanted()) {
                LOG.info("Stored {} objects of {}", seed.store(registry.unitOfWork()), content.file());
            } else if (options.seed != null) {
                LOG.info("The store is not empty: {} was not stored", content.file());
            }
        });
    }

    private static String sampleSeed() {
        try (InputStream sample = Objects.requireNonNull(
                TelephonyServer.class.getClassLoader().getResourceAsStream(SAMPLE_SEED), SAMPLE_SEED)) {
            return new String(sample.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer listen(Options options, Handler handler) {
        try {
            return options.http().start(handler);
        } catch (IOException e) {
            throw new SetupException("--host, --port: " + e.getMessage(), e);
        }
    }

    /** Returns where the server is reached, without the base path. */
    public String url() {
        return http.url();
    }

    /** Returns where health and metrics are told, if anywhere. */
    public Optional<String> managementUrl() {
        return Optional.ofNullable(observed.url());
    }

    /** Returns the plugins and their services. */
    public PluginRegistry registry() {
        return registry;
    }

    /** Stops taking requests, lets those under way end, and lets go of the database. */
    @Override
    public void close() {
        bus.close();
        http.close();
        observed.close();
        registry.close();
        database.close();
        authentication.close();
    }
}
