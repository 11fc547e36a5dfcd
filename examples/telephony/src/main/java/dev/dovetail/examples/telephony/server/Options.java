package dev.dovetail.examples.telephony.server;

import dev.dovetail.examples.telephony.database.DatabaseUrl;
import dev.dovetail.examples.telephony.setup.SetupException;
import dev.dovetail.examples.telephony.setup.YamlFiles;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.http.jetty.HttpServerBuilder;
import dev.dovetail.notification.amqp.AmqpServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds what the command line and the configuration file say. */
@Command(
        name = "dovetail-telephony",
        description = "Serves the configuration of a telephony system.",
        mixinStandardHelpOptions = true,
        version = "Dovetail telephony",
        sortOptions = false)
public final class Options {
    private static final String NONE = "none";
    private static final String DEV = "dev";
    private static final List<String> LOOPBACK = List.of("127.0.0.0/8", "::1");
    private static final int COMPRESSED_FROM = 1024;

    @Option(names = "--port", paramLabel = "PORT", description = "0 to 65535, 0 for any free one; 9486 unless given")
    int port = 9486;

    @Option(names = "--host", paramLabel = "HOST", description = "name or address to listen on; 127.0.0.1 unless given")
    String host = "127.0.0.1";

    @Option(
            names = "--db",
            paramLabel = "DB",
            description = "mem, h2:FILE or postgresql://user:password@host:port/name; h2:data/telephony unless given")
    String db = "h2:data/telephony";

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = "holds the database's password; it may also be in DOVETAIL_DB_PASSWORD")
    @Nullable
    Path dbPasswordFile;

    @Option(
            names = "--auth",
            paramLabel = "AUTH",
            description = "file of tokens and tenants, http://account:password@host:port of an authentication service,"
                    + " or dev: one token, printed at start; dev unless given")
    String auth = DEV;

    @Option(
            names = "--auth-cache",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "how long answers of the authentication service are remembered: 500ms, 10s, 1m, 0 for never;"
                    + " 10s unless given")
    Duration authCache = Duration.ofSeconds(10);

    @Option(
            names = "--sysconfd",
            paramLabel = "URL",
            description = "http://host:port of the system daemon, or none; none unless given")
    String sysconfd = NONE;

    @Option(
            names = "--bus",
            paramLabel = "URL",
            description =
                    "amqp://user:password@host:port/vhost of a message bus, or amqps, or none; none unless given; the"
                            + " password may also be in DOVETAIL_BUS_PASSWORD")
    String bus = NONE;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            description =
                    "0 to 65535; where health, metrics and build information are told, on 127.0.0.1 and without a token;"
                            + " nowhere unless given")
    @Nullable
    Integer managementPort;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "NETWORK",
            split = ",",
            description =
                    "address or network (10.0.0.7, 10.0.0.0/8, fd00::/8) of a reverse proxy that is believed what it says"
                            + " of clients and URLs, as often as needed or with commas between, or none; those on this"
                            + " machine unless given")
    List<String> trustedProxies = new ArrayList<>();

    @Option(
            names = "--cors-origin",
            paramLabel = "ORIGIN",
            split = ",",
            description =
                    "origin (https://console.example) of web pages that may use this server, as often as needed or with"
                            + " commas between, or * for all; none unless given")
    List<String> corsOrigins = new ArrayList<>();

    @Option(names = "--compress", description = "compresses answers from 1 KiB on by gzip; no unless given")
    boolean compress;

    @Option(names = "--access-log", description = "logs a line per request; no unless given")
    boolean accessLog;

    @Option(names = "--seed", paramLabel = "FILE", description = "YAML with the objects of an empty store")
    @Nullable
    Path seed;

    @Option(
            names = "--without",
            paramLabel = "PLUGIN",
            split = ",",
            description = "plugins to leave out, with commas between")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--clean-tenants",
            description =
                    "serves nothing: removes the tenants that --auth no longer lists, with everything in them, and ends")
    boolean cleanTenants;

    @Option(
            names = "--check",
            description = "serves nothing: starts, asks itself for something and ends, with 0 if all went well")
    boolean check;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML with these options as keys; what is given here wins")
    @Nullable
    Path config;

    Options() {}

    /** Refuses what does not go together, and fills in what has to be read from elsewhere. */
    void check() {
        if (port < 0 || port > 65_535) {
            throw new SetupException("--port: " + port + " (expected: 0 to 65535)");
        }
        if (managementPort != null && (managementPort < 0 || managementPort > 65_535)) {
            throw new SetupException("--management-port: " + managementPort + " (expected: 0 to 65535)");
        }
        if (authCache.isNegative()) {
            throw new SetupException("--auth-cache: negative (expected: a time such as 10s)");
        }
        boolean loopback = isLoopback();
        if (auth.equals(DEV) && !loopback) {
            throw new SetupException("--auth dev: only on a loopback address, not on " + host
                    + " (expected: --host 127.0.0.1, or --auth FILE or URL)");
        }
        if (auth.equals(DEV) && cleanTenants) {
            throw new SetupException(
                    "--clean-tenants: --auth dev lists none but the sample's (expected: --auth FILE or URL)");
        }
        databaseUrl(Map.of());
        sysconfdUrl();
        authUrl();
        busServer(Map.of());
        http();
    }

    /** Returns the server to listen by, which is not started yet. */
    HttpServerBuilder http() {
        HttpServerBuilder http = HttpServer.builder().host(host).port(port);
        understood("--trusted-proxy", () -> http.trustedProxies(believed().toArray(String[]::new)));
        if (!corsOrigins.isEmpty()) {
            understood("--cors-origin", () -> http.crossOrigin(Api.crossOrigin(corsOrigins)));
        }
        return compress ? http.compressedFrom(COMPRESSED_FROM) : http;
    }

    private List<String> believed() {
        if (trustedProxies.isEmpty()) {
            return LOOPBACK;
        }
        return trustedProxies.equals(List.of(NONE)) ? List.of() : trustedProxies;
    }

    private static void understood(String option, Runnable sets) {
        try {
            sets.run();
        } catch (IllegalArgumentException e) {
            throw new SetupException(option + ": " + e.getMessage(), e);
        }
    }

    private boolean isLoopback() {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new SetupException("--host: " + host + ": no such host", e);
        }
    }

    /** Returns which database to use; its password may come from elsewhere. */
    DatabaseUrl databaseUrl(Map<String, String> environment) {
        Optional<String> password = dbPasswordFile == null
                ? Optional.ofNullable(environment.get("DOVETAIL_DB_PASSWORD"))
                : Optional.of(YamlFiles.text(dbPasswordFile).stripTrailing());
        return DatabaseUrl.parse(db, password);
    }

    /** Returns where the system daemon is; empty if there is none. */
    Optional<URI> sysconfdUrl() {
        return sysconfd.equals(NONE) ? Optional.empty() : Optional.of(http("--sysconfd", sysconfd));
    }

    /** Returns where the message bus is; empty if there is none. Its password may come from elsewhere. */
    Optional<AmqpServer> busServer(Map<String, String> environment) {
        if (bus.equals(NONE)) {
            return Optional.empty();
        }
        try {
            AmqpServer server = AmqpServer.at(bus);
            String password = environment.get("DOVETAIL_BUS_PASSWORD");
            return Optional.of(password == null || password.isEmpty() ? server : server.password(password));
        } catch (IllegalArgumentException e) {
            throw new SetupException("--bus: " + e.getMessage(), e);
        }
    }

    /** Returns where the authentication service is; empty if a file or nothing stands for it. */
    Optional<URI> authUrl() {
        return auth.contains("://") ? Optional.of(http("--auth", auth)) : Optional.empty();
    }

    /** Returns whether one token for development is enough. */
    boolean isDevelopment() {
        return auth.equals(DEV);
    }

    /** The value is not shown: it may hold a password. */
    private static URI http(String option, String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // told below, without the value that the exception quotes
        }
        throw new SetupException(option + ": not understood (expected: a URL http://host:port)");
    }
}
