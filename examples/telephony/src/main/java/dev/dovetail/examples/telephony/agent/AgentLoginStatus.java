package dev.dovetail.examples.telephony.agent;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.context.ContextUse;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;

/**
 * States that an agent is logged in at a number of a context. The agent daemon writes it, this server only reads it.
 */
public record AgentLoginStatus(int agentId, String context) {
    public static final Resource<AgentLoginStatus, Integer> AGENT_LOGIN_STATUS = Resource.of(
                    AgentLoginStatus.class, AgentLoginStatus::agentId)
            .collection("agent_login_status")
            .build();
    private static final Column<AgentLoginStatus, String> CONTEXT =
            AGENT_LOGIN_STATUS.column(AgentLoginStatus::context);

    /** Returns the plugin that reads it. */
    public static Plugin plugin() {
        return TelephonyResource.stored(AGENT_LOGIN_STATUS)
                .with(ContextUse.of(AGENT_LOGIN_STATUS, CONTEXT, "agent_id"));
    }
}
