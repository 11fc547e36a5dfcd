package dev.dovetail.examples.telephony.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deletes what extensions lead to, and what else leads there. */
class ExtensionFreedHttpTest extends HttpTest {
    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private void isFreed(String collection, String embedded, JsonNode one, JsonNode other) {
        JsonNode extension = calls.extension(calls.context("internal"));
        api.put(item(collection, one) + item("extensions", extension)).done();
        assertThat(calls.now("extensions", extension).get(embedded).isNull()).isFalse();
        api.delete(item(collection, one)).done();
        assertThat(calls.now("extensions", extension).get(embedded).isNull()).isTrue();
        api.put(item(collection, other) + item("extensions", extension)).done();
    }

    @Covers("parking_lot/rules/delete")
    @Test
    void isFreedByAParkingLot() {
        isFreed("parkinglots", "parking_lot", calls.lot("801", "809"), calls.lot("811", "819"));
    }

    private JsonNode queue() {
        return api.post("/queues", body("name", "queue" + next())).created();
    }

    @Covers("queue/rules/delete")
    @Test
    void isFreedByAQueueThatLeavesNothingBehind() {
        JsonNode queue = queue();
        JsonNode user = calls.userWithLine();
        api.put(item("queues", queue) + "/members/users/" + user.get("id"), body())
                .done();
        JsonNode schedule = calls.schedule();
        api.put(item("queues", queue) + item("schedules", schedule)).done();
        JsonNode to = body("type", "queue", "queue_id", queue.get("id"));
        JsonNode incall = calls.incall(to);
        api.put(item("queues", queue) + "/fallbacks", body("busy_destination", CallKit.NONE))
                .done();

        isFreed("queues", "queue", queue, queue());

        assertThat(calls.now("users", user).get("queues")).isEmpty();
        assertThat(calls.now("schedules", schedule).get("queues")).isEmpty();
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }

    private void isLinked(String path, JsonNode permission, JsonNode schedule) {
        api.put(path + item("callpermissions", permission)).done();
        api.put(path + item("schedules", schedule)).done();
    }

    @Covers("outcall/rules/delete")
    @Test
    void isFreedByAnOutcallThatLeavesNothingBehind() {
        JsonNode outcall = api.post("/outcalls", body("name", "out" + next())).created();
        String path = item("outcalls", outcall);
        JsonNode permission =
                api.post("/callpermissions", body("name", "c" + next())).created();
        JsonNode schedule = calls.schedule();
        isLinked(path, permission, schedule);
        JsonNode extension = calls.extension(calls.context("outcall"));
        api.put(path + item("extensions", extension), body()).done();
        JsonNode trunk = api.post("/trunks", body()).created();
        api.put(path + "/trunks", body("trunks", List.of(body("id", trunk.get("id")))))
                .done();
        JsonNode incall = calls.incall(body("type", "outcall", "outcall_id", outcall.get("id"), "exten", "12"));
        assertThat(calls.now("extensions", extension).get("outcall").isNull()).isFalse();

        api.delete(path).done();

        assertThat(calls.now("extensions", extension).get("outcall").isNull()).isTrue();
        assertThat(calls.now("callpermissions", permission).get("outcalls")).isEmpty();
        assertThat(calls.now("schedules", schedule).get("outcalls")).isEmpty();
        assertThat(calls.now("trunks", trunk).get("outcalls")).isEmpty();
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }

    @Covers({"group/rules/delete", "group/side_effects/1"})
    @Test
    void isFreedByAGroupThatLeavesNothingBehind() {
        JsonNode group = calls.group("label", "same");
        JsonNode other = calls.group("label", "same");
        String path = item("groups", group);
        JsonNode permission =
                api.post("/callpermissions", body("name", "c" + next())).created();
        JsonNode schedule = calls.schedule();
        isLinked(path, permission, schedule);
        JsonNode user = calls.userWithLine();
        api.put(path + "/members/users", body("users", List.of(body("uuid", user.get("uuid")))))
                .done();
        JsonNode pickup = api.post("/callpickups", body("name", "p" + next())).created();
        JsonNode groups = body("groups", List.of(body("id", group.get("id"))));
        api.put(item("callpickups", pickup) + "/targets/groups", groups).done();
        JsonNode incall = calls.incall(body("type", "group", "group_id", group.get("id")));

        isFreed("groups", "group", group, other);

        assertThat(calls.now("callpermissions", permission).get("groups")).isEmpty();
        assertThat(calls.now("schedules", schedule).get("groups")).isEmpty();
        assertThat(calls.now("users", user).get("groups")).isEmpty();
        assertThat(calls.now("callpickups", pickup).get("targets").get("groups"))
                .isEmpty();
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }

