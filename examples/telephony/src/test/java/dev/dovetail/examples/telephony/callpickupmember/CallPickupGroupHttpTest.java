package dev.dovetail.examples.telephony.callpickupmember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.UserList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Covers({
    "call_pickup/embedded/note",
    "call_pickup/not_found",
    "call_pickup_interceptor_group/events/associated",
    "call_pickup_interceptor_group/lookup",
    "call_pickup_interceptor_group/reload/all",
    "call_pickup_interceptor_group/rules/associate_in_order/1",
    "call_pickup_interceptor_group/rules/associate_in_order/2",
    "call_pickup_target_group/embedded_in/call_pickup",
    "call_pickup_target_group/events/associated",
    "call_pickup_target_group/lookup",
    "call_pickup_target_group/reload/all",
    "call_pickup_target_group/rules/associate_in_order/1",
    "call_pickup_target_group/rules/associate_in_order/2"
})
class CallPickupGroupHttpTest extends HttpTest {
    private JsonNode pickup;
    private CallKit calls;

    @BeforeEach
    void objects() {
        pickup = pickup();
        calls = new CallKit(api);
    }

    private JsonNode pickup() {
        return api.post("/callpickups", body("name", "pickup" + next())).created();
    }

    private Reply list(String kind, Object groups) {
        return api.put(item("callpickups", pickup) + "/" + kind + "/groups", body("groups", groups));
    }

    private Reply put(String kind, JsonNode... groups) {
        return list(
                kind,
                Arrays.stream(groups).map(group -> body("id", group.get("id"))).toList());
    }

    private static JsonNode shown(JsonNode group) {
        return body("id", group.get("id"), "name", group.get("name"));
    }

    private JsonNode now(String kind) {
        return api.get(item("callpickups", pickup)).found().get(kind).get("groups");
    }

    @ParameterizedTest
    @ValueSource(strings = {"interceptors", "targets"})
    void replacesAndTellsEvenWhenNothingChanges(String kind) {
        JsonNode one = calls.group();
        JsonNode two = calls.group();
        for (JsonNode[] groups :
                List.of(new JsonNode[] {one}, new JsonNode[] {two, one}, new JsonNode[] {two, one}, new JsonNode[0])) {
            String event = Journal.event(
                    "call_pickup_" + kind.substring(0, kind.length() - 1) + "_groups_associated",
                    tenant,
                    body(
                            "call_pickup_id",
                            pickup.get("id"),
                            "group_ids",
                            Stream.of(groups).map(group -> group.get("id")).toList()));
            assertThat(node.heard(() -> put(kind, groups).done()))
                    .containsExactly(Journal.reload("module reload res_pjsip.so", "module reload chan_sccp.so"), event);
            assertThat(now(kind))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(groups)
                            .map(CallPickupGroupHttpTest::shown)
                            .toList());
        }
        assertThat(api.get("/callpickups").items())
                .containsExactly(api.get(item("callpickups", pickup)).found());
    }

    @ParameterizedTest
    @ValueSource(strings = {"interceptors", "targets"})
    void refusesStrangersThenRepeatsThenAnythingButGroups(String kind) {
        JsonNode one = calls.group();
        JsonNode foreign = new CallKit(api.in(tenants.child())).group();
        JsonNode hidden = new CallKit(node.client(tenants.sibling())).group();
        assertThat(node.heard(() -> {
                    put(kind, one, foreign, one)
                            .refused("Resource Error - different tenants ('call_pickup_tenant_uuid': '" + tenant
                                    + "', 'group_tenant_uuid': '" + tenants.child() + "')");
                    put(kind, one, one)
                            .refused("Resource Error - Operation not permitted."
                                    + " Cannot associate same group more than once");
                    put(kind, one, hidden)
                            .refused("Input Error - field 'groups': Group was not found ('id': " + hidden.get("id")
                                    + ")");
                    list(kind, List.of(body("uuid", one.get("uuid"))))
                            .refused("Input Error - groups: {0: {'id': ['Missing data for required field.']}}");
                    list(kind, null).refused("Input Error - groups: ['Field may not be null.']");
                    api.put("/callpickups/2000000001/" + kind + "/groups", body())
                            .refused(404, "Resource Not Found - CallPickup was not found ('id': 2000000001)");
                }))
                .isEmpty();
        assertThat(now(kind)).isEmpty();
    }

    @Covers({
        "call_pickup_interceptor_group/cardinality",
        "call_pickup_interceptor_group/embedded_in/call_pickup",
        "call_pickup_interceptor_group/embedded_in/user",
        "call_pickup_interceptor_group/paths/1",
        "call_pickup_interceptor_user/embedded_in/user",
        "call_pickup_target_group/cardinality",
        "call_pickup_target_group/embedded_in/user",
        "call_pickup_target_group/paths/1",
        "call_pickup_target_user/embedded_in/user",
        "user/embedded/call_pickup_target_users"
    })
    @Test
    void showsAUserWhoseCallsHeMayAnswerByAGroupEachOnce() {
        Phones phones = Phones.of(api);
        List<JsonNode> users = Stream.generate(this::user).limit(4).toList();
        users.forEach(user -> phones.give(user, phones.sipLine()));
        JsonNode answering = calls.group();
        JsonNode called = calls.group();
        members(answering, users.get(0));
        members(called, users.get(1), users.get(2));
        put("interceptors", answering).done();
        put("targets", called).done();
        UserList targets = new UserList(api, item("callpickups", pickup), "targets", "call_pickup", "CallPickup");
        targets.put(users.get(2), users.get(3)).done();
        assertThat(mayIntercept(users.get(0)))
                .containsExactlyInAnyOrder(
                        UserList.shown(users.get(1)), UserList.shown(users.get(2)), UserList.shown(users.get(3)));
        assertThat(mayIntercept(users.get(1))).isEmpty();
        new UserList(api, item("callpickups", pickup), "interceptors", "call_pickup", "CallPickup")
                .put(users.get(1))
                .done();
        assertThat(mayIntercept(users.get(1))).hasSize(3);
        api.delete(item("groups", called)).done();
        assertThat(mayIntercept(users.get(0)))
                .containsExactlyInAnyOrder(UserList.shown(users.get(2)), UserList.shown(users.get(3)));
        assertThat(now("targets")).isEmpty();
    }

    private void members(JsonNode group, JsonNode... users) {
        api.put(
                        item("groups", group) + "/members/users",
                        body("users", Stream.of(users).map(UserList::ref).toList()))
                .done();
    }

    private JsonNode mayIntercept(JsonNode user) {
        return api.get(item("users", user)).found().get("call_pickup_target_users");
    }
}
