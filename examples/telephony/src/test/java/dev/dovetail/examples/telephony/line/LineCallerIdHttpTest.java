package dev.dovetail.examples.telephony.line;

import static dev.dovetail.examples.telephony.testing.Journal.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.LineKit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LineCallerIdHttpTest extends HttpTest {
    private static final String NO_ENDPOINT = "Cannot set caller id if no endpoint associated";
    private static final String CUSTOM = "Cannot set caller id on endpoint of type 'custom'";
    private static final String NAME_NONE = "Cannot set caller id to None";
    private static final String NUM_NONE = "Cannot set caller id num to None";

    private LineKit lines;
    private JsonNode context;

    @BeforeEach
    void objects() {
        lines = new LineKit(api);
        context = lines.context();
    }

    private void shows(JsonNode line, String name, String number, String option) {
        JsonNode now = lines.now(line);
        assertThat(now.get("caller_id_name")).isEqualTo(Json.of(name));
        assertThat(now.get("caller_id_num")).isEqualTo(Json.of(number));
        assertThat(lines.option(now, "callerid")).isEqualTo(option);
    }

    private void edit(JsonNode line, Object... namesAndValues) {
        api.put(LineKit.path(line), body(namesAndValues)).done();
    }

    @Covers({"line/rules/caller_id/1", "line/rules/caller_id/2"})
    @Test
    void needsAnEndpoint() {
        JsonNode line = lines.bare(context, "caller_id_num", "12", "caller_id_name", null);
        assertThat(line.get("caller_id_num").isNull()).isTrue();
        edit(line, "caller_id_name", null, "caller_id_num", null);
        assertThat(node.heard(() -> {
                    api.put(LineKit.path(line), body("caller_id_name", "Ann", "position", 2))
                            .refused(NO_ENDPOINT);
                    api.put(LineKit.path(line), body("caller_id_num", "12", "position", 2))
                            .refused(NO_ENDPOINT);
                    api.post("/lines", LineKit.body(context, "caller_id_name", "Ann"))
                            .refused(NO_ENDPOINT);
                }))
                .isEmpty();
        assertThat(api.get("/lines").items()).containsExactly(line);
    }

    @Covers("line/rules/caller_id/3")
    @Test
    void isNotKeptByACustomEndpoint() {
        JsonNode line = lines.custom(context, "caller_id_num", "12");
        String path = LineKit.path(line);
        ObjectNode endpoint = body("interface", "custom/" + next());
        assertThat(node.heard(() -> {
                    api.put(path, body("caller_id_name", "Ann")).refused(CUSTOM);
                    api.put(path, body("caller_id_num", "12")).refused(CUSTOM);
                    api.put(path, body("caller_id_name", null)).refused(NAME_NONE);
                    api.put(path, body("caller_id_num", null)).refused(NUM_NONE);
                    api.post("/lines", LineKit.body(context, "caller_id_name", "Ann", "endpoint_custom", endpoint))
                            .refused(CUSTOM);
                }))
                .isEmpty();
        assertThat(api.get("/lines").items()).containsExactly(line);
        api.post("/endpoints/custom", endpoint).created();
    }

    @Covers({"line/rules/caller_id/4", "line/rules/caller_id/5", "line/rules/caller_id/6", "line/rules/caller_id/8"})
    @Test
    void isNameAndNumberOfAnSccpEndpointOfWhichTheNameCanBeSet() {
        List<List<String>> options = List.of(List.of("cid_num", "12"));
        JsonNode line = lines.bare(
                context, "endpoint_sccp", body("options", options), "caller_id_name", "Ann", "caller_id_num", "3");
        assertSccp(line, "Ann", "12");
        assertThat(names(node.heard(() -> edit(line, "caller_id_name", "Zed")))).containsExactly("POST", "line_edited");
        assertThat(names(node.heard(() -> edit(line, "caller_id_name", "Zed")))).containsExactly("line_edited");
        assertSccp(line, "Zed", "12");
        String path = LineKit.path(line);
        api.put(path, body("caller_id_num", "12")).refused("Cannot set caller id num on endpoint of type 'sccp'");
        api.put(path, body("caller_id_name", null)).refused(NAME_NONE);
        api.put(path, body("caller_id_num", null)).refused(NUM_NONE);
        assertSccp(line, "Zed", "12");
        assertSccp(lines.bare(context, "endpoint_sccp", body("options", List.of())), "", "");
    }

    private void assertSccp(JsonNode line, String name, String number) {
        JsonNode now = lines.now(line);
        assertThat(now.get("caller_id_name").stringValue()).isEqualTo(name);
        assertThat(now.get("caller_id_num").stringValue()).isEqualTo(number);
        assertThat(api.get("/lines?caller_id_name=" + name).items()).contains(now);
    }

    @Test
    void isThatOfItsMainUserOnAnSccpEndpoint() {
        JsonNode line = lines.bare(context, "endpoint_sccp", body("options", List.of()));
        JsonNode user = user("firstname", "Ann", "caller_id", "\"Ann\" <+15>");
        lines.give(user, line);
        assertSccp(line, "Ann", "+15");
        api.put(item("users", user), body("caller_id", "\"Bob\"")).done();
        assertSccp(line, "Bob", "");
    }

    @Test
    void isAnOptionOfASipEndpoint() {
        JsonNode line = lines.sip(context, "caller_id_name", "Ann Lee", "caller_id_num", "12");
        shows(line, "Ann Lee", "12", "\"Ann Lee\" <12>");
        edit(line, "caller_id_name", "Zed");
        shows(line, "Zed", "12", "\"Zed\" <12>");
        edit(line, "caller_id_num", "345");
        shows(line, "Zed", "345", "\"Zed\" <345>");
        edit(line, "caller_id_name", "Ann", "caller_id_num", "1");
        shows(line, "Ann", "1", "\"Ann\" <1>");
        api.put(LineKit.path(line), lines.now(line)).done();
        shows(line, "Ann", "1", "\"Ann\" <1>");
    }

    @Covers("line/rules/caller_id/9")
    @Test
    void storesAHalfThatIsNotThereAsNone() {
        JsonNode named = lines.sip(context, "caller_id_name", "Zed");
        shows(named, "Zed", null, "\"Zed\" <None>");
        edit(named, "caller_id_num", "12");
        shows(named, "Zed", "12", "\"Zed\" <12>");

        JsonNode edited = lines.sip(context);
        shows(edited, null, null, "");
        edit(edited, "caller_id_name", "Zed");
        shows(edited, "Zed", null, "\"Zed\" <None>");

        JsonNode numbered = lines.sip(context, "caller_id_num", "12");
        shows(numbered, "None", "12", "\"None\" <12>");
    }

    @Test
    void cannotBeTakenFromAnEndpoint() {
        JsonNode line = lines.sip(context);
        String path = LineKit.path(line);
        assertThat(node.heard(() -> {
                    api.put(path, body("caller_id_name", null, "position", 2)).refused(NAME_NONE);
                    api.put(path, body("caller_id_num", null)).refused(NUM_NONE);
                    api.put(path, body("caller_id_num", null, "caller_id_name", null))
                            .refused(NAME_NONE);
                    api.put(path, body("caller_id_num", null, "caller_id_name", "Ann"))
                            .refused(NUM_NONE);
                    api.put(path, line).refused(NAME_NONE);
                }))
                .isEmpty();
        assertThat(lines.now(line)).isEqualTo(line);
        api.put(path, Json.without(line, "caller_id_name", "caller_id_num")).done();
        assertThat(lines.now(line)).isEqualTo(line);
    }

    @Covers("line/rules/caller_id/7")
    @Test
    void isReadFromWhateverTheOptionSays() {
        JsonNode line = lines.sip(context);
        record Read(String option, String name, String number) {}
        for (Read read : List.of(
                new Read("\"Ann\" <12>", "Ann", "12"),
                new Read("\"Ann\" <+12>", "Ann", "+12"),
                new Read("\"Ann\"", null, null),
                new Read("\"Ann\"<12>", null, null),
                new Read("\"Ann\" <x>", "Ann", null),
                new Read("\"Ann\" ", "Ann", null),
                new Read("Ann <12>", null, null))) {
            api.put(
                            "/endpoints/sip/"
                                    + line.get("endpoint_sip").get("uuid").stringValue(),
                            body("endpoint_section_options", List.of(List.of("callerid", read.option()))))
                    .done();
            shows(line, read.name(), read.number(), read.option());
        }
    }

    @Test
    void asksForReloadsOnlyWhenItChanges() {
        JsonNode line = lines.sip(context, "caller_id_name", "Ann", "caller_id_num", "1");
        assertThat(names(node.heard(() -> edit(line, "caller_id_name", "Ann", "caller_id_num", "1"))))
                .containsExactly("line_edited");
        assertThat(names(node.heard(() -> edit(line, "caller_id_name", "Bob")))).containsExactly("POST", "line_edited");
        assertThat(names(node.heard(() -> edit(line, "caller_id_num", "2")))).containsExactly("POST", "line_edited");
    }
}
