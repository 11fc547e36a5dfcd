package dev.dovetail.examples.telephony.agent;

import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;

/** Agents; they keep the number that they were created with. */
public final class Agents {
    public static final Resource<Agent, Integer> AGENTS = Resource.of(Agent.class, Agent::id)
            .generatedKey()
            .tenant(Agent::tenantUuid)
            .unique(Agent::tenantUuid, Agent::number)
            .searchFilterAndSort(
                    Agent::id, Agent::firstname, Agent::lastname, Agent::number, Agent::preprocessSubroutine)
            .build();
    public static final Column<Agent, String> NUMBER = AGENTS.column(Agent::number);

    private Agents() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(AGENTS)
                .event("agent")
                .reload("module reload app_queue.so")
                .shape(shape -> shape.before(KeptFields.of("number")))
                .plugin();
    }
}
