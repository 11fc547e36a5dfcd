package dev.dovetail.examples.telephony.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExtensionFieldsHttpTest extends HttpTest {
    private static final String SYNTAX = "exten: ['String does not match expected pattern.']";

    @Covers({
        "conventions/6/types_in_the_files/2",
        "extension/fields/commented",
        "extension/fields/context",
        "extension/fields/enabled",
        "extension/fields/exten"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        JsonNode context = context();
        JsonNode other = context();
        return FieldTests.of(
                api,
                "/extensions",
                () -> extensionBody(context),
                Field.string("exten")
                        .required()
                        .accepting("0", "1".repeat(40), "*10#", "_X", "_" + "9".repeat(39), "_*#0_XxZzNn[1-9].!")
                        .tooLong(40),
                Field.string("context").required().accepting(context.get("name"), other.get("name")),
                lenient("enabled", true),
                lenient("commented", false));
    }

    private static Field lenient(String name, boolean byDefault) {
        Field field = Field.any(name).byDefault(byDefault);
        for (String word : List.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "t", "T", "y", "Y", "1")) {
            field.showing(word, true);
        }
        for (String word : List.of("false", "False", "FALSE", "no", "No", "NO", "off", "f", "F", "n", "N", "0")) {
            field.showing(word, false);
        }
        return field.accepting(true, false)
                .showing(1, true)
                .showing(0, false)
                .refusingAll("Not a valid boolean.", "", "tRUE", "maybe", 2, -1, 0.5, List.of(), List.of(1), body());
    }

    @Test
    void showsEveryFieldOfANewExtension() {
        ObjectNode least = extensionBody(context());
        var reply = api.post("/extensions", least);
        JsonNode created = reply.created();
        String url = api.url(item("extensions", created));
        ObjectNode expected = Json.with(
                least,
                "id",
                created.get("id"),
                "tenant_uuid",
                tenant.toString(),
                "enabled",
                true,
                "commented",
                false,
                "lines",
                List.of(),
                "links",
                List.of(body("rel", "extensions", "href", url)));
        for (String other : List.of("conference", "parking_lot", "group", "incall", "outcall", "queue")) {
            expected.putNull(other);
        }
        assertThat(created).isEqualTo(expected);
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(api.get(item("extensions", created)).found()).isEqualTo(created);
    }

    @Test
    void takesCommentedForTheOppositeOfEnabledUnlessBothAreGiven() {
        JsonNode context = context();
        assertThat(extension(context, "commented", true).get("enabled").booleanValue())
                .isFalse();
        assertThat(extension(context, "commented", "off").get("enabled").booleanValue())
                .isTrue();
        JsonNode both = extension(context, "commented", true, "enabled", true);
        assertThat(both.get("enabled").booleanValue()).isTrue();
        assertThat(both.get("commented").booleanValue()).isFalse();
        String path = item("extensions", both);
        api.put(path, body("commented", 1)).done();
        assertThat(api.get(path).found()).isEqualTo(Json.with(both, "enabled", false, "commented", true));
        api.put(path, body("commented", "x", "enabled", true))
                .refused("Input Error - commented: ['Not a valid boolean.']");
        api.put(path, api.get(path).found()).done();
        assertThat(api.get(path).found().get("commented").booleanValue()).isTrue();
    }

    @Covers({"extension/rules/syntax/other_contexts", "extension/rules/syntax/pattern"})
    @Test
    void refusesBadSyntaxWithoutAPrefix() {
        JsonNode context = context();
        JsonNode stored = extension(context);
        for (String bad : List.of("", "12a", "X", "_", "+12", "_+1", "1.", "_a", " 1", "1!", "\u0661")) {
            api.post("/extensions", body("exten", bad, "context", context.get("name")))
                    .refused(SYNTAX);
            api.put(item("extensions", stored), body("exten", bad)).refused(SYNTAX);
        }
        assertThat(api.get("/extensions").items()).containsExactly(stored);
    }

    @Covers("extension/rules/syntax/context_of_type_outcall")
    @Test
    void takesMoreInAContextOfOutgoingCalls() {
        JsonNode context = context("type", "outcall");
        for (String good : List.of("", "+33", "_+33X.", "_", "X", "12", "_1", "1-2", "+")) {
            JsonNode extension = extension(context, "exten", good);
            assertThat(extension.get("exten").stringValue()).isEqualTo(good);
            api.put(item("extensions", extension), body("exten", good)).done();
        }
        for (String bad : List.of("a", "++1", "1+", "_ 1", "+_1a")) {
            api.post("/extensions", body("exten", bad, "context", context.get("name")))
                    .refused(SYNTAX);
        }
        for (String type : List.of("internal", "incall", "services", "others")) {
            api.post(
                            "/extensions",
                            body(
                                    "exten",
                                    "+33",
                                    "context",
                                    context("type", type).get("name")))
                    .refused(SYNTAX);
        }
    }

    @Test
    void ignoresReadOnlyAndUnknownFieldsAndTakesBackWhatItShows() {
        JsonNode extension = extension(context());
        ObjectNode ignored = body("id", "x", "tenant_uuid", 1, "lines", "x", "queue", 1, "links", null, "other", 1);
        api.put(item("extensions", extension), ignored).done();
        api.put(item("extensions", extension), extension).done();
        assertThat(api.get(item("extensions", extension)).found()).isEqualTo(extension);
        assertThat(extension(context(), "tenant_uuid", tenants.child().toString())
                        .get("tenant_uuid"))
                .isEqualTo(extension.get("tenant_uuid"));
    }
}
