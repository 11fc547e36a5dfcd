package dev.dovetail.examples.telephony.queuemember;

import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.LineKit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueMemberUserHttpTest extends HttpTest {
    private static final String RELOAD =
            reload("module reload res_pjsip.so", "module reload app_queue.so", "module reload chan_sccp.so");

    private LineKit lines;
    private JsonNode context;
    private JsonNode queue;
    private JsonNode user;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = context();
        queue = api.post("/queues", body("name", "queue" + next())).created();
        user = withLine();
    }

    private JsonNode withLine() {
        JsonNode made = user();
        lines.give(made, lines.sip(context));
        return made;
    }

    private String pair(JsonNode of) {
        return item("queues", queue) + "/members" + item("users", of);
    }

    private JsonNode members() {
        return api.get(item("queues", queue)).found().get("members").get("users");
    }

    private JsonNode shown(JsonNode of, int priority) {
        return body(
                "uuid",
                of.get("uuid"),
                "firstname",
                of.get("firstname"),
                "lastname",
                of.get("lastname"),
                "priority",
                priority,
                "links",
                of.get("links"));
    }

    /** The user is told by his id in the place of his UUID. */
    private String event(String what) {
        String id = user.get("id").toString();
        return Journal.event(
                "queue_member_user_" + what, tenant, id, body("queue_id", queue.get("id"), "user_uuid", id));
    }

    @Covers({
        "queue_member_user/embedded_in/queue",
        "queue_member_user/events/associated",
        "queue_member_user/events/dissociated",
        "queue_member_user/paths/1",
        "queue_member_user/paths/2",
        "queue_member_user/reload/all",
        "queue_member_user/rules/already_associated",
        "queue_member_user/rules/dissociate"
    })
    @Test
    void linksAndUnlinksAndTellsOnce() {
        assertThat(node.heard(() -> api.put(pair(user), body("priority", 4)).done()))
                .containsExactly(RELOAD, event("associated"));
        assertThat(node.heard(() -> api.put(pair(user), body("priority", 5)).done()))
                .isEmpty();
        assertThat(members()).containsExactly(shown(user, 5));
        api.put(pair(user), body()).done();
        assertThat(members()).containsExactly(shown(user, 0));
        String byUuid =
                item("queues", queue) + "/members/users/" + user.get("uuid").stringValue();
        assertThat(node.heard(() -> api.delete(byUuid).done())).containsExactly(RELOAD, event("dissociated"));
        assertThat(node.heard(() -> api.delete(pair(user)).done())).isEmpty();
    }

    @Covers({
        "queue_member_user/attributes/priority",
        "queue_member_user/cardinality",
        "queue_member_user/embedded_in/user",
        "user/embedded/queues"
    })
    @Test
    void listsByPriorityAndShowsTheQueueInTheUser() {
        JsonNode first = withLine();
        api.put(pair(user), body("priority", 5)).done();
        api.put(pair(first), body("priority", 1)).done();
        assertThat(members()).containsExactly(shown(first, 1), shown(user, 5));
        assertThat(api.get(item("users", user)).found().get("queues"))
                .containsExactly(body(
                        "id", queue.get("id"), "name", queue.get("name"), "label", null, "links", queue.get("links")));
        api.delete(item("users", first)).done();
        assertThat(members()).containsExactly(shown(user, 5));
        api.delete(item("queues", queue)).done();
        assertThat(api.get(item("users", user)).found().get("queues")).isEmpty();
    }

    @Covers({
        "queue_member_user/rules/associate_in_order/1",
        "queue_member_user/rules/associate_in_order/2",
        "queue_member_user/rules/associate_in_order/3"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        JsonNode foreign = user(api.in(tenants.child()));
        JsonNode without = user();
        JsonNode second = user();
        JsonNode line = lines.sip(context);
        lines.give(second, line);
        JsonNode third = user();
        lines.give(third, line);
        api.put(pair(second), body()).done();
        assertThat(node.heard(() -> {
                    api.put(pair(foreign), body())
                            .refused("Resource Error - different tenants ('queue_tenant_uuid': '" + tenant
                                    + "', 'user_tenant_uuid': '" + tenants.child() + "')");
                    api.put(pair(without), body())
                            .refused("Resource Error - User must be associated with a Line ('user_uuid': '"
                                    + without.get("uuid").stringValue() + "')");
                    api.put(pair(third), body())
                            .refused("Resource Error - Operation not permitted. Cannot associate different users with"
                                    + " the same line ('line_id': " + line.get("id") + ")");
                }))
                .isEmpty();
        assertThat(members()).containsExactly(shown(second, 0));
    }

    @Covers("queue_member_user/lookup")
    @Test
    void looksTheQueueUpThenTheUserThenAtTheBody() {
        JsonNode bad = body("priority", -1);
        api.put("/queues/2000000001/members/users/2000000002", bad)
                .refused(404, "Resource Not Found - Queue was not found ('id': 2000000001)");
        api.put(item("queues", queue) + "/members/users/2000000002", bad)
                .refused(404, "Resource Not Found - User was not found ('id': 2000000002)");
        api.put(pair(user), bad).refused("Input Error - priority: ['Must be greater than or equal to 0.']");
        assertThat(members()).isEmpty();
    }
}
