package dev.dovetail.examples.telephony.destination;

import static dev.dovetail.examples.telephony.destination.Field.choice;
import static dev.dovetail.examples.telephony.destination.Field.digits;
import static dev.dovetail.examples.telephony.destination.Field.integer;
import static dev.dovetail.examples.telephony.destination.Field.matching;
import static dev.dovetail.examples.telephony.destination.Field.seconds;
import static dev.dovetail.examples.telephony.destination.Field.text;
import static dev.dovetail.examples.telephony.destination.Field.uuid;

import dev.dovetail.examples.telephony.application.Applications;
import dev.dovetail.examples.telephony.conference.Conferences;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.ivr.Ivrs;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.switchboard.Switchboards;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.http.json.Reading;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types of destinations; a plugin whose objects calls can be sent to has a line here. */
final class DestinationTypes {
    private static final Field CONTEXT = matching("context", "[a-zA-Z0-9_-]{1,79}");
    private static final Field RING_TIME = seconds("ring_time").nullable();

    static final Variant.Selector ALL = Variant.Selector.of(
            "type",
            Variant.named(
                    "application",
                    Variant.by("application", applications()),
                    "conference",
                    Variant.of(integer("conference_id"))
                            .to(Target.of(Conferences.CONFERENCES, "conference_id")
                                    .showing("conference_name", Conferences.NAME)),
                    "custom",
                    Variant.of(matching("command", "(?!(try)?system\\()[a-zA-Z]{3,}\\((.*)\\)", 255)),
                    "extension",
                    Variant.of(matching("exten", "[0-9*#]{1,255}"), CONTEXT),
                    "group",
                    Variant.of(integer("group_id"), RING_TIME)
                            .to(Target.of(Groups.GROUPS, "group_id")
                                    .showing("group_name", Groups.NAME)
                                    .showing("group_label", Groups.LABEL)),
                    "hangup",
                    Variant.by("cause", causes()),
                    "ivr",
                    Variant.of(integer("ivr_id"))
                            .to(Target.of(Ivrs.IVRS, "ivr_id").showing("ivr_name", Ivrs.NAME)),
                    "none",
                    Variant.of(),
                    "outcall",
                    Variant.of(integer("outcall_id"), digits("exten", 255))
                            .to(Target.of(Outcalls.OUTCALLS, "outcall_id")),
                    "queue",
                    Variant.of(
                                    integer("queue_id"),
                                    RING_TIME,
                                    integer("skill_rule_id").nullable(),
                                    Field.texts("skill_rule_variables", "[^\\[;|]+")
                                            .nullable())
                            .then(DestinationTypes::ofQueue)
                            .to(Target.of(Queues.QUEUES, "queue_id").showing("queue_label", Queues.LABEL)),
                    "sound",
                    Variant.of(
                            text("filename", 255),
                            Field.bool("skip").orElse(false),
                            Field.bool("no_answer").orElse(false)),
                    "switchboard",
                    Variant.of(uuid("switchboard_uuid"), RING_TIME)
                            .to(Target.of(Switchboards.SWITCHBOARDS, "switchboard_uuid")
                                    .showing("switchboard_name", Switchboards.NAME)),
                    "user",
                    Variant.of(integer("user_id"), RING_TIME, uuid("moh_uuid").nullable())
                            .to(Target.of(Users.USERS, "user_id")
                                    .showing("user_firstname", Users.FIRSTNAME)
                                    .showing("user_lastname", Users.LASTNAME)),
                    "voicemail",
                    Variant.of(
                                    integer("voicemail_id"),
                                    Field.bool("skip_instructions").orElse(false),
                                    choice("greeting", "busy", "unavailable").nullable())
                            .to(Target.of(Voicemails.VOICEMAILS, "voicemail_id")
                                    .showing("voicemail_name", Voicemails.NAME))));

    private DestinationTypes() {}

    private static Map<String, Variant> applications() {
        Variant disa = Variant.of(digits("pin", 40).nullable(), CONTEXT);
        return Variant.named(
                "callback_disa",
                disa,
                "custom",
                Variant.of(uuid("application_uuid"))
                        .to(Target.of(Applications.APPLICATIONS, "application_uuid")
                                .showing("application_name", Applications.NAME)),
                "directory",
                Variant.of(CONTEXT),
                "disa",
                disa,
                "fax_to_mail",
                Variant.of(Field.email("email", 80)),
                "voicemail",
                Variant.of(CONTEXT));
    }

    private static Map<String, Variant> causes() {
        Variant timed = Variant.of(seconds("timeout").nullable());
        return Variant.named("busy", timed, "congestion", timed, "normal", Variant.of());
    }

    /** A queue that is rung for no time is rung as long as it says itself. */
    private static void ofQueue(Map<String, @Nullable Object> values, Reading destination) {
        if (values.get("ring_time") instanceof Double seconds && seconds == 0) {
            values.put("ring_time", null);
        }
        if (values.get("skill_rule_variables") != null && values.get("skill_rule_id") == null) {
            Field.report(
                    destination.field("skill_rule_id"),
                    "Missing data for required field. When `skill_rule_variables` is defined");
        }
    }

    static Optional<Target<?, ?>> target(Destination destination) {
        return ALL.target(destination.values());
    }
}
