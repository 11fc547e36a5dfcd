package dev.dovetail.examples.telephony.callpickupmember;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.UserList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallPickupUserHttpTest extends HttpTest {
    private static final String[] RELOADS = {"module reload res_pjsip.so", "module reload chan_sccp.so"};

    private JsonNode pickup;
    private UserList interceptors;
    private UserList targets;

    @BeforeEach
    void objects() {
        pickup = pickup();
        interceptors = list(pickup, "interceptors");
        targets = list(pickup, "targets");
    }

    private JsonNode pickup() {
        return api.post("/callpickups", body("name", "pickup" + next())).created();
    }

    private UserList list(JsonNode of, String kind) {
        return new UserList(api, item("callpickups", of), kind, "call_pickup", "CallPickup");
    }

    private static JsonNode shown(JsonNode user) {
        return body("uuid", user.get("uuid"), "firstname", user.get("firstname"), "lastname", user.get("lastname"));
    }

    private JsonNode mayIntercept(JsonNode user) {
        return api.get(item("users", user)).found().get("call_pickup_target_users");
    }

    @Covers({
        "call_pickup_interceptor_user/cardinality",
        "call_pickup_interceptor_user/events/associated",
        "call_pickup_interceptor_user/reload/all",
        "call_pickup_target_user/cardinality",
        "call_pickup_target_user/events/associated",
        "call_pickup_target_user/reload/all"
    })
    @Test
    void replacesAndTellsEvenWhenNothingChanges() {
        JsonNode one = user();
        JsonNode two = user();
        interceptors.replacesAndTells(node, tenant, one, two, RELOADS);
        targets.replacesAndTells(node, tenant, one, two, RELOADS);
    }

    @Covers({
        "call_pickup_interceptor_user/embedded_in/call_pickup",
        "call_pickup_interceptor_user/paths/1",
        "call_pickup_interceptor_user/rules/associate_in_order/1",
        "call_pickup_interceptor_user/rules/associate_in_order/2",
        "call_pickup_target_user/embedded_in/call_pickup",
        "call_pickup_target_user/paths/1",
        "call_pickup_target_user/rules/associate_in_order/1",
        "call_pickup_target_user/rules/associate_in_order/2"
    })
    @Test
    void refusesStrangersThenRepeats() {
        JsonNode foreign = user(api.in(tenants.child()));
        interceptors.refusesStrangersAndRepeats(node, tenant, user(), foreign);
        targets.refusesStrangersAndRepeats(node, tenant, user(), foreign);
    }

    @Covers({"call_pickup_interceptor_user/lookup", "call_pickup_target_user/lookup"})
    @Test
    void looksThePathUpAndThenTheUsers() {
        JsonNode hidden = user(node.client(tenants.sibling()));
        interceptors.refusesAnythingButUsers(user(), hidden);
        targets.refusesAnythingButUsers(user(), hidden);
    }

    @Covers({"call_pickup/embedded/interceptors", "call_pickup/embedded/targets"})
    @Test
    void showsBothListsWithoutLinks() {
        JsonNode one = user("lastname", "Lee");
        JsonNode two = user();
        interceptors.put(one).done();
        targets.put(one, two).done();
        JsonNode now = api.get(item("callpickups", pickup)).found();
        assertThat(now.get("interceptors")).isEqualTo(body("groups", List.of(), "users", List.of(shown(one))));
        assertThat(now.get("targets").get("groups")).isEmpty();
        assertThat(now.get("targets").get("users")).containsExactlyInAnyOrder(shown(one), shown(two));
        assertThat(api.get("/callpickups").items()).containsExactly(now);
    }

    @Test
    void showsAUserWhoseCallsHeMayAnswerEachOnce() {
        JsonNode me = user();
        JsonNode one = user();
        JsonNode two = user();
        interceptors.put(me).done();
        targets.put(one).done();
        JsonNode other = pickup();
        list(other, "interceptors").put(me, two).done();
        list(other, "targets").put(one, two).done();
        assertThat(mayIntercept(me)).containsExactlyInAnyOrder(UserList.shown(one), UserList.shown(two));
        assertThat(mayIntercept(two)).containsExactlyInAnyOrder(UserList.shown(one), UserList.shown(two));
        assertThat(mayIntercept(one)).isEmpty();
        assertThat(api.get("/users?id=" + me.get("id")).items())
                .containsExactly(api.get(item("users", me)).found());
        api.delete(item("users", two)).done();
        api.delete(item("callpickups", pickup)).done();
        assertThat(mayIntercept(me)).containsExactly(UserList.shown(one));
        api.delete(item("callpickups", other)).done();
        assertThat(mayIntercept(me)).isEmpty();
    }
}
