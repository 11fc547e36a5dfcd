package dev.dovetail.examples.telephony.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What phones are set up by changes; the lines have no devices, and no provisioning service is told of. */
class ProvisioningHttpTest extends HttpTest {

    @Covers("conventions/9/5")
    @Test
    void asksForNothingButReloadsWithoutDevices() {
        Phones phones = Phones.of(api);
        JsonNode user = user();
        JsonNode line = phones.dialledLine();
        phones.give(user, line);
        JsonNode extension = line.get("extensions").get(0);
        String endpoint =
                "/endpoints/sip/" + line.get("endpoint_sip").get("uuid").stringValue();
        assertThat(asked(item("users", user), body("lastname", "Lee"))).containsExactly("POST", "user_edited");
        assertThat(asked(item("lines", line), body("position", 2))).containsExactly("POST", "line_edited");
        assertThat(asked(item("extensions", extension), body("exten", phones.exten())))
                .containsExactly("POST", "extension_edited");
        assertThat(asked(endpoint, body("label", "x"))).containsExactly("POST", "sip_endpoint_edited");
        assertThat(phones.now(line).get("device_id").isNull()).isTrue();
    }

    /** Returns what an edit asks the daemon, of which there may be reloads only, and tells. */
    private List<String> asked(String path, JsonNode edit) {
        List<String> heard = node.heard(() -> api.put(path, edit).done());
        assertThat(heard)
                .filteredOn(line -> line.startsWith("POST "))
                .allMatch(line -> line.startsWith("POST /exec_request_handlers "));
        return Journal.names(heard);
    }

    @Covers("registrar/side_effects/1")
    @Test
    void startsFromTheValuesThatARegistrarHasNow() {
        var master = node.client(Tenants.MASTER);
        JsonNode registrar = master.post("/registrars", body("main_host", "a", "proxy_main_host", "b"))
                .created();
        String path = "/registrars/" + registrar.get("id").stringValue();
        try {
            Phones phones = Phones.of(api);
            JsonNode line = phones.line("registrar", registrar.get("id"));
            JsonNode before = phones.now(line);
            assertThat(Journal.names(node.heard(() -> master.put(path, body("main_host", "c", "main_port", 5061))
                            .done())))
                    .containsExactly("registrar_edited");
            assertThat(master.get(path).found()).isEqualTo(Json.with(registrar, "main_host", "c", "main_port", 5061));
            assertThat(phones.now(line)).isEqualTo(before);
        } finally {
            master.delete(path);
        }
    }
}
