package dev.dovetail.examples.telephony.agent;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.KeptFields;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Agents; they keep the number that they were created with. */
public final class Agents implements TelephonyPlugin<Agent, Integer> {
    public static final Resource<Agent, Integer> AGENTS = Resource.of(Agent.class, Agent::id)
            .generatedKey()
            .tenant(Agent::tenantUuid)
            .unique(Agent::tenantUuid, Agent::number)
            .searchFilterAndSort(
                    Agent::id, Agent::firstname, Agent::lastname, Agent::number, Agent::preprocessSubroutine)
            .build();
    public static final Column<Agent, String> NUMBER = AGENTS.column(Agent::number);

    @Override
    public Resource<Agent, Integer> resource() {
        return AGENTS;
    }

    @Override
    public ValidationGroup<Agent> validation(Services services) {
        return ValidationGroup.<Agent>builder()
                .create(Rules.uniqueInTenant(services.dao(AGENTS), NUMBER))
                .build();
    }

    @Override
    public Notifier<Change<Agent>> notifier(Services services) {
        return BusEvents.byId("agent", Agent::tenantUuid, Agent::id)
                .commands(Sysconfd.reloads("module reload app_queue.so"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Agent> shape, Representations all) {
        shape.before(KeptFields.of("number"))
                .input(AgentQueues.QUEUES)
                .part("queues", Part.emptyList())
                .part("users", Part.emptyList());
    }

    @Override
    public void route(Routes routes) {
        ResourceRoutes<Agent, Integer> mine = routes.resource(AGENTS).nullBodyFails();
        AgentQueues.follow(mine, routes.services());
        mine.add();
    }
}
