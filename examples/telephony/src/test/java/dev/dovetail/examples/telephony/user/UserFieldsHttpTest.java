package dev.dovetail.examples.telephony.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UserFieldsHttpTest extends HttpTest {
    private static final List<String> RECORDED = List.of(
            "call_record_outgoing_external_enabled",
            "call_record_outgoing_internal_enabled",
            "call_record_incoming_internal_enabled",
            "call_record_incoming_external_enabled");

    private static final String BOTH = "Input Error - _schema: [\"'call_record_enabled' is deprecated and incompatible"
            + " with 'call_record_*_enabled' options\"]";

    private static ObjectNode least() {
        return body("firstname", "Ann");
    }

    @Covers({
        "conventions/6/schema_errors/2",
        "conventions/6/schema_errors/3",
        "conventions/6/types_in_the_files/3",
        "user/fields/call_permission_password",
        "user/fields/caller_id",
        "user/fields/description",
        "user/fields/email",
        "user/fields/firstname",
        "user/fields/language",
        "user/fields/lastname",
        "user/fields/mobile_phone_number",
        "user/fields/music_on_hold",
        "user/fields/outgoing_caller_id",
        "user/fields/password",
        "user/fields/preprocess_subroutine",
        "user/fields/timezone",
        "user/fields/userfield",
        "user/fields/username"
    })
    @TestFactory
    Stream<DynamicContainer> texts() {
        String longEmail = "a@" + ("b".repeat(60) + ".").repeat(4);
        return FieldTests.of(
                api,
                "/users",
                UserFieldsHttpTest::least,
                Field.string("firstname")
                        .required()
                        .accepting("", "Zoë 'q' \"d\" 東")
                        .maxLength(128),
                Field.string("lastname").nullable().accepting("").maxLength(128),
                Field.email("email")
                        .nullable()
                        .accepting(longEmail + "c".repeat(254 - longEmail.length()))
                        .refusing(longEmail + "c".repeat(255 - longEmail.length()), "Longer than maximum length 254.")
                        .refusing("x".repeat(255), "Not a valid email address.', 'Longer than maximum length 254."),
                Field.string("timezone").nullable().accepting("").maxLength(128),
                Field.string("language")
                        .nullable()
                        .accepting("fr_FR")
                        .notMatching("", "fr", "FR_fr", "fr-FR", "fra_FR", "fr_FRA", " fr_FR", "fr_F1"),
                Field.string("description").nullable().accepting("", "x".repeat(5000)),
                Field.string("caller_id")
                        .nullOnPost()
                        .byDefault("\"Ann\"")
                        .accepting("\"\"", "\"Ann\" <1000>", "\"A \"B\" C\" <+33123>", "\"" + "x".repeat(158) + "\"")
                        .notMatching(
                                "",
                                "Ann",
                                "\"Ann",
                                "\"Ann\" <>",
                                "\"Ann\" 1000",
                                "\"Ann\"<1000>",
                                "\"Ann\" <a>",
                                " \"Ann\"")
                        .refusing("\"" + "x".repeat(159) + "\"", "Longer than maximum length 160."),
                Field.string("outgoing_caller_id").nullable().accepting("").maxLength(80),
                Field.string("mobile_phone_number")
                        .nullable()
                        .accepting("+33123", "*10#", "1".repeat(80))
                        .notMatching("", "+", "1+2", "12a", " 12")
                        .refusing("1".repeat(81), "Longer than maximum length 80."),
                Field.string("username")
                        .nullable()
                        .accepting("ab", "aZ9-._~!$&'()*+,;=%@", "x".repeat(254))
                        .notMatching("", "a", "x".repeat(255), "a b", "a\"b", "é12"),
                Field.string("password")
                        .nullable()
                        .accepting("abcd", "aZ9-._~!$&'()*+,;=%", "x".repeat(64))
                        .notMatching("", "abc", "x".repeat(65), "a@cd", "ab cd"),
                Field.string("music_on_hold").nullable().accepting("default").tooLong(128),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.string("userfield").nullable().accepting("").maxLength(128),
                Field.string("call_permission_password")
                        .nullable()
                        .accepting("0", "0123456789#*0123")
                        .notMatching("", "1".repeat(17), "a", "1 2"));
    }

    @Covers({
        "conventions/6/types_in_the_files/1",
        "user/fields/call_record_enabled",
        "user/fields/call_record_incoming_external_enabled",
        "user/fields/call_record_incoming_internal_enabled",
        "user/fields/call_record_outgoing_external_enabled",
        "user/fields/call_record_outgoing_internal_enabled",
        "user/fields/call_transfer_enabled",
        "user/fields/dtmf_hangup_enabled",
        "user/fields/enabled",
        "user/fields/func_key_template_id",
        "user/fields/mobile_fallback_enabled",
        "user/fields/online_call_record_enabled",
        "user/fields/ring_seconds",
        "user/fields/simultaneous_calls",
        "user/fields/subscription_type",
        "user/fields/supervision_enabled",
        "user/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> numbersAndSwitches() {
        return FieldTests.of(
                api,
                "/users",
                UserFieldsHttpTest::least,
                Field.bool("mobile_fallback_enabled").byDefault(false).alongside("mobile_phone_number", "1"),
                Field.bool("call_transfer_enabled").nullOnPost().byDefault(false),
                Field.bool("dtmf_hangup_enabled").nullOnPost().byDefault(false),
                Field.bool(RECORDED.get(0)).byDefault(false),
                Field.bool(RECORDED.get(1)).byDefault(false),
                Field.bool(RECORDED.get(2)).byDefault(false),
                Field.bool(RECORDED.get(3)).byDefault(false),
                Field.bool("call_record_enabled").nullOnPost().byDefault(false),
                Field.bool("online_call_record_enabled").nullOnPost().byDefault(false),
                Field.bool("supervision_enabled").nullOnPost().byDefault(true),
                Field.bool("enabled").nullOnPost().byDefault(true),
                Field.integer("ring_seconds").nullOnPost().byDefault(30).between(0, 10800),
                Field.integer("simultaneous_calls").nullOnPost().byDefault(5).between(1, 20),
                Field.integer("subscription_type").byDefault(0).between(0, 10),
                Field.integer("func_key_template_id").nullable().numbers(0, 7));
    }

    @Test
    void showsEveryFieldOfANewUser() {
        var reply = api.post("/users", least());
        JsonNode created = reply.created();
        int id = created.get("id").asInt();
        ObjectNode noForward = body("enabled", false, "destination", null);
        ObjectNode expected = body(
                "id",
                id,
                "uuid",
                created.get("uuid"),
                "tenant_uuid",
                tenant.toString(),
                "created_at",
                created.get("created_at"),
                "country",
                null,
                "firstname",
                "Ann",
                "caller_id",
                "\"Ann\"",
                "supervision_enabled",
                true,
                "ring_seconds",
                30,
                "simultaneous_calls",
                5,
                "subscription_type",
                0,
                "enabled",
                true,
                "agent",
                null,
                "voicemail",
                null,
                "forwards",
                Map.of("busy", noForward, "noanswer", noForward, "unconditional", noForward),
                "services",
                Map.of("dnd", Map.of("enabled", false), "incallfilter", Map.of("enabled", false)),
                "fallbacks",
                body(
                        "noanswer_destination", null,
                        "busy_destination", null,
                        "congestion_destination", null,
                        "fail_destination", null),
                "links",
                List.of(body("rel", "users", "href", api.url("/users/" + id))));
        for (String none : List.of(
                "lastname",
                "email",
                "timezone",
                "language",
                "description",
                "outgoing_caller_id",
                "mobile_phone_number",
                "username",
                "password",
                "music_on_hold",
                "preprocess_subroutine",
                "userfield",
                "call_permission_password",
                "func_key_template_id")) {
            expected.putNull(none);
        }
        for (String off : List.of(
                "mobile_fallback_enabled",
                "call_transfer_enabled",
                "dtmf_hangup_enabled",
                RECORDED.get(0),
                RECORDED.get(1),
                RECORDED.get(2),
                RECORDED.get(3),
                "call_record_enabled",
                "online_call_record_enabled")) {
            expected.put(off, false);
        }
        for (String empty : List.of(
                "call_permissions",
                "call_pickup_target_users",
                "groups",
                "incalls",
                "lines",
                "queues",
                "schedules",
                "switchboards")) {
            expected.putArray(empty);
        }
        assertThat(created).isEqualTo(expected);
        assertThat(reply.header("location")).isEqualTo(api.url("/users/" + id));
        assertThat(api.get("/users/" + id).found()).isEqualTo(created);
        assertThat(api.get("/users/" + created.get("uuid").stringValue()).found())
                .isEqualTo(created);
        assertThat(api.get("/users/" + created.get("uuid").stringValue().toUpperCase(java.util.Locale.ROOT))
                        .found())
                .isEqualTo(created);
    }

    @Test
    void tellsWhenAUserWasCreatedInUtc() {
        String text = user().get("created_at").stringValue();
        assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}");
        assertThat(Duration.between(LocalDateTime.parse(text), LocalDateTime.now(ZoneOffset.UTC)))
                .isBetween(Duration.ofSeconds(-1), Duration.ofMinutes(1));
    }

    @Test
    void makesTheCallerIdOfTheNamesAtCreationOnly() {
        JsonNode user = user("lastname", "Lee");
        assertThat(user.get("caller_id").stringValue()).isEqualTo("\"Ann Lee\"");

        api.put(item("users", user), body("firstname", "Eve")).done();
        assertThat(api.get(item("users", user)).found().get("caller_id").stringValue())
                .isEqualTo("\"Ann Lee\"");
        assertThat(user("caller_id", null, "lastname", "Lee").get("caller_id").stringValue())
                .isEqualTo("\"Ann Lee\"");
        assertThat(user("caller_id", "\"X\" <1>").get("caller_id").stringValue())
                .isEqualTo("\"X\" <1>");
    }

    @Test
    void makesACallerIdOfTheLongestNames() {
        String name = "x".repeat(128);
        JsonNode user = user("firstname", name, "lastname", name);
        assertThat(user.get("caller_id").stringValue()).isEqualTo('"' + name + " " + name + '"');
        api.put(item("users", user), body("userfield", "edited")).done();
    }

    @Test
    void setsTheFourRecordingsByTheDeprecatedOne() {
        JsonNode user = user("call_record_enabled", true);
        for (String one : RECORDED) {
            assertThat(user.get(one).booleanValue()).isTrue();
        }
        assertThat(user.get("call_record_enabled").booleanValue()).isTrue();

        api.put(item("users", user), body(RECORDED.get(2), false)).done();
        JsonNode three = api.get(item("users", user)).found();
        assertThat(three.get("call_record_enabled").booleanValue()).isFalse();
        assertThat(three.get(RECORDED.get(0)).booleanValue()).isTrue();

        api.put(item("users", user), body("call_record_enabled", false)).done();
        JsonNode none = api.get(item("users", user)).found();
        for (String one : RECORDED) {
            assertThat(none.get(one).booleanValue()).isFalse();
        }
        assertThat(user("call_record_enabled", null, RECORDED.get(0), true)
                        .get(RECORDED.get(0))
                        .booleanValue())
                .isTrue();
    }

    @Covers({"user/get_body_back", "user/schema_rule"})
    @Test
    void refusesTheDeprecatedRecordingBesideAnyOfTheFour() {
        JsonNode user = user();
        for (String one : RECORDED) {
            for (boolean value : new boolean[] {true, false}) {
                api.post("/users", body("firstname", "Ann", "call_record_enabled", value, one, true))
                        .refused(BOTH);
                api.put(item("users", user), body("call_record_enabled", true, one, value))
                        .refused(BOTH);
            }
        }
        api.put(item("users", user), user).refused(BOTH);
        api.put(item("users", user), Json.without(user, "call_record_enabled")).done();
        assertThat(api.get(item("users", user)).found()).isEqualTo(user);
    }

    @Test
    void ignoresReadOnlyAndUnknownFields() {
        ObjectNode ignored = body("nothing_like_it", 1);
        for (String readOnly : List.of(
                "id",
                "uuid",
                "tenant_uuid",
                "created_at",
                "country",
                "links",
                "agent",
                "call_permissions",
                "call_pickup_target_users",
                "fallbacks",
                "forwards",
                "services",
                "groups",
                "incalls",
                "lines",
                "queues",
                "schedules",
                "switchboards",
                "voicemail")) {
            ignored.set(readOnly, readOnly.endsWith("s") ? Json.of(List.of()) : Json.of(null));
        }
        JsonNode user = api.post(
                        "/users", Json.without(Json.with(ignored, "firstname", "Ann"), "forwards", "fallbacks"))
                .created();
        assertThat(user.get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        api.put(item("users", user), ignored).done();
        api.put(item("users", user), body("id", "x", "uuid", 5, "tenant_uuid", true, "created_at", 1, "country", 1))
                .done();
        assertThat(api.get(item("users", user)).found()).isEqualTo(user);
    }

    @Covers("moh/use_elsewhere")
    @Test
    void readsAnEmptyMusicOnHoldBackAsItIsStored() {
        JsonNode user = user("music_on_hold", "");
        assertThat(user.get("music_on_hold").asString("")).isEmpty();
    }

    @Covers("conventions/6/schema_errors/12")
    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheFields() {
        api.post("/users", body("enabled", 1, "ring_seconds", -1, "email", "x", "language", 1))
                .refused(
                        "Input Error - firstname: ['Missing data for required field.']",
                        "Input Error - email: ['Not a valid email address.']",
                        "Input Error - language: ['Not a valid string.']",
                        "Input Error - ring_seconds: ['Must be greater than or equal to 0 and less than or equal to"
                                + " 10800.']",
                        "Input Error - enabled: ['Not a valid boolean.']");
        api.post("/users", body("firstname", "a", "mobile_phone_number", "x".repeat(81)))
                .refused("Input Error - mobile_phone_number: ['String does not match expected pattern.',"
                        + " 'Longer than maximum length 80.']");
    }
}
