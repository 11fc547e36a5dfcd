package dev.dovetail.examples.telephony.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import org.junit.jupiter.api.Test;

class StatusHttpTest extends HttpTest {

    @Covers({
        "status/GET",
        "status/absent",
        "status/components/rest_api",
        "status/methods/item",
        "status/paths/item",
        "status/rules/4",
        "status/tenanted"
    })
    @Test
    void tellsWhichPartsWork() {
        var ok = body("status", "ok");
        var status =
                body("rest_api", ok, "bus_consumer", body("status", "fail"), "master_tenant", ok, "service_token", ok);
        status.set("database", ok);
        status.set("sysconfd", body("status", "ok", "kept_commands", 0));
        assertThat(api.get("/status").found()).isEqualTo(status);
        assertThat(node.client(tenants.grandchild()).get("/status").found()).isEqualTo(status);
    }
}
