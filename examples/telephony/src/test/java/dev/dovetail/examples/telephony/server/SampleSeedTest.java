package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.testing.Client;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first command of the README starts from. */
class SampleSeedTest {
    private static final String PROGRAM = "examples/telephony/bin/telephony";

    static List<String> databases() {
        return List.of("mem", TestPostgresql.newDatabase());
    }

    /** Returns the arguments of the first command that starts the server. */
    private static Stream<String> firstCommand() throws IOException {
        String command = Files.readAllLines(Path.of("../../README.md")).stream()
                .filter(line -> line.contains(PROGRAM))
                .findFirst()
                .orElseThrow();
        return Stream.of(command.substring(command.indexOf(PROGRAM) + PROGRAM.length())
                        .split(" "))
                .filter(argument -> !argument.isEmpty());
    }

    private static TelephonyServer start(String db) throws IOException {
        String[] arguments = Stream.concat(firstCommand(), Stream.of("--port=0", "--db=" + db))
                .toArray(String[]::new);
        Options options = Launcher.options(arguments, new PrintWriter(PrintWriter.nullWriter()));
        return TelephonyServer.start(Objects.requireNonNull(options), Map.of("DOVETAIL_DEV_TOKEN", "t"));
    }

    @Covers("services/seed/4")
    @ParameterizedTest
    @MethodSource("databases")
    void hasTwoTenantsWithContexts(String db) throws IOException {
        try (TelephonyServer server = start(db)) {
            Client api = Client.of(server.url() + "/1.1").token("t");
            List<String> tenants = api.get("/tenants?recurse=true").items("uuid");
            assertThat(tenants).hasSize(2);
            for (String tenant : tenants) {
                assertThat(api.in(tenant).get("/tenants").items("uuid")).containsExactly(tenant);
                assertThat(api.in(tenant).get("/contexts?type=internal").items())
                        .hasSize(1);
            }
        }
    }
}
