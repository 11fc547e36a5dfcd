package dev.dovetail.examples.telephony.agentskill;

import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.TelephonyLinks;
import dev.dovetail.examples.telephony.skill.Skill;
import dev.dovetail.examples.telephony.skill.Skills;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import jakarta.validation.constraints.Min;

/** The skills of an agent, each with a weight. */
public final class AgentSkills {
    /** How good the agent is at it. */
    public record Weight(@Min(0) int skillWeight) {}

    private static final Attributes<Weight> WEIGHT = Attributes.of(Weight.class, new Weight(0));
    private static final Association<Agent, Integer, Skill, Integer> AGENT_SKILL = Association.between(
                    Agents.AGENTS, Skills.SKILLS)
            .attributes(WEIGHT)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private AgentSkills() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyLinks.of(AGENT_SKILL)
                .leftShows("skills", WEIGHT, "id", "name", "links")
                .rightShows("agents", WEIGHT, "id", "number", "firstname", "lastname", "links")
                .event()
                .silentlyChanged()
                .reload("module reload app_queue.so")
                .plugin();
    }
}
