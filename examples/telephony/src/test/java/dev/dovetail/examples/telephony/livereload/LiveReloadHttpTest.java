package dev.dovetail.examples.telephony.livereload;

import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LiveReloadHttpTest extends HttpTest {
    private static final String PATH = "/configuration/live_reload";

    private Client master;

    @BeforeEach
    void joinMaster() {
        master = node.client(Tenants.MASTER);
    }

    @AfterEach
    void enable() {
        set(true);
    }

    private void set(boolean enabled) {
        master.put(PATH, body("enabled", enabled)).done();
    }

    @Test
    void isEnabledUntilItIsDisabled() {
        assertThat(master.get(PATH).found()).isEqualTo(body("enabled", true));
        for (boolean enabled : List.of(false, false, true, true)) {
            set(enabled);
            assertThat(master.get(PATH).found()).isEqualTo(body("enabled", enabled));
        }
    }

    @Covers("conventions/9/1")
    @Test
    void asksForNoReloadWhileItIsDisabled() {
        JsonNode context = context();
        set(false);
        var quiet = node.heard(
                () -> api.put(item("contexts", context), body("label", "x")).done());
        assertThat(quiet).hasSize(1).allMatch(line -> line.startsWith("context_edited"));
        set(true);
        var reloading = node.heard(
                () -> api.put(item("contexts", context), body("label", "y")).done());
        assertThat(reloading).hasSize(2).contains(reload("dialplan reload"));
    }

    @Test
    void goesByWhatHeldWhenTheChangeWasMade() {
        JsonNode context = context();
        var heard = node.heard(() -> {
            set(false);
            api.put(item("contexts", context), body("label", "x")).done();
            set(true);
        });
        assertThat(heard).hasSize(1).allMatch(line -> line.startsWith("context_edited"));
    }

    @Test
    void asksForEverythingElseWhileItIsDisabled() {
        JsonNode voicemail = voicemail(context());
        set(false);
        var heard = node.heard(() -> api.delete(item("voicemails", voicemail)).done());
        assertThat(heard)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("GET /delete_voicemail?"))
                .anyMatch(line -> line.startsWith("voicemail_deleted"));
    }

    @Test
    void needsTheFieldAsABoolean() {
        for (Object wrong : List.of(1, 0, "true", "", "no", List.of(), body("a", 1))) {
            master.put(PATH, body("enabled", wrong)).refused("Input Error - enabled: ['Not a valid boolean.']");
        }
        master.put(PATH, body("enabled", null)).refused("Input Error - enabled: ['Field may not be null.']");
        master.put(PATH, body("other", 1)).refused("Input Error - enabled: ['Missing data for required field.']");
        master.send("PUT", PATH, "[1]").refused("Input Error - _schema: ['Invalid input type.']");
        master.send("PUT", PATH, "{")
                .refused("The browser (or proxy) sent a request that this server could not understand.");
        assertThat(master.get(PATH).found()).isEqualTo(body("enabled", true));
    }

    @Test
    void isForTheMasterTenantOnly() {
        for (Client other : List.of(api, node.client(tenants.parent()), api.in(tenants.child()))) {
            assertThat(other.get(PATH).status()).isEqualTo(401);
            assertThat(other.put(PATH, body("enabled", false)).status()).isEqualTo(401);
        }
        assertThat(master.in(tenant).get(PATH).found()).isEqualTo(body("enabled", true));
        assertThat(master.post(PATH, body("enabled", false)).status()).isEqualTo(405);
    }
}
