package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.MoreRoutes;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;

/** The agents who answer the calls of a queue. */
public final class QueueMemberAgents implements LegacyAssociationPlugin<Queue, Integer, Agent, Integer>, HttpPlugin {
    /** When an agent is called: after those of a lower penalty; those of a lower priority come first in lists. */
    public record Member(@Min(0) int penalty, @Min(0) int priority) {}

    public static final Attributes<Member> MEMBER =
            Attributes.of(Member.class, new Member(0, 0)).sortedBy(Member::priority);
    public static final Association<Queue, Integer, Agent, Integer> QUEUE_MEMBER_AGENT = Association.between(
                    Queues.QUEUES, Agents.AGENTS)
            .name("queue_member_agent")
            .attributes(MEMBER)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    @Override
    public Association<Queue, Integer, Agent, Integer> association() {
        return QUEUE_MEMBER_AGENT;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(
                plugin(),
                new MoreRoutes<>(
                        Agents.AGENTS,
                        (all, agents) -> agents.created(agent -> AgentQueues.join(all.services(), agent))));
    }

    @Override
    public AssociationValidationGroup<Queue, Agent> validation(Services services) {
        return AssociationValidationGroup.<Queue, Agent>builder()
                .association(SameTenant.rule(QUEUE_MEMBER_AGENT, "queue", "agent"))
                .build();
    }

    @Override
    public AssociationNotifier<Queue, Agent> notifier(Services services) {
        return AssociationNotifier.<Queue, Agent>builder()
                .associated(link -> event(
                        link,
                        "queue_member_agent_associated",
                        Map.of(
                                "queue_id",
                                link.left().id(),
                                "agent_id",
                                link.right().id(),
                                "penalty",
                                link.attributes(MEMBER).penalty())))
                .associated(QueueMemberAgents::edited)
                .dissociated(link -> event(
                        link,
                        "queue_member_agent_dissociated",
                        Map.of(
                                "queue_id",
                                link.left().id(),
                                "agent_id",
                                link.right().id())))
                .dissociated(QueueMemberAgents::edited)
                .silentlyChanged()
                .build();
    }

    private static Event edited(Link<Queue, Agent> link) {
        return event(link, "agent_edited", Map.of("id", link.right().id()));
    }

    private static Event event(Link<Queue, Agent> link, String name, Map<String, Integer> data) {
        return BusScope.tenant(link.left().tenantUuid(), new Event(name, data, Map.of()));
    }

    @Override
    public void represent(Representations all) {
        all.shape(Queues.QUEUES).part("members", QueueMembers.of(all));
        all.shape(Agents.AGENTS)
                .input(AgentQueues.QUEUES)
                .part(
                        "queues",
                        all.lefts(
                                QUEUE_MEMBER_AGENT,
                                all.only(Queues.QUEUES, "id", "name", "label", "links"),
                                MEMBER,
                                "penalty"));
    }

    @Override
    public void route(Routes routes) {
        routes.association(QUEUE_MEMBER_AGENT)
                .path("/queues", "/members/agents")
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
