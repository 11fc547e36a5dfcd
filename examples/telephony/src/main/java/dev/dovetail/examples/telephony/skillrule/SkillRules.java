package dev.dovetail.examples.telephony.skillrule;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;

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
