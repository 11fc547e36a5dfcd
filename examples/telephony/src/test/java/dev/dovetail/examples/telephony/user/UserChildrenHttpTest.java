package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a user is linked to by the body that creates it, by a recursive edit and by a recursive deletion. */
class UserChildrenHttpTest extends HttpTest {
    private static final String OTHER_DESTINATION = "Existing incall does not have the new user as a destination";

    private Phones phones;
    private CallKit calls;
    private JsonNode outside;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        calls = new CallKit(api);
        outside = calls.context("incall");
    }

    private static List<JsonNode> ref(JsonNode... ones) {
        List<JsonNode> refs = new ArrayList<>();
        for (JsonNode one : ones) {
            refs.add(body("uuid", one.get("uuid")));
        }
        return refs;
    }

    private ObjectNode number(String exten) {
        return body("exten", exten, "context", outside.get("name"));
    }

    private static List<JsonNode> entry(Object... numbers) {
        return List.of(body("extensions", List.of(numbers)));
    }

    private JsonNode now(JsonNode user) {
        return api.get(item("users", user)).found();
    }

    private List<String> put(JsonNode user, Object... namesAndValues) {
        ObjectNode body = Json.with(body("firstname", "Other"), namesAndValues);
        String path = "/users/" + user.get("uuid").stringValue() + "?recursive=true";
        List<String> names = new ArrayList<>(
                Journal.names(node.heard(() -> api.put(path, body).done())));
        names.remove("POST");
        return names;
    }

    @Covers({
        "user/compound_create/agent_in_response",
        "user/compound_create/extra_keys_on_post/groups",
        "user/embedded/groups",
        "user/embedded/switchboards"
    })
    @Test
    void comesToGroupsSwitchboardsAndQueues() {
        JsonNode group = calls.group();
        JsonNode board = calls.switchboard();
        JsonNode queue = api.post("/queues", body("name", "q" + next())).created();
        String exten = phones.exten();
        ObjectNode line = phones.lineBody("endpoint_sip", body(), "extensions", List.of(body("exten", exten)));
        List<ObjectNode> queues = List.of(body("id", queue.get("id"), "penalty", 2));
        List<JsonNode> made = new ArrayList<>();
        var heard = Journal.names(node.heard(() -> made.add(user(
                "lastname",
                "Lee",
                "lines",
                List.of(line),
                "groups",
                ref(group),
                "switchboards",
                ref(board),
                "agent",
                body("queues", queues)))));
        assertThat(heard.subList(heard.indexOf("user_line_associated"), heard.size()))
                .containsExactly(
                        "user_line_associated",
                        "user_groups_associated",
                        "switchboard_member_user_associated",
                        "agent_created",
                        "queue_member_agent_associated",
                        "agent_edited",
                        "user_agent_associated");
        JsonNode user = made.get(0);
        assertThat(user.get("groups")).isEqualTo(Json.of(ref(group)));
        assertThat(user.get("switchboards")).isEqualTo(Json.of(ref(board)));
        JsonNode agent = user.get("agent");
        assertThat(agent.get("queues")).isEqualTo(Json.of(queues));
        assertThat(agent.get("number").stringValue()).isEqualTo(exten);
        assertThat(agent.get("firstname").stringValue()).isEqualTo("Ann");
        assertThat(agent.get("lastname").stringValue()).isEqualTo("Lee");
        JsonNode now = now(user);
        assertThat(now.get("groups").get(0).get("id")).isEqualTo(group.get("id"));
        assertThat(now.get("switchboards").get(0).get("uuid")).isEqualTo(board.get("uuid"));
        assertThat(now.get("agent").get("id")).isEqualTo(agent.get("id"));
        assertThat(user("agent", body("number", "1" + next()))
                        .get("agent")
                        .get("queues")
                        .isNull())
                .isTrue();
    }

    @Covers({"user/compound_create/extra_keys_on_post/agent", "user/compound_create/extra_keys_on_post/switchboards"})
    @Test
    void isNotMadeWithoutWhatItIsToComeTo() {
        int before = api.get("/users").items().size();
        String uuid = "00000000-0000-4000-8000-000000000001";
        ObjectNode least = body("firstname", "Ann");
        assertThat(node.heard(() -> {
                    api.post("/users", Json.with(least, "agent", body()))
                            .refused("Input Error - agent: {'number': ['Field may not be null.']}");
                    api.post("/users", Json.with(least, "switchboards", List.of(body("uuid", uuid))))
                            .refused(404, "Resource Not Found - Switchboard was not found ('uuid': '" + uuid + "')");
                    api.post("/users", Json.with(least, "groups", List.of(body("uuid", uuid))))
                            .refused(
                                    "Input Error - field 'groups': Group was not found ('uuid': UUID('" + uuid + "'))");
                    api.post("/users", Json.with(least, "groups", List.of(body("id", 1), body("uuid", "x"))))
                            .refused("Input Error - groups: {0: {'uuid': ['Missing data for required field.']},"
                                    + " 1: {'uuid': ['Not a valid UUID.']}}");
                    api.post("/users", Json.with(least, "incalls", entry(body("id", 2000000001))))
                            .refused(404, "Resource Not Found - Extension was not found ('id': 2000000001)");
                    api.post("/users", Json.with(least, "incalls", entry(body("exten", "1"))))
                            .refused("Input Error - incalls: {0: {'extensions': {0: {'context':"
                                    + " ['Missing data for required field.']}}}}");
                    api.post("/users", Json.with(least, "incalls", 1))
                            .refused("Input Error - incalls: ['Invalid type.']");
                }))
                .isEmpty();
        assertThat(api.get("/users").items()).hasSize(before);
    }

    @Covers({
        "user/compound_create/extra_keys_on_post/incall_steps/1",
        "user/compound_create/extra_keys_on_post/incall_steps/4",
        "user/compound_create/extra_keys_on_post/incall_steps/5",
        "user/compound_create/extra_keys_on_post/incalls",
        "user/compound_create/incalls_in_response"
    })
    @Test
    void isCalledFromOutside() {
        String exten = "" + next();
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> made.add(user("incalls", entry(number(exten)))));
        assertThat(Journal.names(heard))
                .containsExactly(
                        "POST",
                        "user_created",
                        "extension_created",
                        "context_edited",
                        "incall_created",
                        "incall_extension_associated");
        JsonNode user = made.get(0);
        JsonNode incall = now(user).get("incalls").get(0);
        JsonNode extension = incall.get("extensions").get(0);
        assertThat(user.get("incalls"))
                .containsExactly(body(
                        "id",
                        incall.get("id"),
                        "extensions",
                        List.of(Json.with(number(exten), "id", extension.get("id")))));
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.shown(user));
        JsonNode range = body("start", exten, "end", exten, "did_length", exten.length());
        assertThat(calls.now("contexts", outside).get("incall_ranges")).containsExactly(range);
    }

    @Covers({
        "user/compound_create/extra_keys_on_post/incall_steps/2",
        "user/compound_create/extra_keys_on_post/incall_steps/3",
        "user/compound_create/extra_keys_on_post/incall_steps/6"
    })
    @Test
    void takesExtensionsAndIncallsThatAreThere() {
        JsonNode free = calls.extension(outside);
        JsonNode taken = calls.extension(outside);
        JsonNode incall = calls.incall(CallKit.NONE);
        api.put(item("incalls", incall) + item("extensions", taken)).done();
        JsonNode[] both = {number(free.get("exten").stringValue()), body("id", taken.get("id"))};
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> made.add(user("incalls", entry((Object[]) both))));
        assertThat(Journal.names(heard))
                .containsExactly(
                        "POST",
                        "user_created",
                        "context_edited",
                        "incall_created",
                        "incall_extension_associated",
                        "context_edited",
                        "incall_edited");
        assertThat(made.get(0).get("incalls").get(0).get("id")).isEqualTo(incall.get("id"));
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.shown(made.get(0)));
        assertThat(now(made.get(0)).get("incalls")).hasSize(2);

        ObjectNode other = body("firstname", "Bob", "incalls", entry(body("id", taken.get("id"))));
        assertThat(node.heard(() -> {
                    api.post("/users", other).refused(OTHER_DESTINATION);
                    JsonNode inside = phones.context();
                    api.post(
                                    "/users",
                                    Json.with(
                                            other,
                                            "incalls",
                                            entry(body("exten", "10000", "context", inside.get("name")))))
                            .refused("Context associated to the extension is not of type 'incall'");
                }))
                .isEmpty();
    }

    @Covers({"user/recursive/put/events", "user/recursive/put/not_given"})
    @Test
    void losesWhatARecursiveEditDoesNotGive() {
        JsonNode group = calls.group();
        JsonNode board = calls.switchboard();
        ObjectNode line = phones.lineBody("endpoint_sip", body());
        JsonNode user = user(
                "lines",
                List.of(line),
                "groups",
                ref(group),
                "switchboards",
                ref(board),
                "agent",
                body("number", "7" + next()),
                "incalls",
                entry(number("" + next())));
        assertThat(put(user))
                .containsExactly(
                        "user_groups_associated",
                        "user_line_dissociated",
                        "line_endpoint_sip_dissociated",
                        "sip_endpoint_deleted",
                        "line_deleted",
                        "switchboard_member_user_associated",
                        "incall_extension_dissociated",
                        "incall_deleted",
                        "extension_deleted");
        JsonNode now = now(user);
        for (String none : List.of("groups", "lines", "switchboards", "incalls")) {
            assertThat(now.get(none)).as(none).isEmpty();
        }
        assertThat(now.get("agent").get("id")).isEqualTo(user.get("agent").get("id"));
        assertThat(put(user)).containsExactly("user_groups_associated");
    }

    @Covers({
        "user/recursive/put/groups",
        "user/recursive/put/incalls/3",
        "user/recursive/put/order",
        "user/recursive/put/switchboards"
    })
    @Test
    void isLinkedToWhatARecursiveEditGives() {
        JsonNode group = calls.group();
        JsonNode old = calls.switchboard();
        JsonNode board = calls.switchboard();
        JsonNode user = user("switchboards", ref(old));
        JsonNode line = phones.sipLine();
        phones.give(user, line);
        phones.give(user, phones.sipLine());
        Phones.plugIn(node, line);
        List<ObjectNode> kept = List.of(phones.lineBody("id", line.get("id"), "device_id", "phone1"));
        assertThat(put(user, "groups", ref(group), "lines", kept, "switchboards", ref(board)))
                .containsSubsequence(
                        "user_groups_associated",
                        "line_deleted",
                        "switchboard_member_user_associated",
                        "switchboard_member_user_associated");
        JsonNode now = now(user);
        assertThat(now.get("groups").get(0).get("id")).isEqualTo(group.get("id"));
        assertThat(now.get("switchboards")).hasSize(1);
        assertThat(now.get("switchboards").get(0).get("uuid")).isEqualTo(board.get("uuid"));
        put(user, "groups", ref(group), "lines", List.of());
        assertThat(now(user).get("groups"))
                .as("the group rang by the line that is gone")
                .isEmpty();
    }

    @Covers({
        "user/recursive/put/agent/defaults",
        "user/recursive/put/agent/no_id",
        "user/recursive/put/agent/other_id",
        "user/recursive/put/agent/same_id"
    })
    @Test
    void isAnotherAgentOrTheSameAfterARecursiveEdit() {
        String number = "8" + next();
        JsonNode user = user("agent", body("number", number));
        JsonNode agent = user.get("agent");
        JsonNode edit = body("id", agent.get("id"), "description", "d");
        assertThat(put(user, "agent", Json.with(edit, "number", "5" + next()))).contains("agent_edited");
        JsonNode edited = calls.now("agents", agent);
        assertThat(edited.get("number").stringValue()).isEqualTo(number);
        assertThat(edited.get("description").stringValue()).isEqualTo("d");

        JsonNode other = api.post("/agents", body("number", "9" + next())).created();
        assertThat(put(user, "agent", body("id", other.get("id"), "number", "1")))
                .containsExactly("user_groups_associated");
        assertThat(put(user, "agent", body("number", "4" + next())))
                .containsSubsequence(
                        "user_agent_dissociated", "agent_deleted", "agent_created", "user_agent_associated");
        JsonNode third = now(user).get("agent");
        api.delete(item("users", user) + "/agents").done();
        put(user, "agent", body("id", other.get("id"), "number", "1"));
        assertThat(now(user).get("agent").get("id")).isEqualTo(other.get("id"));
        calls.now("agents", third);
    }

    @Covers({
        "user/recursive/put/incalls/1",
        "user/recursive/put/incalls/2",
        "user/recursive/put/incalls/4",
        "user/recursive/put/incalls/5"
    })
    @Test
    void keepsIncallsThatARecursiveEditNames() {
        String exten = "" + next();
        JsonNode user = user("incalls", entry(number(exten)));
        JsonNode incall = now(user).get("incalls").get(0);
        JsonNode kept = body("id", incall.get("id"), "description", "mine", "extensions", List.of(number(exten)));
        String more = "" + next();
        assertThat(put(user, "incalls", List.of(kept, body("extensions", List.of(number(more))))))
                .containsExactly(
                        "user_groups_associated",
                        "incall_extension_dissociated",
                        "incall_edited",
                        "incall_extension_associated",
                        "incall_created",
                        "extension_created",
                        "incall_extension_associated");
        JsonNode now = calls.now("incalls", incall);
        assertThat(now.get("description").stringValue()).isEqualTo("mine");
        assertThat(now.get("destination")).isEqualTo(CallKit.shown(user));
        assertThat(now.get("extensions").get(0).get("exten").stringValue()).isEqualTo(exten);
        assertThat(now(user).get("incalls")).hasSize(2);

        String path = item("users", user) + "?recursive=true";
        ObjectNode elsewhere = Json.with(kept, "destination", body("type", "hangup", "cause", "normal"));
        api.put(path, body("firstname", "A", "incalls", List.of(elsewhere))).refused(OTHER_DESTINATION);
        api.put(path, body("firstname", "A", "incalls", List.of(body("id", 2000000001, "extensions", List.of()))))
                .refused(404, "Resource Not Found - Incall was not found ('id': 2000000001)");
        assertThat(api.put(path, body("firstname", "A", "incalls", List.of(body())))
                        .status())
                .isEqualTo(500);
        assertThat(calls.now("incalls", incall)).isEqualTo(now);
    }

    @Covers("user/recursive/delete")
    @Test
    void takesItsAgentWithItWhenAllThatIsItsIsDeleted() {
        JsonNode user = user("agent", body("number", "6" + next()));
        assertThat(Journal.names(node.heard(() ->
                        api.delete(item("users", user) + "?recursive=true").done())))
                .containsExactly("POST", "user_agent_dissociated", "agent_deleted", "user_deleted");
        assertThat(api.get(item("agents", user.get("agent"))).status()).isEqualTo(404);
    }
}
