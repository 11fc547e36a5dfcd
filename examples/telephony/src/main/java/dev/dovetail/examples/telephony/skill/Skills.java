package dev.dovetail.examples.telephony.skill;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Skills. */
public final class Skills implements TelephonyPlugin<Skill, Integer> {
    public static final Resource<Skill, Integer> SKILLS = Resource.of(Skill.class, Skill::id)
            .generatedKey()
            .tenant(Skill::tenantUuid)
            .unique(Skill::tenantUuid, Skill::name)
            .searchFilterAndSort(Skill::id, Skill::name, Skill::description)
            .defaultSort(Skill::name)
            .build();

    @Override
    public Resource<Skill, Integer> resource() {
        return SKILLS;
    }

    @Override
    public String path() {
        return "/agents/skills";
    }

    @Override
    public ValidationGroup<Skill> validation(Services services) {
        return ValidationGroup.<Skill>builder()
                .common(Rules.uniqueInTenant(services.dao(SKILLS), SKILLS.column(Skill::name)))
                .build();
    }

    @Override
    public Notifier<Change<Skill>> notifier(Services services) {
        return BusEvents.byId("skill", Skill::tenantUuid, Skill::id).build();
    }

    @Override
    public void shape(Representation.Builder<Skill> shape, Representations all) {
        shape.part("agents", Part.emptyList());
    }
}
