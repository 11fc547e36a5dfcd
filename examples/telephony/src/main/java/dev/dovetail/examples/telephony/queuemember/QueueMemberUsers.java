package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyLinks;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.RungByMainLine;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;

/** The users who answer the calls of a queue, each by his main line. */
public final class QueueMemberUsers {
    /** The place of a user among the others: those of a lower priority come first. */
    public record Member(@Min(0) int priority) {}

    private static final Attributes<Member> MEMBER =
            Attributes.of(Member.class, new Member(0)).sortedBy(Member::priority);
    public static final Association<Queue, Integer, User, Integer> QUEUE_MEMBER_USER = Association.between(
                    Queues.QUEUES, Users.USERS)
            .name("queue_member_user")
            .attributes(MEMBER)
            .onDelete(OnDelete.UNLINK)
            .build();

    private QueueMemberUsers() {}

    /** Returns the plugin. Clients know the user of its events by the text of his id, in place of his UUID. */
    public static Plugin plugin() {
        return TelephonyLinks.of(QUEUE_MEMBER_USER)
                .path("/members/users")
                .leftShows("members.users", MEMBER, "uuid", "firstname", "lastname", "links")
                .rightShows("queues", "id", "name", "label", "links")
                .event(link -> Map.of(
                        "queue_id",
                        link.left().id(),
                        "user_uuid",
                        String.valueOf(link.right().id())))
                .scope((link, event) -> event.with(
                                "tenant_uuid", link.right().tenantUuid().toString())
                        .with("user_uuid:" + link.right().id(), true))
                .silentlyChanged()
                .reload("module reload res_pjsip.so", "module reload app_queue.so", "module reload chan_sccp.so")
                .plugin()
                .stopAtFirst()
                .rule(QueueMemberUsers::hasALineOfItsOwn)
                .with(new RungByMainLine(QUEUE_MEMBER_USER));
    }

    private static void hasALineOfItsOwn(Services services, Link<Queue, User> link, Violations violations) {
        User user = link.right();
        List<Line> lines = UserLines.linesOf(services, user);
        if (lines.isEmpty()) {
            violations.add(Errors.missingAssociation(
                    "User", "Line", Details.of("user_uuid", user.uuid().toString())));
            return;
        }
        Line main = lines.get(0);
        List<User> members = services.lookups()
                .rights(QUEUE_MEMBER_USER, List.of(link.left()))
                .get()
                .getOrDefault(link.left().id(), List.of());
        if (services.lookups().rights(UserLines.USER_LINE, members).get().values().stream()
                .anyMatch(its -> its.get(0).id() == main.id())) {
            violations.add(Errors.notPermitted(
                    "User", "Cannot associate different users with the same line", Details.of("line_id", main.id())));
        }
    }
}
