package dev.dovetail.examples.telephony.callfiltermember;

import static dev.dovetail.examples.telephony.testing.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.auth.FixedAuthentication;
import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import dev.dovetail.examples.telephony.testing.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The numbers of surrogates, by feature codes that a seed gives. */
class SurrogateNumberHttpTest {
    private static final String CODE = "extensions_features:\n  - {feature: %s, exten: '%s', enabled: %s}\n";

    @TempDir
    private Path folder;

    static List<String> databases() {
        return List.of("mem", "postgresql");
    }

    private Path file(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Returns the surrogates of a call filter, of a server with this seed. */
    private List<JsonNode> surrogates(String db, String seed) throws IOException {
        String auth = """
                tenants: [{uuid: %1$s}]
                tokens: [{token: t, user_uuid: %1$s, tenant_uuid: %1$s, acl: ['#']}]
                """.formatted(FixedAuthentication.SAMPLE_MASTER);
        try (TelephonyServer server = TelephonyServer.start(List.of(
                "--port=0",
                "--db=" + (db.equals("mem") ? db : TestPostgresql.newInstallation()),
                "--auth=" + file("auth.yaml", auth),
                "--seed=" + file("seed.yaml", seed)))) {
            Client api = Client.of(server.url() + "/1.1").token("t");
            List<JsonNode> users = Stream.of("Ann", "Bob")
                    .map(name -> api.post("/users", body("firstname", name)).created())
                    .<JsonNode>map(user -> body("uuid", user.get("uuid")))
                    .toList();
            JsonNode filter = api.post("/callfilters", body("name", "f", "strategy", "all", "source", "all"))
                    .created();
            String path = "/callfilters/" + filter.get("id");
            api.put(path + "/surrogates/users", body("users", users)).done();
            List<JsonNode> shown =
                    api.get(path).found().at("/surrogates/users").valueStream().toList();
            assertThat(shown)
                    .extracting(one -> one.get("uuid"))
                    .isEqualTo(users.stream().map(one -> one.get("uuid")).toList());
            return shown;
        }
    }

    @Covers("call_filter/embedded/surrogates")
    @ParameterizedTest
    @MethodSource("databases")
    void areThePrefixOfTheFeatureCodeAndTheNumberOfTheMember(String db) throws IOException {
        Map<String, String> prefixes = Map.of("_*37.", "*37", "*38", "*38", "_*3[1-5]", "*3");
        for (var code : prefixes.entrySet()) {
            assertThat(surrogates(db, CODE.formatted("bsfilter", code.getKey(), true)))
                    .allSatisfy(one -> assertThat(one.get("exten").stringValue())
                            .isEqualTo(code.getValue() + one.get("member_id").asInt()));
        }
        for (String none : List.of(
                CODE.formatted("bsfilter", "_*37.", false), CODE.formatted("fwdbusy", "_*37.", true), "tenants: []")) {
            assertThat(surrogates(db, none))
                    .as(none)
                    .allMatch(one -> one.get("exten").isNull());
        }
    }
}
