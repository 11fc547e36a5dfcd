package dev.dovetail.examples.telephony.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import dev.dovetail.examples.telephony.testing.Await;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.StandInAuth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Has a server with an authentication service. */
class StatusTest {
    private final StandInAuth auth = new StandInAuth().start();

    @AfterEach
    void stopService() {
        auth.close();
    }

    private TelephonyServer server() {
        return TelephonyServer.start(List.of("--port=0", "--db=mem", "--auth-cache=1m", "--auth=" + auth.url()));
    }

    private static Client client(TelephonyServer server) {
        return Client.of(server.url() + "/1.1").token("t");
    }

    private static JsonNode status(String restApi, String bus, String master, String token) {
        return Json.body(
                "rest_api",
                Json.body("status", restApi),
                "bus_consumer",
                Json.body("status", bus),
                "master_tenant",
                Json.body("status", master),
                "service_token",
                Json.body("status", token),
                "database",
                Json.body("status", "ok"),
                "sysconfd",
                Json.body("status", "ok", "kept_commands", 0));
    }

    private static void awaitToken(Client api) {
        Await.until("the token is there", () -> api.get("/status").found().equals(status("ok", "fail", "ok", "ok")));
    }

    @Covers({"status/components/master_tenant", "status/components/service_token", "status/rules/2", "status/rules/3"})
    @Test
    void becomesOkWithoutARestartAndStaysSo() {
        auth.answeringAccount(401);
        try (TelephonyServer server = server()) {
            Client api = client(server);
            assertThat(api.get("/status").found()).isEqualTo(status("ok", "fail", "fail", "fail"));
            auth.answeringAccount(200);
            awaitToken(api);
            auth.stop();
            assertThat(api.get("/status").found()).isEqualTo(status("ok", "fail", "ok", "ok"));
            assertThat(api.token("another").get("/status").status()).isEqualTo(503);
        }
    }

    @Covers({"conventions/2/4", "status/errors"})
    @Test
    void keepsPathsOfTheMasterTenantUntilThatIsKnown() {
        auth.answeringAccount(401);
        String path = "/configuration/live_reload";
        try (TelephonyServer server = server()) {
            Client api = client(server);
            assertThat(api.get(path).status()).isEqualTo(503);
            assertThat(api.put(path, Json.body("enabled", false)).status()).isEqualTo(503);
            auth.answeringAccount(200);
            awaitToken(api);
            assertThat(api.get(path).found()).isEqualTo(Json.body("enabled", true));
            auth.tokensOf(StandInAuth.SUB);
            assertThat(api.token("other").get(path).status()).isEqualTo(401);
        }
    }
}
