package dev.dovetail.examples.telephony.userline;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Covers({"user_line/lookup/bulk"})
class UserLineHttpTest extends HttpTest {
    private static final String RELOAD = reload("dialplan reload", "module reload res_pjsip.so");

    private Phones phones;
    private JsonNode user;
    private JsonNode line;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        user = user("lastname", "Lee");
        line = phones.sipLine();
    }

    private String associated(JsonNode of, JsonNode to, boolean mainLine, boolean mainUser) {
        return told("user_line_associated", of, to, mainLine, mainUser);
    }

    private String dissociated(JsonNode of, JsonNode from, boolean mainLine, boolean mainUser) {
        return told("user_line_dissociated", of, from, mainLine, mainUser);
    }

    private String told(String name, JsonNode of, JsonNode line, boolean mainLine, boolean mainUser) {
        JsonNode sip = line.get("endpoint_sip");
        JsonNode custom = line.get("endpoint_custom");
        JsonNode shownLine = body(
                "id",
                line.get("id"),
                "name",
                line.get("name"),
                "endpoint_sip",
                sip.isNull() ? null : body("uuid", sip.get("uuid")),
                "endpoint_sccp",
                null,
                "endpoint_custom",
                custom.isNull() ? null : body("id", custom.get("id")));
        JsonNode shownUser = body("id", of.get("id"), "uuid", of.get("uuid"), "tenant_uuid", tenant.toString());
        return event(
                name,
                tenant,
                of.get("uuid").stringValue(),
                body("line", shownLine, "main_line", mainLine, "main_user", mainUser, "user", shownUser));
    }

    private List<String> lines(JsonNode of) {
        return ids(api.get(item("users", of)).found().get("lines"), "id");
    }

    private List<String> users(JsonNode of) {
        return ids(phones.now(of).get("users"), "uuid");
    }

    private static List<String> ids(JsonNode list, String field) {
        return list.valueStream().map(one -> one.get(field).asString()).toList();
    }

    private static List<String> idsOf(JsonNode... objects) {
        return Stream.of(objects).map(one -> one.get("id").toString()).toList();
    }

    private static List<String> uuidsOf(JsonNode... objects) {
        return Stream.of(objects).map(one -> one.get("uuid").stringValue()).toList();
    }

    private JsonNode list(JsonNode... lines) {
        return body(
                "lines", Stream.of(lines).map(one -> body("id", one.get("id"))).toList());
    }

    private String all(JsonNode of) {
        return item("users", of) + "/lines";
    }

    @Test
    void linksAndUnlinksAndTellsOnce() {
        var linked = node.heard(() -> phones.give(user, line));
        var again = node.heard(() -> phones.give(user, line));
        assertThat(linked).containsExactly(RELOAD, associated(user, line, true, true));
        assertThat(again).isEmpty();

        var unlinked = node.heard(() -> api.delete(Phones.link(user, line)).done());
        var noMore = node.heard(() -> api.delete(Phones.link(user, line)).done());
        assertThat(unlinked).containsExactly(RELOAD, dissociated(user, line, true, true));
        assertThat(noMore).isEmpty();
        assertThat(lines(user)).isEmpty();
    }

    @Covers("conventions/7/5")
    @Test
    void tellsWhichLineAndWhichUserComesFirst() {
        JsonNode other = user();
        JsonNode custom = phones.customLine();
        phones.give(user, line);
        assertThat(node.heard(() -> phones.give(user, custom)))
                .containsExactly(RELOAD, associated(user, custom, false, true));
        assertThat(node.heard(() -> phones.give(other, line)))
                .containsExactly(RELOAD, associated(other, line, true, false));
        assertThat(lines(user)).isEqualTo(idsOf(line, custom));
        assertThat(users(line)).isEqualTo(uuidsOf(user, other));

        assertThat(node.heard(() -> api.delete(Phones.link(user, custom)).done()))
                .containsExactly(RELOAD, dissociated(user, custom, false, true));
        assertThat(node.heard(() -> api.delete(Phones.link(other, line)).done()))
                .containsExactly(RELOAD, dissociated(other, line, true, false));
    }

    @Covers("user_line/main")
    @Test
    void letsTheLineOfTheLowestIdFollowAMainLine() {
        JsonNode second = phones.sipLine();
        JsonNode third = phones.sipLine();
        phones.give(user, second);
        phones.give(user, third);
        phones.give(user, line);
        assertThat(lines(user).get(0)).isEqualTo(second.get("id").toString());
        api.delete(Phones.link(user, second)).done();
        assertThat(lines(user)).isEqualTo(idsOf(line, third));
        assertThat(node.heard(() -> api.delete(Phones.link(user, line)).done()))
                .containsExactly(RELOAD, dissociated(user, line, true, true));
    }

    @Test
    void takesTheUserByItsUuidToo() {
        String byUuid = "/users/" + user.get("uuid").stringValue() + "/lines";
        api.put(byUuid + "/" + line.get("id")).done();
        assertThat(lines(user)).isEqualTo(idsOf(line));
        api.delete(byUuid + "/" + line.get("id")).done();
        api.put(byUuid, list(line)).done();
        assertThat(lines(user)).isEqualTo(idsOf(line));
    }

    @Covers({"user/embedded/lines", "user_line/cardinality"})
    @Test
    void showsTheLinkOnBothSides() {
        phones.give(user, line);
        JsonNode shown = phones.now(line);
        assertThat(shown.get("users"))
                .containsExactly(body(
                        "uuid", user.get("uuid"), "firstname", "Ann", "lastname", "Lee", "links", user.get("links")));
        JsonNode shownUser = api.get(item("users", user)).found();
        assertThat(shownUser.get("lines")).containsExactly(shown);
        assertThat(api.get("/lines").items()).containsExactly(shown);
        assertThat(api.get("/users?id=" + user.get("id")).items()).containsExactly(shownUser);
    }

    @Test
    void ignoresTheBodyOfASingleLink() {
        api.send("PUT", Phones.link(user, line), "{malformed").done();
        assertThat(lines(user)).isEqualTo(idsOf(line));
    }

    @Covers({
        "user_line/embedded_in/line",
        "user_line/embedded_in/user",
        "user_line/events/associated",
        "user_line/events/bulk",
        "user_line/events/dissociated",
        "user_line/paths/1",
        "user_line/paths/3",
        "user_line/reload/all"
    })
    @Test
    void replacesAllLinesAndTellsOfEach() {
        JsonNode second = phones.sipLine();
        JsonNode third = phones.customLine();
        JsonNode other = user();
        phones.give(other, third);
        phones.give(user, line);

        assertThat(node.heard(
                        () -> api.put(all(user), list(third, line, second)).done()))
                .containsExactly(
                        RELOAD,
                        associated(user, third, true, false),
                        associated(user, line, false, true),
                        associated(user, second, false, true));
        assertThat(lines(user)).isEqualTo(idsOf(third, line, second));
        assertThat(users(third)).isEqualTo(uuidsOf(other, user));

        assertThat(node.heard(() -> api.put(all(user), list(second)).done()))
                .containsExactly(
                        RELOAD,
                        dissociated(user, third, true, false),
                        dissociated(user, line, false, true),
                        associated(user, second, true, true));
        assertThat(node.heard(() -> api.put(all(user), list(second)).done()))
                .as("the same again")
                .containsExactly(RELOAD, associated(user, second, true, true));
        assertThat(node.heard(() -> api.put(all(user), list()).done()))
                .containsExactly(RELOAD, dissociated(user, second, true, true));
        assertThat(node.heard(() -> api.put(all(user), list()).done()))
                .as("nothing, again")
                .containsExactly(RELOAD);
        assertThat(lines(user)).isEmpty();
        assertThat(users(third)).isEqualTo(uuidsOf(other));
    }

    @Test
    void checksTheBodyOfAReplacement() {
        api.put(all(user), body()).refused("Input Error - lines: ['Missing data for required field.']");
        api.put(all(user), body("lines", null)).refused("Input Error - lines: ['Field may not be null.']");
        api.put(all(user), body("lines", "x")).refused("Input Error - lines: ['Invalid type.']");
        api.put(all(user), body("lines", List.of(body(), body("id", null), body("id", "x"), 5, body("id", "3"))))
                .refused("Input Error - lines: {0: {'id': ['Missing data for required field.']},"
                        + " 1: {'id': ['Field may not be null.']}, 2: {'id': ['Not a valid integer.']},"
                        + " 3: {'_schema': ['Invalid input type.']}}");
        api.put(all(user), body("lines", List.of(body("id", line.get("id").toString(), "more", 1))))
                .done();
        assertThat(lines(user)).isEqualTo(idsOf(line));
        api.put(all(user), body("lines", List.of(body("id", 2000000002))))
                .refused("Input Error - field 'lines': Line was not found ('id': 2000000002)");
        assertThat(lines(user)).isEqualTo(idsOf(line));
    }

    @Test
    void looksTheUserUpFirst() {
        String uuid = "deadbeef-dead-4bad-8bad-deadbeef0001";
        String byId = "Resource Not Found - User was not found ('id': 2000000001)";
        String byUuid = "Resource Not Found - User was not found ('id': UUID('" + uuid + "'))";
        for (String path : List.of("/lines/2000000002", "/lines/" + line.get("id"))) {
            api.put("/users/2000000001" + path).refused(404, byId);
            api.delete("/users/2000000001" + path).refused(404, byId);
            api.put("/users/" + uuid + path).refused(404, byUuid);
            api.delete("/users/" + uuid + path).refused(404, byUuid);
        }
        String noLine = "Resource Not Found - Line was not found ('id': 2000000002)";
        api.put(all(user) + "/2000000002").refused(404, noLine);
        api.delete(all(user) + "/2000000002").refused(404, noLine);
        api.put(all(user), body("lines", List.of(body("id", 2000000002))))
                .refused("Input Error - field 'lines': Line was not found ('id': 2000000002)");
        api.put("/users/2000000001/lines", list()).refused(404, byId);
        api.put("/users/2000000001/lines", body()).refused(404, byId);
        api.put("/users/" + uuid + "/lines", list()).refused(404, byUuid);
    }

    @Covers({"user_line/lookup/single", "user_line/paths/2", "user_line/rules/associate_in_order/1"})
    @Test
    void seesAllTenantsWhenItReplacesAndItsOwnElse() {
        var outside = node.client(tenants.sibling());
        String noUser = "Resource Not Found - User was not found ('id': " + user.get("id") + ")";
        outside.put(Phones.link(user, line)).refused(404, noUser);
        outside.delete(Phones.link(user, line)).refused(404, noUser);
        JsonNode stranger = user(outside);
        outside.put(Phones.link(stranger, line))
                .refused(404, "Resource Not Found - Line was not found ('id': " + line.get("id") + ")");

        outside.put(all(stranger), list(line))
                .refused("Resource Error - different tenants ('user_tenant_uuid': '" + tenants.sibling()
                        + "', 'line_tenant_uuid': '" + tenant + "')");
        assertThat(node.heard(() -> outside.put(all(user), list(line)).done()))
                .containsExactly(RELOAD, associated(user, line, true, true));
        assertThat(lines(user)).isEqualTo(idsOf(line));
        node.client(tenants.parent()).delete(Phones.link(user, line)).done();
    }

    @Covers("user/rules/delete/2")
    @Test
    void leavesTheLinesOfADeletedUser() {
        phones.give(user, line);
        var heard = node.heard(() -> api.delete(item("users", user)).done());
        assertThat(heard).hasSize(2).last().asString().startsWith("user_deleted ");
        assertThat(users(line)).isEmpty();
        phones.give(user(), line);
    }

    @Test
    void letsTheNextUserFollowADeletedOne() {
        JsonNode other = user();
        phones.give(user, line);
        phones.give(other, line);
        api.delete(item("users", user)).done();
        assertThat(users(line)).isEqualTo(uuidsOf(other));
        api.delete(Phones.link(other, line)).done();
    }

    @Covers("user_line/side_effects/1")
    @Test
    void namesTheMainUserToCalledParties() {
        JsonNode numbered = user("caller_id", "\"Zed\" <555>");
        JsonNode dialled = phones.dialledLine();
        String exten = dialled.get("extensions").get(0).get("exten").stringValue();
        phones.give(numbered, line);
        assertThat(phones.callerId(line)).isEqualTo("\"Zed\" <555>");
        phones.give(numbered, dialled);
        assertThat(phones.callerId(dialled)).isEqualTo("\"Zed\" <" + exten + ">");
        phones.give(user, dialled);
        assertThat(phones.callerId(dialled)).as("of a secondary user").isEqualTo("\"Zed\" <" + exten + ">");

        JsonNode bare = phones.sipLine();
        phones.give(user, bare);
        assertThat(phones.callerId(bare)).isEqualTo("\"Ann Lee\"");
        JsonNode listed = phones.dialledLine();
        api.put(all(user), list(bare, listed)).done();
        assertThat(phones.callerId(listed))
                .isEqualTo("\"Ann Lee\" <"
                        + listed.get("extensions").get(0).get("exten").stringValue() + ">");
    }

    @Test
    void keepsTheOtherOptionsOfTheEndpoint() {
        List<List<String>> options = new ArrayList<>();
        options.add(List.of("callerid", "\"Old\" <1>"));
        options.add(List.of("webrtc", "yes"));
        JsonNode optioned = phones.line("endpoint_sip", body("endpoint_section_options", options));
        phones.give(user, optioned);
        String uuid = optioned.get("endpoint_sip").get("uuid").stringValue();
        assertThat(api.get("/endpoints/sip/" + uuid).found().get("endpoint_section_options"))
                .contains(body("x", List.of("webrtc", "yes")).get("x"))
                .contains(body("x", List.of("callerid", "\"Ann Lee\"")).get("x"));
        api.put(Phones.link(user(), phones.customLine())).done();
    }
}
