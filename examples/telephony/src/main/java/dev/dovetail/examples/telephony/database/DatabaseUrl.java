package dev.dovetail.examples.telephony.database;

import dev.dovetail.examples.telephony.setup.SetupException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names a database: {@code mem}, {@code h2:FILE} or {@code postgresql://user:password@host:port/name}.
 *
 * @param shown what may be printed: without the password
 * @param jdbcUrl without user and password
 * @param user null for H2
 * @param password null if there is none
 */
public record DatabaseUrl(
        String shown,
        String jdbcUrl,
        @Nullable String user,
        @Nullable String password) {
    private static final String EXPECTED = "(expected: mem, h2:FILE or postgresql://user:password@host:port/name)";
    private static final String MEMORY = "mem";
    private static final Pattern POSTGRESQL = Pattern.compile(
            "postgres(?:ql)?://(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<hosts>[^/@?#]+)/(?<name>[^/?#]+)"
                    + "(?:\\?(?<options>[^#]*))?");
    private static final Pattern HOST =
            Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+\\]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");
    private static final String DEFAULT_PORT = "5432";

    /**
     * Reads a URL. Percent-encoded characters are decoded; a port that is not given is 5432; several hosts may be
     * given, with commas between, of which the one is used that takes writes.
     *
     * @param password used if the URL has none
     * @throws SetupException if it is none of the three forms
     */
    public static DatabaseUrl parse(String text, Optional<String> password) {
        if (text.equals(MEMORY)) {
            return h2(MEMORY, "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        } else if (text.startsWith("h2:")) {
            return file(text.substring("h2:".length()));
        }
        Matcher url = POSTGRESQL.matcher(text);
        if (!url.matches()) {
            throw new SetupException("--db: not understood " + EXPECTED);
        }
        return postgresql(url, password.orElse(null));
    }

    private static DatabaseUrl h2(String shown, String rest) {
        return new DatabaseUrl(shown, "jdbc:h2:" + rest + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", null, null);
    }

    private static DatabaseUrl file(String name) {
        try {
            String path = Path.of(name).toAbsolutePath().normalize().toString();
            if (name.isBlank() || path.indexOf(';') >= 0) {
                throw new SetupException("--db: h2:" + name + ": not a file name that H2 takes");
            }
            // With the delay a killed server loses what it committed in the last half second.
            return h2("h2:" + path, "file:" + path + ";WRITE_DELAY=0");
        } catch (InvalidPathException e) {
            throw new SetupException("--db: h2:" + name + ": not a file name", e);
        }
    }

    private static DatabaseUrl postgresql(Matcher url, @Nullable String otherPassword) {
        String user = url.group("user");
        if (user == null || user.isEmpty()) {
            throw new SetupException("--db: postgresql: the user is missing " + EXPECTED);
        }
        List<String> hosts = new ArrayList<>();
        for (String one : url.group("hosts").split(",", -1)) {
            Matcher host = HOST.matcher(one);
            if (!host.matches()) {
                throw new SetupException("--db: postgresql: not a host: '" + one + "' " + EXPECTED);
            }
            hosts.add(host.group("host") + ":" + (host.group("port") == null ? DEFAULT_PORT : host.group("port")));
        }
        String place = String.join(",", hosts) + "/" + url.group("name");
        String options = url.group("options") == null ? "" : "&" + url.group("options");
        String target = hosts.size() > 1 ? "&targetServerType=primary" : "";
        String password = url.group("password") == null ? otherPassword : decoded(url.group("password"));
        return new DatabaseUrl(
                "postgresql://" + place,
                "jdbc:postgresql://" + place + "?ApplicationName=dovetail-telephony&connectTimeout=5" + target
                        + options,
                decoded(user),
                password);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new SetupException("--db: postgresql: user or password: not percent-encoded properly", e);
        }
    }

    /** Returns whether this is in memory: new at each start, and gone at its end. */
    public boolean isInMemory() {
        return shown.equals(MEMORY);
    }

    /** Returns whether this is PostgreSQL, rather than H2. */
    public boolean isPostgresql() {
        return user != null;
    }

    @Override
    public String toString() {
        return shown;
    }
}
