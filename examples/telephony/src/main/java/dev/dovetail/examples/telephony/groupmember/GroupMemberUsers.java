package dev.dovetail.examples.telephony.groupmember;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.RungByMainLine;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.Rules;
import jakarta.validation.constraints.Min;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The users of a group, in the order of their priorities. */
public final class GroupMemberUsers {
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
            .onDelete(OnDelete.UNLINK)
            .build();

    private GroupMemberUsers() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyList.of(GROUP_MEMBER_USER)
                .path("/members/users")
                .namedBy(Users.UUID_COLUMN)
                .leftShows("members.users", MEMBER, "uuid", "firstname", "lastname", "links")
                .rightShows("groups", "uuid", "id", "name", "links")
                .leftTold("group_id", Group::id)
                .leftTold("group_uuid", Group::uuid)
                .commands(Groups.MEMBER_RELOADS)
                .plugin()
                .setRule((services, links, violations) ->
                        links.after().forEach(user -> UserLines.checkHasLine(services, user, violations)))
                .setRule(Rules.noRepeats("Group", "Cannot associate same user more than once"))
                .setRule(GroupMemberUsers::haveLinesOfTheirOwn)
                .with(new RungByMainLine(GROUP_MEMBER_USER));
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
}
