package dev.dovetail.examples.telephony.groupmember;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The users of a group, and the groups of a user. */
class GroupMemberHttpTest extends HttpTest {
    private static final String RELOAD =
            reload("module reload res_pjsip.so", "module reload app_queue.so", "module reload chan_sccp.so");
    private static final String NOTHING = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private CallKit calls;
    private JsonNode group;
    private JsonNode user;
    private JsonNode other;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
        group = calls.group();
        user = calls.userWithLine();
        other = calls.userWithLine();
    }

    private static ObjectNode list(String key, JsonNode... objects) {
        return body(
                key,
                Arrays.stream(objects)
                        .map(object -> body("uuid", object.get("uuid")))
                        .toList());
    }

    private static ObjectNode users(JsonNode... users) {
        return list("users", users);
    }

    private String members() {
        return item("groups", group) + "/members/users";
    }

    private static ObjectNode shown(JsonNode user, int priority) {
        return body(
                "uuid",
                user.get("uuid"),
                "firstname",
                "Ann",
                "lastname",
                "Lee",
                "priority",
                priority,
                "links",
                user.get("links"));
    }

    private JsonNode shownUsers() {
        return calls.now("groups", group).get("members").get("users");
    }

    private String told(JsonNode... users) {
        return event(
                "group_member_users_associated",
                tenant,
                body(
                        "group_id",
                        group.get("id"),
                        "group_uuid",
                        group.get("uuid"),
                        "user_uuids",
                        Arrays.stream(users).map(each -> each.get("uuid")).toList()));
    }

    @Covers({
        "group_member_user/embedded_in/group",
        "group_member_user/embedded_in/user",
        "group_member_user/events/associated",
        "group_member_user/paths/1",
        "group_member_user/reload/all",
        "user_group/embedded_in/user"
    })
    @Test
    void replacesTheUsersAndTellsAlways() {
        assertThat(node.heard(() -> api.put(members(), users(other, user)).done()))
                .containsExactly(RELOAD, told(other, user));
        assertThat(shownUsers()).containsExactly(shown(other, 0), shown(user, 1));
        assertThat(calls.now("users", user).get("groups"))
                .containsExactly(body(
                        "uuid",
                        group.get("uuid"),
                        "id",
                        group.get("id"),
                        "name",
                        group.get("name"),
                        "links",
                        group.get("links")));
        assertThat(node.heard(() -> api.put(members(), users(other, user)).done()))
                .containsExactly(RELOAD, told(other, user));
        assertThat(node.heard(() -> api.put(members(), users()).done())).containsExactly(RELOAD, told());
        assertThat(shownUsers()).isEmpty();
    }

    @Covers({"group/embedded/members", "group_member_user/attributes/priority", "group_member_user/cardinality"})
    @Test
    void sortsByPriority() {
        ObjectNode last = body("uuid", user.get("uuid"), "priority", 9);
        String byUuid = "/groups/" + group.get("uuid").stringValue() + "/members/users";
        api.put(byUuid, body("users", List.of(last, body("uuid", other.get("uuid")))))
                .done();
        assertThat(shownUsers()).containsExactly(shown(other, 1), shown(user, 9));
        api.put(members(), body("users", List.of(Json.with(last, "priority", -1))))
                .refused("Input Error - users: {0: {'priority': ['Must be greater than or equal to 0.']}}");
        api.put(members(), body("users", List.of(Json.with(last, "priority", "x"))))
                .refused("Input Error - users: {0: {'priority': ['Not a valid integer.']}}");
    }

    @Covers({"group_member_extension/lookup", "group_member_user/lookup"})
    @Test
    void tellsWhatIsWrongWithTheBody() {
        api.put(members(), body()).refused("Input Error - users: ['Missing data for required field.']");
        api.put(members(), body("users", null)).refused("Input Error - users: ['Field may not be null.']");
        api.put(members(), body("users", 1)).refused("Input Error - users: ['Invalid type.']");
        api.put(members(), body("users", List.of(body())))
                .refused("Input Error - users: {0: {'uuid': ['Missing data for required field.']}}");
        api.put(members(), body("users", List.of(body("uuid", 1))))
                .refused("Input Error - users: {0: {'uuid': ['Not a valid string.']}}");
        for (String unknown : List.of(
                NOTHING, "x", user(node.client(tenants.sibling())).get("uuid").stringValue())) {
            api.put(members(), body("users", List.of(body("uuid", unknown))))
                    .refused("Input Error - field 'users': User was not found ('uuid': '" + unknown + "')");
        }
        api.put("/groups/2000000001/members/users", body())
                .refused(404, "Resource Not Found - Group was not found ('id': 2000000001)");
    }

    @Covers({
        "group_member_user/rules/associate_in_order/1",
        "group_member_user/rules/associate_in_order/2",
        "group_member_user/rules/associate_in_order/3",
        "group_member_user/rules/associate_in_order/4"
    })
    @Test
    void checksItsRulesInTheirOrder() {
        JsonNode below = user(api.in(tenants.child()));
        JsonNode lineless = user();
        JsonNode sharing = user();
        JsonNode shared = api.get(item("users", user)).found().get("lines").get(0);
        new LineKit(api).give(sharing, shared);
        assertThat(node.heard(() -> {
                    api.put(members(), users(lineless, lineless, below))
                            .refused("Resource Error - different tenants ('group_tenant_uuid': '" + tenant
                                    + "', 'user_tenant_uuid': '" + tenants.child() + "')");
                    api.put(members(), users(user, user, lineless))
                            .refused("Resource Error - User must be associated with a Line ('user_uuid': '"
                                    + lineless.get("uuid").stringValue() + "')");
                    api.put(members(), users(user, user, sharing))
                            .refused(
                                    "Resource Error - Operation not permitted. Cannot associate same user more than once");
                    api.put(members(), users(user, sharing))
                            .refused(
                                    "Resource Error - Operation not permitted. Cannot associate different users with the"
                                            + " same line ('line_id': " + shared.get("id") + ")");
                }))
                .isEmpty();
        assertThat(shownUsers()).isEmpty();
    }

    @Test
    void losesUsersThatAreDeletedAndLeavesThemWhenItGoes() {
        api.put(members(), users(user, other)).done();
        api.delete(item("users", user)).done();
        assertThat(shownUsers()).containsExactly(shown(other, 1));
        api.delete(item("groups", group)).done();
        assertThat(calls.now("users", other).get("groups")).isEmpty();
    }

    private String userEvent(JsonNode... groups) {
        return event(
                "user_groups_associated",
                tenant,
                user.get("uuid").stringValue(),
                body(
                        "user_uuid",
                        user.get("uuid"),
                        "group_ids",
                        Arrays.stream(groups).map(each -> each.get("id")).toList()));
    }

    @Covers({
        "user_group/attributes/priority",
        "user_group/cardinality",
        "user_group/embedded_in/group",
        "user_group/events/associated",
        "user_group/reload/all"
    })
    @Test
    void replacesTheGroupsOfAUser() {
        JsonNode second = calls.group();
        api.put(members(), users(other, user)).done();
        String path = item("users", user) + "/groups";
        assertThat(node.heard(() -> api.put(
                                path,
                                body("groups", List.of(body("id", second.get("id")), body("uuid", group.get("uuid")))))
                        .done()))
                .containsExactly(RELOAD, userEvent(second, group));
        assertThat(shownUsers()).containsExactly(shown(other, 0), shown(user, 1));
        assertThat(calls.now("groups", second).get("members").get("users")).containsExactly(shown(user, 0));
        String byUuid = "/users/" + user.get("uuid").stringValue() + "/groups";
        assertThat(node.heard(() -> api.put(
                                byUuid,
                                body(
                                        "groups",
                                        List.of(Json.with(body("id", second.get("id")), "uuid", second.get("uuid")))))
                        .done()))
                .containsExactly(RELOAD, userEvent(second));
        assertThat(shownUsers()).containsExactly(shown(other, 0));
        assertThat(node.heard(() -> api.put(path, list("groups")).done())).containsExactly(RELOAD, userEvent());
        assertThat(calls.now("users", user).get("groups")).isEmpty();
    }

    @Covers({
        "user_group/body_error",
        "user_group/lookup",
        "user_group/paths/1",
        "user_group/rules/associate_in_order/1",
        "user_group/rules/associate_in_order/2"
    })
    @Test
    void tellsWhatIsWrongWithTheGroupsOfAUser() {
        String path = item("users", user) + "/groups";
        JsonNode lineless = user();
        JsonNode second = calls.group();
        assertThat(node.heard(() -> {
                    api.put(path, body()).refused("Input Error - groups: ['Missing data for required field.']");
                    api.put(path, body("groups", null)).refused("Input Error - groups: ['Field may not be null.']");
                    api.put(path, body("groups", List.of(body(), body("id", "x", "uuid", "y"))))
                            .refused("Input Error - groups: {1: {'id': ['Not a valid integer.'],"
                                    + " 'uuid': ['Not a valid UUID.']}}");
                    api.put(path, body("groups", List.of(body())))
                            .refused("Input Error - groups: {0: {'_schema':"
                                    + " ['One identifier(id or uuid) must be provided']}}");
                    api.put("/users/2000000001/groups", body("groups", List.of(body("id", 2000000001))))
                            .refused("Input Error - field 'groups': Group was not found ('id': 2000000001)");
                    api.put(path, body("groups", List.of(body("uuid", NOTHING))))
                            .refused("Input Error - field 'groups': Group was not found ('uuid': UUID('" + NOTHING
                                    + "'))");
                    api.put(path, body("groups", List.of(body("id", group.get("id"), "uuid", second.get("uuid")))))
                            .refused("Input Error - field 'groups': Group was not found ('id': " + group.get("id")
                                    + ")");
                    api.put("/users/2000000001/groups", list("groups", group))
                            .refused(404, "Resource Not Found - User was not found ('id': 2000000001)");
                    api.put(item("users", lineless) + "/groups", list("groups", group, group))
                            .refused("Resource Error - User must be associated with a Line ('user_uuid': '"
                                    + lineless.get("uuid").stringValue() + "')");
                    api.put(path, list("groups", group, group))
                            .refused(
                                    "Resource Error - Operation not permitted. Cannot associate same group more than once");
                }))
                .isEmpty();
        api.put(item("users", lineless) + "/groups", list("groups")).done();
    }
}
