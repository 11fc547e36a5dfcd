package dev.dovetail.examples.telephony.server;

import static java.util.stream.Collectors.joining;

import dev.dovetail.examples.telephony.database.DatabaseUrl;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.http.fuzz.Exemption;
import dev.dovetail.http.fuzz.Fuzzer;
import dev.dovetail.http.fuzz.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Sends requests to the server on PostgreSQL. A program, run by {@code bin/fuzz-test}: how many requests, and the seed.
 */
public final class TelephonyFuzz {
    private static final String TOKEN = "fuzz";

    /** Holds what the server's description in {@code spec} calls a 500: the file, the requests, the answers. */
    private static final List<Exemption> FORETOLD = List.of(
            foretold(
                    "conventions.md",
                    "^(POST|PUT) /(contexts|groups|moh|users|agents)(/[^/ ?]+)?([?][^ ]*)? null$",
                    "the body is null"),
            foretold(
                    "resources/user_external_app.yaml",
                    "^POST /users/[^/]+/external/apps",
                    "apps are made by their names"),
            foretold("resources/application.yaml", "^(POST|PUT) /applications", "a node without options"),
            foretold("resources/context.yaml", "^(POST|PUT) /contexts", "a range comes twice in one context"),
            foretold("resources/trunk.yaml", "^PUT /trunks/.*twilio_incoming", "twilio_incoming is null"),
            foretold(
                    "resources/phone_number.yaml",
                    "^PUT /phone-numbers/.*shared",
                    "main phone number is always shared"),
            foretold("resources/moh.yaml", "^PUT /moh/[^/]+/files/", "the file is too short for a header"),
            foretold("resources/extension.yaml", "^(POST|PUT) ", "extension '[^']*[*#][^']*' is not a number"),
            foretold("resources/line.yaml", "^PUT /users/.*recursive=", "endpoint of a line that stays needs its uuid"),
            foretold(
                    "resources/user.yaml", "^(POST /users|PUT /users/.*recursive=)", "incall of a user needs its ext"));

    private TelephonyFuzz() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("PostgreSQL: " + run(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1])));
        System.exit(0);
    }

    static Report run(int requests, long seed) throws IOException, InterruptedException, SQLException {
        String database = TestPostgresql.newDatabase();
        DatabaseUrl url = DatabaseUrl.parse(database, Optional.empty());
        Options options = Objects.requireNonNull(Launcher.options(
                new String[] {"--port=0", "--db=" + database, "--auth=dev"},
                new PrintWriter(PrintWriter.nullWriter())));
        try (TelephonyServer server = TelephonyServer.start(options, Map.of("DOVETAIL_DEV_TOKEN", TOKEN));
                Connection connection = DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
                Statement statement = connection.createStatement()) {
            statement.execute("set max_parallel_workers_per_gather = 0"); // the tables are small
            String sums = sums(statement);
            return new Fuzzer(
                            document(server),
                            server.url(),
                            Map.of("X-Auth-Token", TOKEN),
                            () -> all(statement, sums),
                            seed)
                    .exempt(FORETOLD)
                    .send(requests);
        } finally {
            TestPostgresql.drop(database);
        }
    }

    private static Exemption foretold(String source, String request, String answer) {
        return new Exemption(source, 500, Pattern.compile(request), Pattern.compile(answer));
    }

    private static JsonNode document(TelephonyServer server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/1.1/api/api.yml"))
                .header("X-Auth-Token", TOKEN)
                .build();
        return new YAMLMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    /** Returns a query that counts and hashes the rows of each table but those that hold no configuration. */
    private static String sums(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                + " and tablename !~ '^(dovetail_|flyway_)' order by 1")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables.stream()
                .map(table -> "select '" + table + "', count(*), sum(hashtext(t::text)) from \"" + table + "\" t")
                .collect(joining(" union all ", "", " order by 1"));
    }

    private static String all(Statement statement, String sums) {
        StringBuilder all = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(sums)) {
            while (rows.next()) {
                all.append(rows.getString(1))
                        .append(' ')
                        .append(rows.getString(2))
                        .append(' ');
                all.append(rows.getString(3)).append('\n');
            }
            return all.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
