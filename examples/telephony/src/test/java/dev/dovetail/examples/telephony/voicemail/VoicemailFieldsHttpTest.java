package dev.dovetail.examples.telephony.voicemail;

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

class VoicemailFieldsHttpTest extends HttpTest {
    private static final String NO_EMAIL =
            "Input Error - _schema: ['email must be provided if delete_messages is set']";
    private static final String NO_AUDIO =
            "Input Error - _schema: ['attach_audio must be set if delete_messages is set']";

    @Covers({
        "voicemail/fields/accesstype",
        "voicemail/fields/ask_password",
        "voicemail/fields/attach_audio",
        "voicemail/fields/context",
        "voicemail/fields/delete_messages",
        "voicemail/fields/email",
        "voicemail/fields/enabled",
        "voicemail/fields/id",
        "voicemail/fields/language",
        "voicemail/fields/links",
        "voicemail/fields/max_messages",
        "voicemail/fields/name",
        "voicemail/fields/number",
        "voicemail/fields/options",
        "voicemail/fields/pager",
        "voicemail/fields/password",
        "voicemail/fields/tenant_uuid",
        "voicemail/fields/timezone",
        "voicemail/id",
        "voicemail/paths/collection",
        "voicemail/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        JsonNode context = context();
        JsonNode other = context();
        return FieldTests.of(
                api,
                "/voicemails",
                () -> voicemailBody(context),
                Field.string("name").required().accepting("").maxLength(80),
                Field.string("number")
                        .required()
                        .accepting("0", "1".repeat(40))
                        .notMatching("", "1".repeat(41), "12a", "+12", " 1"),
                Field.string("context").required().accepting(context.get("name"), other.get("name")),
                Field.string("password")
                        .nullable()
                        .accepting("0", "1".repeat(80))
                        .notMatching("", "1".repeat(81), "a"),
                Field.string("email").nullable().accepting("", "no address").maxLength(80),
                Field.string("language")
                        .nullable()
                        .accepting("fr_FR")
                        .notMatching("", "fr", "FR_fr", "fr-FR", "fra_FR", "fr_FRA"),
                Field.string("timezone").nullable().accepting("eu-fr"),
                Field.string("pager").nullable().accepting("").maxLength(80),
                Field.integer("max_messages")
                        .nullable()
                        .numbers(0, 2147483000)
                        .refusing(-1, "Must be greater than or equal to 0."),
                Field.bool("attach_audio").nullable(),
                Field.bool("delete_messages").byDefault(false).alongside("email", "a", "attach_audio", true),
                Field.bool("ask_password").byDefault(true),
                Field.bool("enabled").byDefault(true),
                options(),
                Field.choice("accesstype", "personal", "global").byDefault("personal"));
    }

    private static Field options() {
        Field field = Field.any("options")
                .byDefault(List.of())
                .accepting(
                        List.of(),
                        List.of(List.of("a", "b")),
                        List.of(List.of("a", "b"), List.of("a", "c"), List.of("", "")))
                .refusingAs(List.of(List.of("a")), "{0: ['Length must be 2.']}")
                .refusingAs(List.of(List.of("a", "b", "c")), "{0: ['Length must be 2.']}")
                .refusingAs(List.of(List.of()), "{0: ['Length must be 2.']}")
                .refusingAs(
                        java.util.Arrays.asList(null, List.of("a")),
                        "{0: ['Field may not be null.'], 1: ['Length must be 2.']}")
                .refusingAs(List.of(List.of("a", "b"), "ab"), "{1: ['Not a valid list.']}")
                .refusingAs(List.of(List.of("a", 1)), "{0: {1: ['Not a valid string.']}}")
                .refusingAs(List.of(java.util.Arrays.asList(null, "b")), "{0: {0: ['Field may not be null.']}}");
        return field.refusingAll("Not a valid list.", "x", 1, true, body("a", "b"));
    }

    @Test
    void showsEveryFieldOfANewVoicemail() {
        JsonNode context = context();
        ObjectNode least = voicemailBody(context);
        var reply = api.post("/voicemails", least);
        JsonNode created = reply.created();
        int id = created.get("id").asInt();
        assertThat(created)
                .isEqualTo(Json.with(
                        least,
                        "id",
                        id,
                        "tenant_uuid",
                        tenant.toString(),
                        "password",
                        null,
                        "email",
                        null,
                        "language",
                        null,
                        "timezone",
                        null,
                        "pager",
                        null,
                        "max_messages",
                        null,
                        "attach_audio",
                        null,
                        "delete_messages",
                        false,
                        "ask_password",
                        true,
                        "enabled",
                        true,
                        "options",
                        List.of(),
                        "accesstype",
                        "personal",
                        "users",
                        List.of(),
                        "links",
                        List.of(body("rel", "voicemails", "href", api.url("/voicemails/" + id)))));
        assertThat(reply.header("location")).isEqualTo(api.url("/voicemails/" + id));
        assertThat(api.get("/voicemails/" + id).found()).isEqualTo(created);
    }

    @Covers({"voicemail/schema_rules/1", "voicemail/schema_rules/2", "voicemail/schema_rules/3"})
    @Test
    void deletesMessagesOnlyWithAnEmailAndAudioInTheSameBody() {
        JsonNode context = context();
        ObjectNode least = voicemailBody(context);
        JsonNode stored = voicemail(context, "email", "a@b", "attach_audio", true);
        String path = item("voicemails", stored);
        for (ObjectNode lacking : List.of(
                body("delete_messages", true),
                body("delete_messages", true, "email", null),
                body("delete_messages", true, "email", ""),
                body("delete_messages", true, "attach_audio", true))) {
            api.post("/voicemails", Json.with(least).setAll(lacking)).refused(NO_EMAIL);
            api.put(path, lacking).refused(NO_EMAIL);
        }
        for (ObjectNode lacking : List.of(
                body("delete_messages", true, "email", "a"),
                body("delete_messages", true, "email", "a", "attach_audio", null),
                body("delete_messages", true, "email", "a", "attach_audio", false))) {
            api.post("/voicemails", Json.with(least).setAll(lacking)).refused(NO_AUDIO);
            api.put(path, lacking).refused(NO_AUDIO);
        }
        assertThat(api.get(path).found()).isEqualTo(stored);
        api.put(path, body("delete_messages", true, "email", "a", "attach_audio", true))
                .done();
        api.put(path, body("email", null)).done();
    }

    @Test
    void ignoresReadOnlyAndUnknownFieldsAndTakesBackWhatItShows() {
        JsonNode voicemail = voicemail(context(), "options", List.of(List.of("a", "b")), "timezone", "eu-fr");
        ObjectNode ignored =
                body("id", "x", "tenant_uuid", 1, "users", "x", "links", null, "nothing_like_it", List.of(1));
        api.put(item("voicemails", voicemail), ignored).done();
        assertThat(api.get(item("voicemails", voicemail)).found()).isEqualTo(voicemail);
        api.put(item("voicemails", voicemail), voicemail).done();
        assertThat(api.get(item("voicemails", voicemail)).found()).isEqualTo(voicemail);
        JsonNode other = api.post("/voicemails", Json.with(ignored).setAll(voicemailBody(context())))
                .created();
        assertThat(other.get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        assertThat(other.get("users")).isEmpty();
    }

    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheFields() {
        api.post("/voicemails", body("options", List.of(List.of("a")), "enabled", null, "number", "x"))
                .refused(
                        "Input Error - name: ['Missing data for required field.']",
                        "Input Error - number: ['String does not match expected pattern.']",
                        "Input Error - context: ['Missing data for required field.']",
                        "Input Error - enabled: ['Field may not be null.']",
                        "Input Error - options: {0: ['Length must be 2.']}");
    }
}
