package dev.dovetail.examples.telephony.queuemember;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.RungByMainLine;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
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

/** The users who answer the calls of a queue, each by his main line. */
public final class QueueMemberUsers implements LegacyAssociationPlugin<Queue, Integer, User, Integer>, HttpPlugin {
    /** The place of a user among the others: those of a lower priority come first. */
    public record Member(@Min(0) int priority) {}

    public static final Attributes<Member> MEMBER =
            Attributes.of(Member.class, new Member(0)).sortedBy(Member::priority);
    public static final Association<Queue, Integer, User, Integer> QUEUE_MEMBER_USER = Association.between(
                    Queues.QUEUES, Users.USERS)
            .name("queue_member_user")
            .attributes(MEMBER)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    @Override
    public Association<Queue, Integer, User, Integer> association() {
        return QUEUE_MEMBER_USER;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new RungByMainLine(QUEUE_MEMBER_USER));
    }

    @Override
    public AssociationValidationGroup<Queue, User> validation(Services services) {
        return AssociationValidationGroup.<Queue, User>builder()
                .stopAtFirst()
                .association(SameTenant.rule(QUEUE_MEMBER_USER, "queue", "user"))
                .association((link, violations) -> hasALineOfItsOwn(services, link, violations))
                .build();
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

    /** Clients know the user of these events by the text of his id, in place of his UUID. */
    @Override
    public AssociationNotifier<Queue, User> notifier(Services services) {
        return BusEvents.<Queue, User>ofLinks(
                        QUEUE_MEMBER_USER.name(),
                        (link, event) -> event.with(
                                        "tenant_uuid", link.right().tenantUuid().toString())
                                .with("user_uuid:" + link.right().id(), true),
                        link -> Map.of(
                                "queue_id",
                                link.left().id(),
                                "user_uuid",
                                String.valueOf(link.right().id())))
                .silentlyChanged()
                .commands(Sysconfd.reloads(
                        "module reload res_pjsip.so", "module reload app_queue.so", "module reload chan_sccp.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Queues.QUEUES).part("members", QueueMembers.of(all));
        all.shape(Users.USERS)
                .part("queues", all.lefts(QUEUE_MEMBER_USER, all.only(Queues.QUEUES, "id", "name", "label", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(QUEUE_MEMBER_USER)
                .path("/queues", "/members/users")
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
