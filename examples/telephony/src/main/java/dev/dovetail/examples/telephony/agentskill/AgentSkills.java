package dev.dovetail.examples.telephony.agentskill;

import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.skill.Skill;
import dev.dovetail.examples.telephony.skill.Skills;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** The skills of an agent, each with a weight. */
public final class AgentSkills implements LegacyAssociationPlugin<Agent, Integer, Skill, Integer>, HttpPlugin {
    /** How good the agent is at it. */
    public record Weight(@Min(0) int skillWeight) {}

    public static final Attributes<Weight> WEIGHT = Attributes.of(Weight.class, new Weight(0));
    public static final Association<Agent, Integer, Skill, Integer> AGENT_SKILL = Association.between(
                    Agents.AGENTS, Skills.SKILLS)
            .attributes(WEIGHT)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    @Override
    public Association<Agent, Integer, Skill, Integer> association() {
        return AGENT_SKILL;
    }

    @Override
    public AssociationValidationGroup<Agent, Skill> validation(Services services) {
        return AssociationValidationGroup.<Agent, Skill>builder()
                .association(SameTenant.rule(AGENT_SKILL, "agent", "skill"))
                .build();
    }

    @Override
    public AssociationNotifier<Agent, Skill> notifier(Services services) {
        return BusEvents.<Agent, Skill>ofLinks(
                        AGENT_SKILL.name(),
                        (link, event) -> BusScope.tenant(link.left().tenantUuid(), event),
                        link -> Map.of(
                                "agent_id",
                                link.left().id(),
                                "skill_id",
                                link.right().id()))
                .silentlyChanged()
                .command(Sysconfd.reload("module reload app_queue.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Agents.AGENTS)
                .part("skills", all.rights(AGENT_SKILL, all.only(Skills.SKILLS, "id", "name", "links"), WEIGHT));
        all.shape(Skills.SKILLS)
                .part(
                        "agents",
                        all.lefts(
                                AGENT_SKILL,
                                all.only(Agents.AGENTS, "id", "number", "firstname", "lastname", "links"),
                                WEIGHT));
    }

    @Override
    public void route(Routes routes) {
        routes.association(AGENT_SKILL)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
