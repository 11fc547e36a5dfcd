package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.examples.telephony.agent.Agents;
import dev.dovetail.examples.telephony.common.ObjectPart;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;

/** Shows who answers the calls of a queue. */
final class QueueMembers {
    private QueueMembers() {}

    /** Returns the members of both kinds, each by priority. */
    static Part<Queue> of(Representations all) {
        return ObjectPart.<Queue>empty()
                .with(
                        "agents",
                        all.rights(
                                QueueMemberAgents.QUEUE_MEMBER_AGENT,
                                all.only(Agents.AGENTS, "id", "number", "firstname", "lastname", "links"),
                                QueueMemberAgents.MEMBER))
                .with(
                        "users",
                        all.rights(
                                QueueMemberUsers.QUEUE_MEMBER_USER,
                                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                                QueueMemberUsers.MEMBER));
    }
}
