package dev.dovetail.examples.telephony.server;

import static dev.dovetail.examples.telephony.testing.Json.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.database.TestPostgresql;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.StandInAuth;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs {@code --clean-tenants} on what a server has left. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"h2", "postgresql"})
class TenantCleanUpTest {
    private static final int FAILED = 1;

    @Parameter
    private String database;

    @TempDir
    private Path folder;

    private final StandInAuth service = new StandInAuth().start();
    private String db;

    @BeforeEach
    void fillTwoTenants() {
        db = database.equals("h2") ? "h2:" + folder.resolve("h2") : TestPostgresql.newInstallation();
        try (TelephonyServer server = start()) {
            for (String tenant : List.of(StandInAuth.MASTER, StandInAuth.SUB)) {
                Client api = api(server).in(tenant);
                JsonNode context = api.post("/contexts", body("label", "x")).created();
                api.post("/voicemails", body("name", "v", "number", "1", "context", context.get("name")))
                        .created();
            }
        }
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private TelephonyServer start() {
        return TelephonyServer.start(List.of("--port=0", "--db=" + db, "--auth=" + service.url()));
    }

    private static Client api(TelephonyServer server) {
        return Client.of(server.url() + "/1.1").token("t");
    }

    private int clean() {
        return Launcher.run("--clean-tenants", "--db=" + db, "--auth=" + service.url());
    }

    /** Checks which tenants have anything, as one sees it who sees both. */
    private void areLeft(String... tenants) {
        service.listing(StandInAuth.MASTER, StandInAuth.SUB);
        try (TelephonyServer server = start()) {
            Client api = api(server);
            assertThat(api.get("/tenants?recurse=true").items("uuid")).containsExactlyInAnyOrder(tenants);
            for (String list : List.of("/contexts", "/voicemails")) {
                assertThat(api.get(list + "?recurse=true").items("tenant_uuid")).containsExactlyInAnyOrder(tenants);
            }
        }
    }

    @Covers("tenant/side_effects/4")
    @Test
    void removesTenantsThatAreNoLongerListedWithEverythingInThem() {
        assertThat(clean()).isZero();
        areLeft(StandInAuth.MASTER, StandInAuth.SUB);
        service.listing(StandInAuth.MASTER);
        assertThat(clean()).isZero();
        areLeft(StandInAuth.MASTER);
    }

    @Test
    void removesNothingUnlessTheServiceListsTenants() {
        service.listing();
        assertThat(clean()).isEqualTo(FAILED);
        service.answering(500);
        assertThat(clean()).isEqualTo(FAILED);
        service.answering(200);
        service.answeringAccount(401);
        assertThat(clean()).isEqualTo(FAILED);
        service.answeringAccount(200);
        service.stop();
        assertThat(clean()).isEqualTo(FAILED);
        service.start();
        areLeft(StandInAuth.MASTER, StandInAuth.SUB);
    }
}
