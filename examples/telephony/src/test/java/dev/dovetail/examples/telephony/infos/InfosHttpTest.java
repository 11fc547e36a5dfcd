package dev.dovetail.examples.telephony.infos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.server.TelephonyServer;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.StandInAuth;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class InfosHttpTest extends HttpTest {

    @Covers({"infos/GET", "infos/absent", "infos/methods/item", "infos/tenanted"})
    @Test
    void tellsTheSameToEveryTenant() {
        JsonNode infos = api.get("/infos").found();
        assertThat(infos.propertyNames()).containsExactlyInAnyOrder("uuid", "wazo_version");
        assertThat(UUID.fromString(infos.get("uuid").stringValue()).version()).isEqualTo(4);
        assertThat(infos.get("wazo_version").stringValue()).matches("[0-9]{2}\\.[0-9]{2}");
        assertThat(node.client(tenants.child()).get("/infos").found()).isEqualTo(infos);
        assertThat(node.client(tenants.parent()).in(tenant).get("/infos").found())
                .isEqualTo(infos);
    }

    @Covers({"infos/fields/uuid", "infos/fields/wazo_version", "infos/paths/item"})
    @Test
    void keepsTheUuidOfTheInstallation(@TempDir Path folder) {
        assertThat(infos(folder))
                .isEqualTo(infos(folder))
                .isNotEqualTo(api.get("/infos").found());
    }

    private static JsonNode infos(Path folder) {
        try (StandInAuth auth = new StandInAuth().start();
                TelephonyServer server = TelephonyServer.start(
                        List.of("--port=0", "--db=h2:" + folder.resolve("h2"), "--auth=" + auth.url()))) {
            return Client.of(server.url() + "/1.1").token("t").get("/infos").found();
        }
    }

    @Covers("infos/other_methods")
    @Test
    void refusesOtherMethods() {
        for (String path : List.of("/infos", "/status")) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                var reply = api.send(method, path, "{}");
                assertThat(reply.status()).as(method + path).isEqualTo(405);
                assertThat(reply.body()).matches("\\{\"message\":\"[^\"]+\"}\n");
            }
        }
    }
}
