package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.examples.telephony.agent.Agent;
import dev.dovetail.examples.telephony.common.ListInput;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.queuemember.QueueMemberAgents.Member;
import dev.dovetail.http.Creation;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.MayBeAbsent;
import dev.dovetail.http.json.Reading;
import dev.dovetail.plugin.Services;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The queues that a new agent comes to. */
public final class AgentQueues {
    /** What the body of a creation gives. */
    public static final Input<ListInput<Membership>> QUEUES =
            ListInput.named("queues", Membership.class, Membership::check);

    private AgentQueues() {}

    /** One of them, and the place of the agent in it. */
    public record Membership(
            int id,
            @MayBeAbsent @Nullable Integer penalty,
            @MayBeAbsent @Nullable Integer priority) {
        private void check(Reading at) {
            notNegative(penalty, at.field("penalty"));
            notNegative(priority, at.field("priority"));
        }

        private static void notNegative(@Nullable Integer number, Reading at) {
            if (number != null && number < 0) {
                at.report(TelephonyErrors.invalid(
                        at.resource(), at.path(), "Min", "Must be greater than or equal to 0."));
            }
        }

        Member member() {
            return new Member(Objects.requireNonNullElse(penalty, 0), Objects.requireNonNullElse(priority, 0));
        }
    }

    static void join(Services services, Creation<Agent> agent) {
        ListInput<Membership> given = agent.body().value(QUEUES);
        if (given != null) {
            var members = services.of(QueueMemberAgents.QUEUE_MEMBER_AGENT);
            given.entries()
                    .forEach(queue -> members.associate(
                            agent.call(), queue.id(), agent.row().id(), queue.member()));
        }
    }
}
