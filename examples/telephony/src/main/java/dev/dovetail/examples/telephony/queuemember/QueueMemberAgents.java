package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.MoreRoutes;
import dev.dovetail.examples.telephony.common.TelephonyLinks;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** The agents who answer the calls of a queue. */
public final class QueueMemberAgents {
    /** When an agent is called: after those of a lower penalty; those of a lower priority come first in lists. */
    public record Member(@Min(0) int penalty, @Min(0) int priority) {}

    private static final Attributes<Member> MEMBER =
            Attributes.of(Member.class, new Member(0, 0)).sortedBy(Member::priority);
    static final Association<Queue, Integer, Agent, Integer> QUEUE_MEMBER_AGENT = Association.between(
                    Queues.QUEUES, Agents.AGENTS)
            .name("queue_member_agent")
            .attributes(MEMBER)
            .onDelete(OnDelete.UNLINK)
            .build();

    private QueueMemberAgents() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyLinks.of(QUEUE_MEMBER_AGENT)
                .path("/members/agents")
                .leftShows("members.agents", MEMBER, "id", "number", "firstname", "lastname", "links")
                .rightShows(
                        "queues",
                        all -> all.lefts(
                                QUEUE_MEMBER_AGENT,
                                all.only(Queues.QUEUES, "id", "name", "label", "links"),
                                MEMBER,
                                "penalty"))
                .plugin()
                .announces(notifier())
                .with(
                        HttpPlugin.representing(all -> all.shape(Agents.AGENTS).input(AgentQueues.QUEUES)),
                        new MoreRoutes<>(
                                Agents.AGENTS,
                                (all, agents) -> agents.created(agent -> AgentQueues.join(all.services(), agent))));
    }

    private static AssociationNotifier<Queue, Agent> notifier() {
        return AssociationNotifier.<Queue, Agent>builder()
                .associated(link -> event(
                        link,
                        "associated",
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
                        "dissociated",
                        Map.of(
                                "queue_id",
                                link.left().id(),
                                "agent_id",
                                link.right().id())))
                .dissociated(QueueMemberAgents::edited)
                .silentlyChanged()
                .build();
    }

    private static Event event(Link<Queue, Agent> link, String what, Map<String, Integer> data) {
        return BusScope.tenant(link.left().tenantUuid(), new Event("queue_member_agent_" + what, data, Map.of()));
    }

    /** Clients know an agent who came or went as one that was edited. */
    private static Event edited(Link<Queue, Agent> link) {
        return BusScope.tenant(
                link.left().tenantUuid(),
                new Event("agent_edited", Map.of("id", link.right().id()), Map.of()));
    }
}
