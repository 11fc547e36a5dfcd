package dev.dovetail.examples.telephony.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.CallKit;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DestinationHttpTest extends HttpTest {
    private static final String UUID = "deadbeef-dead-4bad-8bad-deadbeef0001";

    private CallKit calls;

    @BeforeEach
    void kit() {
        calls = new CallKit(api);
    }

    private void shows(JsonNode given, JsonNode shown) {
        JsonNode incall = calls.incall(given);
        assertThat(incall.get("destination")).isEqualTo(shown);
        assertThat(calls.now("incalls", incall)).isEqualTo(incall);
        assertThat(api.get("/incalls").items()).contains(incall);
        api.put(item("incalls", incall), incall).done();
        assertThat(calls.now("incalls", incall)).isEqualTo(incall);
    }

    private void refuses(Object destination, String literal) {
        api.post("/incalls", body("destination", destination)).refused("Input Error - destination: " + literal);
    }

    @Covers({
        "destinations/target_check/not_checked/1",
        "destinations/target_check/not_checked/2",
        "destinations/target_check/not_checked/3",
        "destinations/target_check/not_checked/4",
        "destinations/variants/application/disa",
        "destinations/variants/hangup/normal",
        "destinations/variants/none"
    })
    @Test
    void keepsDestinationsThatLeadToNoObject() {
        for (JsonNode same : List.of(
                body("type", "none"),
                body("type", "custom", "command", "Playback(beep)"),
                body("type", "extension", "exten", "*12#", "context", "nowhere-at_all"),
                body("type", "hangup", "cause", "normal"),
                body("type", "sound", "filename", "beep", "skip", true, "no_answer", true),
                body("type", "application", "application", "directory", "context", "c"),
                body("type", "application", "application", "voicemail", "context", "c"),
                body("type", "application", "application", "fax_to_mail", "email", "a@example.com"),
                body("type", "application", "application", "disa", "pin", "1234", "context", "c"),
                body("type", "application", "application", "callback_disa", "pin", null, "context", "c"))) {
            shows(same, same);
        }
    }

    @Covers({"destinations/output/1", "destinations/output/2", "destinations/type_rules/3"})
    @Test
    void fillsInWhatIsNotGivenAndIgnoresWhatItDoesNotKnow() {
        shows(
                body("type", "hangup", "cause", "busy", "user_id", "x", "nothing", 1),
                body("type", "hangup", "cause", "busy", "timeout", null));
        shows(
                body("type", "hangup", "cause", "congestion", "timeout", 10),
                body("type", "hangup", "cause", "congestion", "timeout", 10.0));
        shows(
                body("type", "sound", "filename", "beep"),
                body("type", "sound", "filename", "beep", "skip", false, "no_answer", false));
        shows(
                body("type", "application", "application", "disa", "context", "c"),
                body("type", "application", "application", "disa", "pin", null, "context", "c"));
    }

    @Covers({
        "destinations/output/4",
        "destinations/output/5",
        "destinations/target_check/errors/skill_rule",
        "destinations/variants/application/custom/application_name",
        "destinations/variants/conference/conference_name",
        "destinations/variants/group/group_label",
        "destinations/variants/group/group_name",
        "destinations/variants/ivr/ivr_name",
        "destinations/variants/queue/queue_label",
        "destinations/variants/switchboard/switchboard_name",
        "destinations/variants/user/user_firstname",
        "destinations/variants/user/user_lastname",
        "destinations/variants/voicemail/voicemail_name"
    })
    @Test
    void showsTheNamesOfWhatItLeadsTo() {
        JsonNode user = user("lastname", "Lee");
        shows(CallKit.to(user), CallKit.shown(user));
        JsonNode moh = calls.moh();
        JsonNode ringing = Json.with(CallKit.to(user), "ring_time", "2.5", "moh_uuid", moh.get("uuid"));
        shows(ringing, Json.with(CallKit.shown(user), "ring_time", 2.5, "moh_uuid", moh.get("uuid")));
        JsonNode group = calls.group();
        shows(
                body("type", "group", "group_id", group.get("id")),
                body(
                        "type",
                        "group",
                        "group_id",
                        group.get("id"),
                        "ring_time",
                        null,
                        "group_name",
                        group.get("name"),
                        "group_label",
                        "group"));
        JsonNode conference = calls.conference("name", "room");
        JsonNode toConference = body("type", "conference", "conference_id", conference.get("id"));
        shows(toConference, Json.with(toConference, "conference_name", "room"));
        JsonNode ivr = calls.ivr();
        JsonNode toIvr = body("type", "ivr", "ivr_id", ivr.get("id"));
        shows(toIvr, Json.with(toIvr, "ivr_name", "menu"));
        JsonNode board = calls.switchboard();
        JsonNode toBoard = body("type", "switchboard", "switchboard_uuid", board.get("uuid"));
        shows(toBoard, Json.with(toBoard, "ring_time", null, "switchboard_name", "board"));
        JsonNode queue = api.post("/queues", body("name", "q", "label", "Q")).created();
        JsonNode rule = api.post("/queues/skillrules", body("name", "r")).created();
        JsonNode toQueue = body("type", "queue", "queue_id", queue.get("id"), "skill_rule_id", rule.get("id"));
        shows(toQueue, Json.with(toQueue, "ring_time", null, "skill_rule_variables", null, "queue_label", "Q"));
        api.post("/incalls", body("destination", Json.with(toQueue, "skill_rule_id", 2000000001)))
                .refused("Input Error - field 'skill_rule_id': SkillRule was not found ('skill_rule_id': 2000000001)");
        JsonNode application = api.post("/applications", body("name", "app")).created();
        JsonNode toApplication =
                body("type", "application", "application", "custom", "application_uuid", application.get("uuid"));
        shows(toApplication, Json.with(toApplication, "application_name", "app"));
        JsonNode outcall = api.post("/outcalls", body("name", "o")).created();
        JsonNode toOutcall = body("type", "outcall", "outcall_id", outcall.get("id"), "exten", "1");
        shows(toOutcall, toOutcall);
        JsonNode toVoicemail =
                body("type", "voicemail", "voicemail_id", voicemail(context()).get("id"));
        shows(
                toVoicemail,
                Json.with(toVoicemail, "skip_instructions", false, "greeting", null, "voicemail_name", "box"));
        shows(
                Json.with(toVoicemail, "skip_instructions", true, "greeting", "busy"),
                Json.with(toVoicemail, "skip_instructions", true, "greeting", "busy", "voicemail_name", "box"));
    }

    @Covers("destinations/target_check/scope")
    @Test
    void leadsToObjectsOfOtherTenants() {
        JsonNode user = user(node.client(tenants.sibling()), "lastname", "Far");
        shows(CallKit.to(user), CallKit.shown(user));
    }

    @Covers({
        "destinations/extra_rule/queue",
        "destinations/output/3",
        "destinations/selector",
        "destinations/type_enum",
        "destinations/type_rules/1",
        "destinations/type_rules/2",
        "destinations/variants/group/ring_time",
        "destinations/variants/hangup/selector",
        "destinations/variants/queue/ring_time",
        "destinations/variants/queue/skill_rule_variables",
        "destinations/variants/sound/skip",
        "destinations/variants/switchboard/ring_time",
        "destinations/variants/user/moh_uuid",
        "destinations/variants/user/ring_time",
        "destinations/variants/user/user_id",
        "destinations/variants/voicemail/greeting",
        "incall/fields/destination"
    })
    @Test
    void tellsWhatIsWrongUnderItsField() {
        String missing = "['Missing data for required field.']";
        String choices =
                "['Must be one of: application, conference, custom, extension, group, hangup, ivr, none, outcall,"
                        + " queue, sound, switchboard, user, voicemail.']";
        api.post("/incalls", body()).refused("Input Error - destination: " + missing);
        refuses(null, "['Field may not be null.']");
        refuses("user", "{'_schema': ['Invalid input type.']}");
        refuses(List.of(), "{'_schema': ['Invalid input type.']}");
        refuses(body(), "{'type': " + missing + "}");
        refuses(body("type", null), "{'type': ['Field may not be null.']}");
        refuses(body("type", 1), "{'type': ['Not a valid string.']}");
        refuses(body("type", "nothing"), "{'type': " + choices + "}");
        refuses(body("type", "hangup"), "{'cause': " + missing + "}");
        refuses(body("type", "hangup", "cause", "x"), "{'cause': ['Must be one of: busy, congestion, normal.']}");
        refuses(
                body("type", "application", "application", "x"),
                "{'application': ['Must be one of: callback_disa, custom, directory, disa, fax_to_mail, voicemail.']}");
        refuses(body("type", "user"), "{'user_id': " + missing + "}");
        refuses(
                body("type", "user", "user_id", "x", "ring_time", -1, "moh_uuid", "y"),
                "{'user_id': ['Not a valid integer.'], 'ring_time': ['Must be greater than or equal to 0.'],"
                        + " 'moh_uuid': ['Not a valid UUID.']}");
        refuses(
                body("type", "group", "group_id", null, "ring_time", "x"),
                "{'group_id': ['Field may not be null.'], 'ring_time': ['Not a valid number.']}");
        refuses(
                body("type", "custom", "command", "System(rm)".toLowerCase(java.util.Locale.ROOT)),
                "{'command': ['String does not match expected pattern.']}");
        refuses(
                body("type", "extension", "exten", "12a", "context", "a b"),
                "{'exten': ['String does not match expected pattern.'],"
                        + " 'context': ['String does not match expected pattern.']}");
        refuses(
                body("type", "application", "application", "disa", "pin", "12a".repeat(14), "context", "c"),
                "{'pin': ['Invalid input.', 'Longer than maximum length 40.']}");
        refuses(
                body("type", "application", "application", "fax_to_mail", "email", "x"),
                "{'email': ['Not a valid email address.']}");
        refuses(
                body("type", "sound", "filename", "x".repeat(256), "skip", "yes"),
                "{'filename': ['Longer than maximum length 255.'], 'skip': ['Not a valid boolean.']}");
        refuses(
                body("type", "voicemail", "voicemail_id", 1, "greeting", "x"),
                "{'greeting': ['Must be one of: busy, unavailable.']}");
        refuses(
                body("type", "queue", "queue_id", 1, "skill_rule_variables", Map.of("a", "b")),
                "{'skill_rule_id': ['Missing data for required field. When `skill_rule_variables` is defined']}");
        refuses(
                body("type", "queue", "queue_id", 1, "skill_rule_variables", 1),
                "{'skill_rule_variables': ['Not a valid mapping type.']}");
        JsonNode incall = calls.incall(CallKit.NONE);
        api.put(item("incalls", incall), body("destination", body("type", "user")))
                .refused("Input Error - destination: {'user_id': " + missing + "}");
    }

    @Covers({
        "destinations/target_check/checked/1",
        "destinations/target_check/checked/2",
        "destinations/target_check/checked/3",
        "destinations/target_check/checked/4",
        "destinations/target_check/checked/5",
        "destinations/target_check/checked/6",
        "destinations/target_check/checked/7",
        "destinations/target_check/checked/8",
        "destinations/target_check/checked/9",
        "destinations/target_check/errors/int_target",
        "destinations/target_check/errors/moh",
        "destinations/target_check/errors/names/application_custom",
        "destinations/target_check/errors/names/conference",
        "destinations/target_check/errors/names/group",
        "destinations/target_check/errors/names/ivr",
        "destinations/target_check/errors/names/outcall",
        "destinations/target_check/errors/names/queue",
        "destinations/target_check/errors/names/switchboard",
        "destinations/target_check/errors/names/user",
        "destinations/target_check/errors/names/voicemail",
        "destinations/target_check/errors/uuid_target",
        "destinations/target_check/note",
        "destinations/target_check/when",
        "incall/rules/create/1",
        "incall/rules/edit",
        "schedule/rules/create/2"
    })
    @Test
    void refusesTargetsThatAreNotThere() {
        JsonNode incall = calls.incall(CallKit.NONE);
        Map<String, JsonNode> byName = Map.of(
                "Conference", body("type", "conference", "conference_id", 2000000001),
                "Group", body("type", "group", "group_id", 2000000001),
                "IVR", body("type", "ivr", "ivr_id", 2000000001),
                "Outcall", body("type", "outcall", "outcall_id", 2000000001, "exten", "1"),
                "Queue", body("type", "queue", "queue_id", 2000000001),
                "User", body("type", "user", "user_id", 2000000001),
                "Voicemail", body("type", "voicemail", "voicemail_id", 2000000001));
        byName.forEach((name, destination) -> {
            String text = "Input Error - field 'actionarg1': " + name + " was not found ('actionarg1': 2000000001)";
            api.post("/incalls", body("destination", destination)).refused(text);
            api.put(item("incalls", incall), body("destination", destination)).refused(text);
        });
        for (var entry : Map.of(
                        "Switchboard", body("type", "switchboard", "switchboard_uuid", UUID),
                        "Application", body("type", "application", "application", "custom", "application_uuid", UUID))
                .entrySet()) {
            api.post("/incalls", body("destination", entry.getValue()))
                    .refused("Input Error - field 'actionarg1': " + entry.getKey()
                            + " was not found ('actionarg1': UUID('" + UUID + "'))");
        }
        JsonNode silent = Json.with(CallKit.to(user()), "moh_uuid", UUID);
        api.post("/incalls", body("destination", silent))
                .refused("Input Error - field 'moh_uuid': MOH was not found ('moh_uuid': '" + UUID + "')");
        assertThat(api.get("/incalls").items()).containsExactly(incall);
    }

    @Covers({"incall/side_effects/2", "user/embedded/incalls"})
    @Test
    void removesWhatLeadsToADeletedObject() {
        JsonNode user = user();
        JsonNode owner = user();
        JsonNode group = calls.group();
        JsonNode board = calls.switchboard();
        JsonNode incall = calls.incall(CallKit.to(user));
        JsonNode ivr = calls.ivr(
                "abort_destination",
                CallKit.to(user),
                "invalid_destination",
                CallKit.to(owner),
                "choices",
                List.of(
                        body("exten", "1", "destination", CallKit.to(user)),
                        body("exten", "2", "destination", CallKit.to(owner))));
        JsonNode schedule = calls.schedule("closed_destination", CallKit.to(user));
        for (String path : List.of(item("users", owner), item("groups", group), item("switchboards", board))) {
            api.put(path + "/fallbacks", body("noanswer_destination", CallKit.to(user)))
                    .done();
        }
        JsonNode same = calls.incall(CallKit.to(owner));

        api.delete(item("users", user)).done();

        assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
        assertThat(calls.now("incalls", same)).isEqualTo(same);
        JsonNode left = calls.now("ivr", ivr);
        assertThat(left.get("abort_destination").isNull()).isTrue();
        assertThat(left.get("invalid_destination")).isEqualTo(CallKit.shown(owner));
        assertThat(left.get("choices")).containsExactly(body("exten", "2", "destination", CallKit.shown(owner)));
        assertThat(calls.now("schedules", schedule).get("closed_destination"))
                .isEqualTo(Json.without(CallKit.shown(user), "user_firstname", "user_lastname"));
        for (String path : List.of(item("users", owner), item("groups", group), item("switchboards", board))) {
            JsonNode fallbacks = api.get(path + "/fallbacks").found();
            assertThat(fallbacks.get("noanswer_destination").isNull()).isTrue();
            assertThat(api.get(path).found().get("fallbacks")).isEqualTo(fallbacks);
        }
    }

    @Covers({
        "conference/rules/delete",
        "destinations/when_target_is_deleted",
        "group/rules/delete",
        "ivr/rules/delete",
        "switchboard/rules/delete",
        "voicemail/side_effects/1"
    })
    @Test
    void removesWhatLeadsToADeletedObjectOfAnyKind() {
        JsonNode group = calls.group();
        JsonNode conference = calls.conference();
        JsonNode ivr = calls.ivr();
        JsonNode board = calls.switchboard();
        JsonNode voicemail = voicemail(context());
        JsonNode queue = api.post("/queues", body("name", "gone")).created();
        JsonNode outcall = api.post("/outcalls", body("name", "gone")).created();
        JsonNode application = api.post("/applications", body("name", "a")).created();
        Map<String, JsonNode> destinations = Map.of(
                item("queues", queue),
                body("type", "queue", "queue_id", queue.get("id")),
                item("outcalls", outcall),
                body("type", "outcall", "outcall_id", outcall.get("id"), "exten", "1"),
                "/applications/" + application.get("uuid").stringValue(),
                body("type", "application", "application", "custom", "application_uuid", application.get("uuid")),
                item("groups", group),
                body("type", "group", "group_id", group.get("id")),
                item("conferences", conference),
                body("type", "conference", "conference_id", conference.get("id")),
                item("ivr", ivr),
                body("type", "ivr", "ivr_id", ivr.get("id")),
                item("switchboards", board),
                body("type", "switchboard", "switchboard_uuid", board.get("uuid")),
                item("voicemails", voicemail),
                body("type", "voicemail", "voicemail_id", voicemail.get("id")));
        destinations.forEach((path, destination) -> {
            JsonNode incall = calls.incall(destination);
            api.delete(path).done();
            assertThat(calls.now("incalls", incall).get("destination")).isEqualTo(CallKit.NONE);
        });
    }
}
