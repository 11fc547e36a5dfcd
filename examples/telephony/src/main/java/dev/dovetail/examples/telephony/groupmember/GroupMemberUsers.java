package dev.dovetail.examples.telephony.groupmember;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.RungByMainLine;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Links;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import jakarta.validation.constraints.Min;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The users of a group, in the order of their priorities. */
public final class GroupMemberUsers implements LegacyAssociationPlugin<Group, Integer, User, Integer>, HttpPlugin {
    /**
     * What a membership carries.
     *
     * @param priority of two, the user with the lower one comes first
     */
    public record Member(@Min(0) int priority) {}

    /** The priority of a user is his place in the list unless given. */
    public static final Attributes<Member> MEMBER =
            Attributes.byPlace(Member.class, Member::new).sortedBy(Member::priority);

    public static final Association<Group, Integer, User, Integer> GROUP_MEMBER_USER = Association.between(
                    Groups.GROUPS, Users.USERS)
            .name("group_member_user")
            .attributes(MEMBER)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Data(int groupId, UUID groupUuid, List<UUID> userUuids) {}

    @Override
    public Association<Group, Integer, User, Integer> association() {
        return GROUP_MEMBER_USER;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new RungByMainLine(GROUP_MEMBER_USER));
    }

    @Override
    public AssociationValidationGroup<Group, User> validation(Services services) {
        return AssociationValidationGroup.<Group, User>builder()
                .stopAtFirst()
                .set(SameTenant.each(GROUP_MEMBER_USER, "group", "user"))
                .set((links, violations) ->
                        links.after().forEach(user -> UserLines.checkHasLine(services, user, violations)))
                .set(Rules.noRepeats("Group", "Cannot associate same user more than once"))
                .set((links, violations) -> haveLinesOfTheirOwn(services, links, violations))
                .build();
    }

    private static void haveLinesOfTheirOwn(Services services, Links<Group, User> links, Violations violations) {
        Map<Integer, List<Line>> lines =
                services.lookups().rights(UserLines.USER_LINE, links.after()).get();
        Set<Integer> taken = new HashSet<>();
        for (User user : links.after()) {
            int main = lines.getOrDefault(user.id(), List.of()).get(0).id();
            if (!taken.add(main) && violations.isEmpty()) {
                violations.add(Errors.notPermitted(
                        "Group", "Cannot associate different users with the same line", Details.of("line_id", main)));
            }
        }
    }

    @Override
    public AssociationNotifier<Group, User> notifier(Services services) {
        return AssociationNotifier.<Group, User>builder()
                .replaced(links -> {
                    Group group = links.left();
                    List<UUID> users = links.after().stream().map(User::uuid).toList();
                    Data data = new Data(group.id(), group.uuid(), users);
                    return BusScope.tenant(
                            group.tenantUuid(), new Event("group_member_users_associated", data, Map.of()));
                })
                .always()
                .commands(Groups.MEMBER_RELOADS)
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Groups.GROUPS)
                .part(
                        "members",
                        Groups.members(all.rights(
                                GROUP_MEMBER_USER,
                                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                                MEMBER)));
        all.shape(Users.USERS)
                .part("groups", all.lefts(GROUP_MEMBER_USER, all.only(Groups.GROUPS, "uuid", "id", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(GROUP_MEMBER_USER)
                .path("/groups", "/members/users")
                .methods(Method.REPLACE)
                .rightsNamedBy(Users.UUID_COLUMN)
                .add();
    }
}
