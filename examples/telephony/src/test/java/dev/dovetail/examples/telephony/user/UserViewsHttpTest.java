package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Phones;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UserViewsHttpTest extends HttpTest {
    private Phones phones;
    private JsonNode user;
    private JsonNode line;
    private JsonNode second;
    private JsonNode voicemail;
    private String exten;

    @BeforeEach
    void objects() {
        phones = Phones.of(api);
        user = user("lastname", "Lee", "mobile_phone_number", "123", "userfield", "f", "description", "d");
        line = phones.dialledLine();
        second = phones.dialledLine();
        exten = line.get("extensions").get(0).get("exten").stringValue();
        phones.give(user, line);
        phones.give(user, second);
        voicemail = voicemail(phones.context());
        api.put(item("users", user) + item("voicemails", voicemail)).done();
    }

    private List<JsonNode> view(String name) {
        return api.get("/users?view=" + name).items();
    }

    private JsonNode directory(JsonNode of, JsonNode itsLine, String its, String box) {
        return body(
                "id",
                of.get("id"),
                "uuid",
                of.get("uuid"),
                "line_id",
                itsLine == null ? null : itsLine.get("id"),
                "agent_id",
                null,
                "firstname",
                "Ann",
                "lastname",
                of.get("lastname"),
                "email",
                null,
                "exten",
                its,
                "mobile_phone_number",
                of.get("mobile_phone_number"),
                "voicemail_number",
                box,
                "userfield",
                of.get("userfield"),
                "description",
                of.get("description"),
                "context",
                its == null ? null : phones.context().get("name"));
    }

    @Covers({"user/list/views/directory", "user/list/views/parameter"})
    @Test
    void showsTheDirectory() {
        JsonNode nobody = user("lastname", null);
        assertThat(view("directory"))
                .containsExactly(
                        directory(user, line, exten, voicemail.get("number").stringValue()),
                        directory(nobody, null, null, null));

        api.put(item("voicemails", voicemail), body("enabled", false)).done();
        api.put(item("extensions", line.get("extensions").get(0)), body("enabled", false))
                .done();
        assertThat(view("directory").get(0)).isEqualTo(directory(user, line, null, null));
    }

    private JsonNode summary(JsonNode of, boolean dialled, String code, String protocol, boolean webRtc) {
        return body(
                "id",
                of.get("id"),
                "uuid",
                of.get("uuid"),
                "firstname",
                "Ann",
                "lastname",
                of.get("lastname"),
                "email",
                null,
                "extension",
                dialled ? exten : null,
                "context",
                dialled ? phones.context().get("name") : null,
                "provisioning_code",
                code,
                "protocol",
                protocol,
                "enabled",
                true,
                "subscription_type",
                0,
                "is_webrtc",
                webRtc);
    }

    @Covers("user/list/views/summary")
    @Test
    void showsASummary() {
        JsonNode nobody = user("lastname", "Z");
        JsonNode custom = user("lastname", "Y");
        phones.give(custom, phones.customLine());
        JsonNode webRtc = user("lastname", "X");
        phones.give(
                webRtc,
                phones.line("endpoint_sip", body("endpoint_section_options", List.of(List.of("webrtc", "yes")))));
        assertThat(view("summary"))
                .containsExactly(
                        summary(user, true, line.get("provisioning_code").stringValue(), "sip", false),
                        summary(webRtc, false, null, "sip", true),
                        summary(custom, false, null, "custom", false),
                        summary(nobody, false, null, null, false));
    }

    @Covers("user/list/views/line_presence")
    @Test
    void showsThePresenceOfLines() {
        JsonNode nobody = user("lastname", "Z");
        api.put(item("users", nobody) + "/services/dnd", body("enabled", true)).done();
        assertThat(view("line_presence"))
                .containsExactly(
                        body(
                                "uuid",
                                user.get("uuid"),
                                "tenant_uuid",
                                tenant.toString(),
                                "lines",
                                List.of(presence(line), presence(second)),
                                "services",
                                body("dnd", body("enabled", false))),
                        body(
                                "uuid",
                                nobody.get("uuid"),
                                "tenant_uuid",
                                tenant.toString(),
                                "lines",
                                List.of(),
                                "services",
                                body("dnd", body("enabled", true))));
    }

    private static JsonNode presence(JsonNode of) {
        return body("id", of.get("id"), "name", of.get("name"), "protocol", "sip");
    }

    @Covers({
        "user/list/search/caller_id",
        "user/list/search/description",
        "user/list/search/email",
        "user/list/search/mobile_phone_number",
        "user/list/search/outgoing_caller_id",
        "user/list/search/preprocess_subroutine",
        "user/list/search/subscription_type",
        "user/list/search/userfield",
        "user/list/search/username"
    })
    @Test
    void listsViewsAsTheUsersThemselves() {
        JsonNode other = user("lastname", "Abe");
        for (String view : List.of("directory", "summary", "line_presence")) {
            String path = "/users?view=" + view;
            assertThat(api.get(path).items("uuid")).as(view).isEqualTo(uuids(other, user));
            assertThat(api.get(path + "&direction=desc").items("uuid")).as(view).isEqualTo(uuids(user, other));
            assertThat(api.get(path + "&order=firstname&limit=1").items())
                    .as(view)
                    .hasSize(1);
            assertThat(api.get(path + "&search=" + exten).items("uuid"))
                    .as(view)
                    .isEqualTo(uuids(user));
            assertThat(api.get(path + "&lastname=Abe").items("uuid")).as(view).isEqualTo(uuids(other));
            assertThat(api.get(path + "&limit=1").found().get("total").asInt())
                    .as(view)
                    .isEqualTo(2);
        }
    }

    private static List<String> uuids(JsonNode... users) {
        return List.of(users).stream().map(one -> one.get("uuid").stringValue()).toList();
    }

    @Covers({"conventions/6/text_of_business_errors/24", "user/list/views/other"})
    @Test
    void refusesOtherViews() {
        for (String view : List.of("other", "Directory", "merged")) {
            api.get("/users?view=" + view).refused("Input Error - view '" + view + "' does not exist");
        }
        api.get("/users?view=other&limit=1").refused("Input Error - view 'other' does not exist");
    }

    @Covers({
        "user/embedded/voicemail",
        "user/list/column_meaning/exten_extension_context",
        "user/list/column_meaning/provisioning_code",
        "user/list/filter/context",
        "user/list/filter/exten",
        "user/list/filter/extension",
        "user/list/filter/provisioning_code",
        "user/list/filter/voicemail_number"
    })
    @Test
    void findsByTheMainLineAndItsExtension() {
        JsonNode other = user("lastname", "Abe");
        String code = line.get("provisioning_code").stringValue();
        String context = phones.context().get("name").stringValue();
        String otherExten = second.get("extensions").get(0).get("exten").stringValue();
        for (String query : List.of(
                "exten=" + exten,
                "exten=x," + exten,
                "extension=" + exten,
                "context=" + context,
                "provisioning_code=" + code,
                "voicemail_number=" + voicemail.get("number").stringValue(),
                "search=" + exten,
                "search=" + code)) {
            assertThat(api.get("/users?" + query).items("uuid")).as(query).isEqualTo(uuids(user));
        }
        for (String query : List.of(
                "exten=" + otherExten,
                "extension=" + otherExten,
                "provisioning_code=" + second.get("provisioning_code").stringValue(),
                "extension=x," + exten,
                "context=x",
                "search=" + otherExten,
                "search=" + context)) {
            assertThat(api.get("/users?" + query).items("uuid")).as(query).isEmpty();
        }
        phones.give(other, second);
        assertThat(api.get("/users?exten=" + exten + "," + otherExten).items("uuid"))
                .isEqualTo(uuids(other, user));

        api.put(item("extensions", line.get("extensions").get(0)), body("enabled", false))
                .done();
        for (String query : List.of("exten=" + exten, "extension=" + exten, "search=" + exten)) {
            assertThat(api.get("/users?" + query).items()).as(query).isEmpty();
        }
        assertThat(api.get("/users?provisioning_code=" + code).items()).hasSize(1);
    }

    @Covers("user/list/special_sort/2")
    @Test
    void staysInTheOrderOfLastNamesWhenSortedByWhatIsNotItsOwn() {
        JsonNode dialled = user("lastname", "Abe");
        phones.give(dialled, phones.dialledLine());
        JsonNode nobody = user("lastname", "Zed");
        for (String column : List.of("exten", "extension", "context", "provisioning_code", "voicemail_number")) {
            String path = "/users?order=" + column;
            assertThat(api.get(path).items("uuid")).as(column).isEqualTo(uuids(dialled, user, nobody));
            assertThat(api.get(path + "&direction=desc").items("uuid"))
                    .as(column)
                    .isEqualTo(uuids(nobody, user, dialled));
            assertThat(api.get(path + "&limit=1&offset=1").items("uuid"))
                    .as(column)
                    .isEqualTo(uuids(user));
        }
    }

    @Test
    void sortsTheViewsThatAreMadeOfLinesByThem() {
        JsonNode nobody = user("lastname", "Abe");
        JsonNode dialled = user("lastname", "Zed");
        phones.give(dialled, phones.dialledLine());
        for (String sort : List.of("directory&order=exten", "summary&order=extension", "summary&order=context")) {
            List<String> shown = api.get("/users?view=" + sort).items("uuid");
            assertThat(shown.indexOf(uuids(dialled).get(0)))
                    .as(sort)
                    .isLessThan(shown.indexOf(uuids(nobody).get(0)));
        }
        List<String> shown = api.get("/users?view=line_presence&order=exten").items("uuid");
        assertThat(shown.indexOf(uuids(nobody).get(0)))
                .isLessThan(shown.indexOf(uuids(dialled).get(0)));
    }
}
