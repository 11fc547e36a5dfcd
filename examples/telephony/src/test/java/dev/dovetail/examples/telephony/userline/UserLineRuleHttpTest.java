package dev.dovetail.examples.telephony.userline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Phones;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"user_line/lookup/bulk"})
class UserLineRuleHttpTest extends HttpTest {
    private Phones phones;
    private JsonNode user;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        user = user();
    }

    private static JsonNode list(JsonNode... lines) {
        return body(
                "lines",
                List.of(lines).stream().map(one -> body("id", one.get("id"))).toList());
    }

    private static String noEndpoint(JsonNode line) {
        return "Resource Error - Line must be associated with a Endpoint ('line_id': " + line.get("id") + ")";
    }

    private static String sharedExtension(JsonNode other, JsonNode extension) {
        return "Resource Error - Line is associated with a Extension ('line_id': " + other.get("id")
                + ", 'extension_id': " + extension.get("id") + ")";
    }

    private static String secondaries(JsonNode line) {
        return "Resource Error - There are secondary users associated to the line ('line_id': " + line.get("id") + ")";
    }

    private static String device(JsonNode line) {
        return "Resource Error - Line is associated with a Device ('line_id': " + line.get("id")
                + ", 'device_id': 'phone1')";
    }

    /** Both links and replacements are refused, and nothing is told. */
    private void refusesToLink(JsonNode of, JsonNode line, String text) {
        assertThat(node.heard(() -> {
                    api.put(Phones.link(of, line)).refused(text);
                    api.put(item("users", of) + "/lines", list(line)).refused(text);
                }))
                .isEmpty();
        assertThat(api.get(item("users", of)).found().get("lines")).isEmpty();
    }

    private void refusesToUnlink(JsonNode of, JsonNode line, String text) {
        assertThat(node.heard(() -> {
                    api.delete(Phones.link(of, line)).refused(text);
                    api.put(item("users", of) + "/lines", list()).refused(text);
                }))
                .isEmpty();
        assertThat(api.get(item("users", of)).found().get("lines")).hasSize(1);
    }

    @Test
    void checksTheRulesOfALinkInTheirOrder() {
        JsonNode foreign = user(api.in(tenants.child()));
        JsonNode bare = phones.bareLine();
        refusesToLink(
                foreign,
                bare,
                "Resource Error - different tenants ('user_tenant_uuid': '" + tenants.child()
                        + "', 'line_tenant_uuid': '" + tenant + "')");
        refusesToLink(user, bare, noEndpoint(bare));
    }

    @Covers("user_line/rules/associate_in_order/3")
    @Test
    void givesLinesOfOneExtensionToOneMainUser() {
        JsonNode first = phones.sipLine();
        JsonNode second = phones.sipLine();
        JsonNode extension = phones.dial(first);
        api.put(item("lines", second) + item("extensions", extension)).done();
        phones.give(user, first);
        JsonNode other = user();
        refusesToLink(other, second, sharedExtension(first, extension));
        refusesToLink(other, first, sharedExtension(second, extension));
        phones.give(user, second);
    }

    @Test
    void givesALineThatHasItsExtensionAloneToSeveralUsers() {
        JsonNode line = phones.dialledLine();
        phones.give(user, line);
        phones.give(user(), line);
        assertThat(phones.now(line).get("users")).hasSize(2);
    }

    @Covers("user_line/rules/dissociate_in_order/2")
    @Test
    void checksTheRulesOfAnUnlinkingInTheirOrder() {
        JsonNode line = phones.sipLine();
        JsonNode second = user();
        JsonNode third = user();
        phones.give(user, line);
        phones.give(second, line);
        Phones.plugIn(node, line);
        refusesToUnlink(user, line, secondaries(line));
        refusesToUnlink(second, line, device(line));
        phones.give(third, line);
        refusesToUnlink(second, line, secondaries(line));
    }

    @Test
    void letsOnlySecondaryUsersLeaveBeforeTheMainUser() {
        JsonNode line = phones.sipLine();
        JsonNode second = user();
        phones.give(user, line);
        phones.give(second, line);
        refusesToUnlink(user, line, secondaries(line));
        api.delete(Phones.link(second, line)).done();
        api.delete(Phones.link(user, line)).done();
    }

    @Covers({
        "user_line/rules/associate_in_order/2",
        "user_line/rules/bulk_in_order/1",
        "user_line/rules/bulk_in_order/2",
        "user_line/rules/dissociate_in_order/1"
    })
    @Test
    void checksAReplacementInItsOrder() {
        JsonNode line = phones.sipLine();
        JsonNode bare = phones.bareLine();
        phones.give(user, line);
        phones.give(user(), line);
        String path = item("users", user) + "/lines";
        api.put(path, list(bare, bare))
                .refused("Resource Error - Operation not permitted. Cannot associate same line more than once");
        api.put(path, list(bare)).refused(secondaries(line));
        api.put(path, list(line, bare)).refused(noEndpoint(bare));
        assertThat(node.heard(() -> api.put(path, list(line)).done()))
                .as("no rule for lines that stay")
                .hasSize(2);
    }

    @Test
    void oneOfTwoUsersBecomesTheMainUser() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                JsonNode line = phones.sipLine();
                List<JsonNode> users = List.of(user("firstname", "A"), user("firstname", "B"));
                var heard = node.heard(() ->
                        two.run(i -> api.put(Phones.link(users.get(i), line))).forEach(Reply::done));
                assertThat(heard)
                        .filteredOn(told -> told.contains("\"main_user\":true"))
                        .hasSize(1);
                String main =
                        phones.now(line).get("users").get(0).get("firstname").stringValue();
                assertThat(phones.callerId(line)).isEqualTo("\"" + main + "\"");
            }
        }
    }

    @Test
    void oneOfTwoUsersGetsTheLinesOfAnExtension() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                List<JsonNode> lines = List.of(phones.sipLine(), phones.sipLine());
                JsonNode extension = phones.dial(lines.get(0));
                api.put(item("lines", lines.get(1)) + item("extensions", extension))
                        .done();
                List<JsonNode> users = List.of(user(), user());
                List<Reply> replies = two.run(i -> api.put(Phones.link(users.get(i), lines.get(i))));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(204, 400);
                int lost = replies.get(0).status() == 400 ? 0 : 1;
                replies.get(lost).refused(sharedExtension(lines.get(1 - lost), extension));
            }
        }
    }

    @Test
    void oneOfTwoRequestsMakesTheSameLink() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                JsonNode line = phones.sipLine();
                var heard = node.heard(
                        () -> two.run(i -> api.put(Phones.link(user, line))).forEach(Reply::done));
                assertThat(heard)
                        .filteredOn(told -> told.startsWith("user_line_associated"))
                        .hasSize(1);
            }
        }
    }

    /** The rule locks the extension after the line, an unlinked extension is locked before it. */
    @Test
    void linksAUserWhileTheExtensionLeaves() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 30; round++) {
                JsonNode line = phones.dialledLine();
                String extension = item("extensions", line.get("extensions").get(0));
                two.run(i -> i == 0 ? api.put(Phones.link(user, line)) : api.delete(item("lines", line) + extension))
                        .forEach(Reply::done);
                JsonNode now = phones.now(line);
                assertThat(now.get("users")).hasSize(1);
                assertThat(now.get("extensions")).isEmpty();
            }
        }
    }

    @Test
    void linksAUserOrALineThatIsBeingDeletedOrDoesNotKnowIt() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 40; round++) {
                JsonNode line = phones.sipLine();
                JsonNode leaving = user();
                String deleted = round % 2 == 0 ? item("users", leaving) : item("lines", line);
                List<Reply> replies = two.run(i -> i == 0 ? api.put(Phones.link(leaving, line)) : api.delete(deleted));
                assertThat(replies.get(0).status()).as(replies.get(0).body()).isIn(204, 404);
                replies.get(1).done();
            }
        }
    }
}
