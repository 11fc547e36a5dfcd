package dev.dovetail.examples.telephony.skillrule;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Skill rules; their names need not be unique. */
public final class SkillRules implements TelephonyPlugin<SkillRule, Integer> {
    public static final Resource<SkillRule, Integer> SKILL_RULES = Resource.of(SkillRule.class, SkillRule::id)
            .collection("skillrules")
            .generatedKey()
            .tenant(SkillRule::tenantUuid)
            .defaultValue(SkillRule::rules, List.of())
            .searchFilterAndSort(SkillRule::id, SkillRule::name)
            .defaultSort(SkillRule::name)
            .build();

    @Override
    public Resource<SkillRule, Integer> resource() {
        return SKILL_RULES;
    }

    @Override
    public String path() {
        return "/queues/skillrules";
    }

    /** Requires that the rule of an id exists, of any tenant; null passes. */
    public static void require(Services services, @Nullable Object id, Violations violations) {
        if (id != null && services.dao(SKILL_RULES).find((Integer) id).isEmpty()) {
            violations.add(
                    Errors.referenceNotFound(Path.of("skill_rule_id"), "SkillRule", Details.of("skill_rule_id", id)));
        }
    }

    @Override
    public Preparation<SkillRule> computes(Services services) {
        return (call, before, draft) -> Edit.of(SKILL_RULES)
                .set(SKILL_RULES.column(SkillRule::rules), draft.separated())
                .applyTo(draft);
    }

    @Override
    public Notifier<Change<SkillRule>> notifier(Services services) {
        return BusEvents.byId("skill_rule", SkillRule::tenantUuid, SkillRule::id)
                .commands(Sysconfd.reloads("module reload app_queue.so"))
                .build();
    }
}
