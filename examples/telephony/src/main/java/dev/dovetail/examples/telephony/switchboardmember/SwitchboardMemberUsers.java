package dev.dovetail.examples.telephony.switchboardmember;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.ObjectPart;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.common.TextUuids;
import dev.dovetail.examples.telephony.switchboard.Switchboard;
import dev.dovetail.examples.telephony.switchboard.Switchboards;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Links;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The users of a switchboard. */
public final class SwitchboardMemberUsers
        implements LegacyAssociationPlugin<Switchboard, String, User, Integer>, HttpPlugin {
    public static final Association<Switchboard, String, User, Integer> SWITCHBOARD_MEMBER_USER = Association.between(
                    Switchboards.SWITCHBOARDS, Users.USERS)
            .name("switchboard_member_user")
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    private record Ref(UUID uuid) {}

    private record Data(String switchboardUuid, List<Ref> users) {}

    @Override
    public Association<Switchboard, String, User, Integer> association() {
        return SWITCHBOARD_MEMBER_USER;
    }

    @Override
    public AssociationValidationGroup<Switchboard, User> validation(Services services) {
        return AssociationValidationGroup.<Switchboard, User>builder()
                .set(SameTenant.each(SWITCHBOARD_MEMBER_USER, "switchboard", "user"))
                .build();
    }

    @Override
    public AssociationNotifier<Switchboard, User> notifier(Services services) {
        return AssociationNotifier.<Switchboard, User>builder()
                .replaced(SwitchboardMemberUsers::event)
                .always()
                .build();
    }

    private static Event event(Links<Switchboard, User> links) {
        Switchboard board = links.left();
        List<UUID> users = links.after().stream().map(User::uuid).distinct().toList();
        Data data = new Data(board.uuid(), users.stream().map(Ref::new).toList());
        Event event = new Event("switchboard_member_user_associated", data, Map.of("switchboard_uuid", board.uuid()));
        return BusScope.users(board.tenantUuid(), users, event);
    }

    @Override
    public void represent(Representations all) {
        all.shape(Switchboards.SWITCHBOARDS)
                .part(
                        "members",
                        ObjectPart.<Switchboard>empty()
                                .with(
                                        "users",
                                        all.rights(
                                                SWITCHBOARD_MEMBER_USER,
                                                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"))));
        all.shape(Users.USERS)
                .part(
                        "switchboards",
                        all.lefts(
                                SWITCHBOARD_MEMBER_USER, all.only(Switchboards.SWITCHBOARDS, "uuid", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(SWITCHBOARD_MEMBER_USER)
                .path("/switchboards", "/members/users")
                .leftsAs(TextUuids.CANONICAL)
                .methods(Method.REPLACE)
                .rightsNamedBy(Users.UUID_COLUMN)
                .add();
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
