package dev.dovetail.examples.telephony.queue;

import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.skillrule.SkillRules;
import dev.dovetail.http.json.Reading;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls that are sent to a queue. */
final class QueueDestinations {
    private static final String SKILL_RULE = "skill_rule_id";
    private static final String VARIABLES = "skill_rule_variables";

    static final DestinationType<Queue, Integer> TYPE = DestinationType.of(
                    Queues.QUEUES,
                    Field.RING_TIME,
                    Field.integer(SKILL_RULE).nullable(),
                    Field.texts(VARIABLES, "[^\\[;|]+").nullable())
            .checking(QueueDestinations::check)
            .requiring((services, destination, violations) ->
                    SkillRules.require(services, destination.values().get(SKILL_RULE), violations))
            .showing("queue_label", Queues.LABEL);

    private QueueDestinations() {}

    /** A queue that is rung for no time is rung as long as it says itself. */
    private static void check(Map<String, @Nullable Object> values, Reading destination) {
        if (values.get("ring_time") instanceof Double seconds && seconds == 0) {
            values.put("ring_time", null);
        }
        if (values.get(VARIABLES) != null && values.get(SKILL_RULE) == null) {
            Field.report(
                    destination.field(SKILL_RULE),
                    "Missing data for required field. When `skill_rule_variables` is defined");
        }
    }
}
