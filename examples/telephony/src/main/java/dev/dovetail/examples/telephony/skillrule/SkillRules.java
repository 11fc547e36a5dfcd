package dev.dovetail.examples.telephony.skillrule;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Skill rules; their names need not be unique. */
public final class SkillRules {
    public static final Resource<SkillRule, Integer> SKILL_RULES = Resource.of(SkillRule.class, SkillRule::id)
            .collection("skillrules")
            .generatedKey()
            .tenant(SkillRule::tenantUuid)
            .defaultValue(SkillRule::rules, List.of())
            .searchFilterAndSort(SkillRule::id, SkillRule::name)
            .defaultSort(SkillRule::name)
            .build();

    private SkillRules() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(SKILL_RULES)
                .path("/queues/skillrules")
                .event("skill_rule")
                .reload("module reload app_queue.so")
                .plugin();
    }

    /** Requires that the rule of an id exists, of any tenant; null passes. */
    public static void require(Services services, @Nullable Object id, Violations violations) {
        if (id != null && services.dao(SKILL_RULES).find((Integer) id).isEmpty()) {
            violations.add(
                    Errors.referenceNotFound(Path.of("skill_rule_id"), "SkillRule", Details.of("skill_rule_id", id)));
        }
    }
}
