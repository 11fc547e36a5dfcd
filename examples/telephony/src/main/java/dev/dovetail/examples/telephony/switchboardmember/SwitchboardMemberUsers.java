package dev.dovetail.examples.telephony.switchboardmember;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.switchboard.Switchboard;
import dev.dovetail.examples.telephony.switchboard.Switchboards;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users of a switchboard. */
public final class SwitchboardMemberUsers {
    public static final Association<Switchboard, String, User, Integer> SWITCHBOARD_MEMBER_USER = Association.between(
                    Switchboards.SWITCHBOARDS, Users.USERS)
            .name("switchboard_member_user")
            .onDelete(OnDelete.UNLINK)
            .build();

    private record Ref(UUID uuid) {}

    private record Data(String switchboardUuid, List<Ref> users) {}

    private SwitchboardMemberUsers() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyList.of(SWITCHBOARD_MEMBER_USER)
                .path("/members/users")
                .namedBy(Users.UUID_COLUMN)
                .leftShows("members.users", "uuid", "firstname", "lastname", "links")
                .rightShows("switchboards", "uuid", "name", "links")
                .event(SwitchboardMemberUsers::event)
                .routes(mine -> mine.leftsAs(TextUuids.CANONICAL))
                .plugin();
    }

    private static Event event(Links<Switchboard, User> links) {
        Switchboard board = links.left();
        List<UUID> users = links.after().stream().map(User::uuid).distinct().toList();
        Data data = new Data(board.uuid(), users.stream().map(Ref::new).toList());
        Event event = new Event("switchboard_member_user_associated", data, Map.of("switchboard_uuid", board.uuid()));
        return BusScope.users(board.tenantUuid(), users, event);
    }

    /** Takes a user out of all switchboards; each tells the users that stay. */
    public static void leaveAll(Services services, CallContext call, User user) {
        List<Switchboard> boards = services.lookups()
                .lefts(SWITCHBOARD_MEMBER_USER, List.of(user))
                .get()
                .getOrDefault(user.id(), List.of());
        for (Switchboard board : boards) {
            var service = services.of(SWITCHBOARD_MEMBER_USER);
            List<Integer> others = service.rights(call, board.uuid()).stream()
                    .map(User::id)
                    .filter(id -> id != user.id())
                    .toList();
            service.associateAll(call, board.uuid(), others);
        }
    }

    /** Adds a user to those of a switchboard, which tells all of them. */
    public static void join(Services services, CallContext call, User user, UUID switchboard) {
        var service = services.of(SWITCHBOARD_MEMBER_USER);
        List<Integer> members = new ArrayList<>();
        service.rights(call, switchboard.toString()).forEach(member -> members.add(member.id()));
        members.add(user.id());
        service.associateAll(call, switchboard.toString(), members);
    }
}