    @Covers("application/rules/delete")
    @Test
    void linesAndDestinationsLoseAnApplication() {
        JsonNode application = api.post("/applications", body("name", "app")).created();
        JsonNode line = calls.now("users", calls.userWithLine()).get("lines").get(0);
        api.put(item("lines", line) + item("applications", application)).done();
        JsonNode incall = calls.incall(
                body("type", "application", "application", "custom", "application_uuid", application.get("uuid")));
        api.delete(item("applications", application)).done();
        assertThat(calls.now("lines", line).get("application").isNull()).isTrue();
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }

    @Covers("extension/notes/1")
    @Test
    void cannotBeComparedWithARangeWhenItIsNoNumber() {
        JsonNode extension = calls.extension(calls.context("internal"), "*12");
        JsonNode group = calls.group();
        assertThat(api.put(item("groups", group) + item("extensions", extension))
                        .status())
                .isEqualTo(500);
        assertThat(calls.now("groups", group).get("extensions")).isEmpty();
    }

    @Covers("user/side_effects/delete/1")
    @Test
    void leavesNothingOfADeletedUserBehind() {
        JsonNode user = calls.userWithLine();
        String path = item("users", user);
        JsonNode line = calls.now("users", user).get("lines").get(0);
        JsonNode uuid = Json.body("uuid", user.get("uuid"));
        JsonNode users = body("users", List.of(uuid));
        JsonNode group = calls.group();
        api.put(item("groups", group) + "/members/users", users).done();
        JsonNode queue = queue();
        api.put(item("queues", queue) + "/members/users/" + user.get("id"), body())
                .done();
        JsonNode board = calls.switchboard();
        api.put(item("switchboards", board) + "/members/users", users).done();
        JsonNode paging = api.post("/pagings", body("number", "" + next())).created();
        api.put(item("pagings", paging) + "/members/users", users).done();
        JsonNode pickup = api.post("/callpickups", body("name", "p" + next())).created();
        api.put(item("callpickups", pickup) + "/targets/users", users).done();
        JsonNode filter = api.post("/callfilters", body("name", "f" + next(), "strategy", "all", "source", "all"))
                .created();
        api.put(item("callfilters", filter) + "/surrogates/users", users).done();
        JsonNode permission =
                api.post("/callpermissions", body("name", "c" + next())).created();
        api.put(path + item("callpermissions", permission)).done();
        JsonNode schedule = calls.schedule();
        api.put(path + item("schedules", schedule)).done();
        api.put(path + "/fallbacks", body("busy_destination", CallKit.NONE)).done();
        api.post(path + "/external/apps/app", body()).created();
        JsonNode incall = calls.incall(CallKit.to(user));

        api.delete(path).done();

        assertThat(calls.now("lines", line).get("users")).isEmpty();
        assertThat(calls.now("groups", group).get("members").get("users")).isEmpty();
        assertThat(calls.now("queues", queue).get("members").get("users")).isEmpty();
        assertThat(calls.now("switchboards", board).get("members").get("users")).isEmpty();
        assertThat(calls.now("pagings", paging).get("members").get("users")).isEmpty();
        assertThat(calls.now("callpickups", pickup).get("targets").get("users")).isEmpty();
        assertThat(calls.now("callfilters", filter).get("surrogates").get("users"))
                .isEmpty();
        assertThat(calls.now("callpermissions", permission).get("users")).isEmpty();
        assertThat(calls.now("schedules", schedule).get("users")).isEmpty();
        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
    }
}
