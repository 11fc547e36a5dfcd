package dev.dovetail.examples.telephony.userline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Takes lines from users whom queues and groups ring by them. */
class LineMembershipHttpTest extends HttpTest {
    private CallKit calls;
    private Phones phones;
    private JsonNode user;
    private JsonNode colleague;
    private JsonNode main;
    private JsonNode second;
    private JsonNode queue;
    private JsonNode group;

    @BeforeEach
    void members() {
        calls = new CallKit(api);
        phones = Phones.of(api);
        user = user();
        colleague = user();
        main = phones.sipLine();
        second = phones.sipLine();
        phones.give(user, main);
        phones.give(user, second);
        phones.give(colleague, phones.sipLine());
        queue = api.post("/queues", body("name", "queue" + next())).created();
        group = calls.group();
        join();
    }

    private void join() {
        for (JsonNode member : List.of(user, colleague)) {
            api.put(item("queues", queue) + "/members/users/" + member.get("id"), body())
                    .done();
        }
        List<JsonNode> both = Stream.of(user, colleague)
                .<JsonNode>map(member -> body("uuid", member.get("uuid")))
                .toList();
        api.put(item("groups", group) + "/members/users", body("users", both)).done();
    }

    private void areMembers(JsonNode... expected) {
        List<JsonNode> uuids =
                Stream.of(expected).map(member -> member.get("uuid")).toList();
        for (JsonNode rung : List.of(calls.now("queues", queue), calls.now("groups", group))) {
            assertThat(rung.get("members").get("users"))
                    .extracting(member -> member.get("uuid"))
                    .containsExactlyInAnyOrderElementsOf(uuids);
        }
    }

    @Covers("user_line/side_effects/2")
    @Test
    void takesTheUserFromQueuesAndGroupsThatRingByTheLine() {
        api.delete(Phones.link(user, second)).done();
        areMembers(user, colleague);
        assertThat(Journal.names(
                        node.heard(() -> api.delete(Phones.link(user, main)).done())))
                .containsExactly("POST", "user_line_dissociated");
        areMembers(colleague);
        JsonNode now = calls.now("users", user);
        assertThat(now.get("queues")).isEmpty();
        assertThat(now.get("groups")).isEmpty();
    }

    @Test
    void takesHimAwayThoughAnotherLineFollows() {
        api.delete(Phones.link(user, main)).done();
        assertThat(calls.now("users", user).get("lines").get(0).get("id")).isEqualTo(second.get("id"));
        areMembers(colleague);
        join();
        areMembers(user, colleague);
    }

    @Test
    void takesHimAwayWhenHisLinesAreReplacedOrTheLineIsDeleted() {
        String lines = item("users", user) + "/lines";
        api.put(lines, body("lines", List.of(body("id", main.get("id"))))).done();
        areMembers(user, colleague);
        api.put(lines, body("lines", List.of(body("id", second.get("id"))))).done();
        areMembers(colleague);
        join();
        api.delete(item("lines", second)).done();
        areMembers(colleague);
    }
}
