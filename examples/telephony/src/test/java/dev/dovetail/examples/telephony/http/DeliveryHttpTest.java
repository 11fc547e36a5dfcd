package dev.dovetail.examples.telephony.http;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Await;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.notification.outbox.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveryHttpTest extends HttpTest {

    private Outbox.Backlog backlog() {
        return node.server().registry().backlog();
    }

    @AfterEach
    void daemonIsBack() {
        node.sysconfd().failing(false);
        Await.until("the commands are sent", () -> backlog().entries() == 0);
    }

    @Covers({"conventions/9/4", "services/system_daemon/1"})
    @Test
    void keepsCommandsThatTheDaemonRefusesAndSendsThemAgain() {
        JsonNode voicemail = voicemail(context());
        String delete =
                "GET /delete_voicemail?mailbox=" + voicemail.get("number").stringValue() + "&context="
                        + voicemail.get("context").stringValue();
        node.settle();
        node.sysconfd().failing(true);

        var heard = node.heard(() -> api.delete(item("voicemails", voicemail)).done());

        assertThat(heard).containsExactly(event("voicemail_deleted", tenant, body("id", voicemail.get("id"))));
        assertThat(node.sysconfd().refused()).last().isEqualTo(reload("voicemail reload"));
        assertThat(backlog().failing()).isEqualTo(2);
        assertThat(api.get("/status").found().get("sysconfd")).isEqualTo(body("status", "fail", "kept_commands", 2));
        assertThat(backlog().entries()).isEqualTo(2);
        assertThat(backlog().lastError()).contains("500");
        assertThat(backlog().oldest()).isNotNull();

        var sent = node.heard(() -> {
            node.sysconfd().failing(false);
            Await.until("the commands are sent", () -> backlog().entries() == 0);
        });
        assertThat(sent).containsExactly(reload("voicemail reload"), delete);
        assertThat(backlog().failing()).isZero();
    }

    @Test
    void deliversTheEventsOfLaterRequestsWhileTheDaemonIsAway() {
        node.settle();
        node.sysconfd().failing(true);
        JsonNode user = user();
        JsonNode context = context();
        node.settle();
        var heard = node.heard(() -> {
            api.put(item("users", user), body("lastname", "x")).done();
            api.delete(item("contexts", context)).done();
        });
        assertThat(heard).hasSize(2).allMatch(line -> line.startsWith("user_edited") || line.startsWith("context_del"));
        assertThat(backlog().failing()).isPositive();
    }
}
