package dev.dovetail.examples.telephony.skill;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;

/** Skills. */
public final class Skills {
    public static final Resource<Skill, Integer> SKILLS = Resource.of(Skill.class, Skill::id)
            .generatedKey()
            .tenant(Skill::tenantUuid)
            .unique(Skill::tenantUuid, Skill::name)
            .searchFilterAndSort(Skill::id, Skill::name, Skill::description)
            .defaultSort(Skill::name)
            .build();

    private Skills() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(SKILLS)
                .path("/agents/skills")
                .event("skill")
                .plugin();
    }
}
