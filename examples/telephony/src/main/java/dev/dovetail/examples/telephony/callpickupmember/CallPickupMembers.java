package dev.dovetail.examples.telephony.callpickupmember;

import dev.dovetail.examples.telephony.callpickup.CallPickup;
import dev.dovetail.examples.telephony.callpickup.CallPickups;
import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;

/**
 * Those who may answer calls by a call pickup, and those whose calls it is about; users and groups, each a list of its
 * own.
 */
public final class CallPickupMembers {
    static final Association<CallPickup, Integer, User, Integer> INTERCEPTOR_USER =
            describe("call_pickup_interceptor_user", Users.USERS);
    static final Association<CallPickup, Integer, User, Integer> TARGET_USER =
            describe("call_pickup_target_user", Users.USERS);
    static final Association<CallPickup, Integer, Group, Integer> INTERCEPTOR_GROUP =
            describe("call_pickup_interceptor_group", Groups.GROUPS);
    static final Association<CallPickup, Integer, Group, Integer> TARGET_GROUP =
            describe("call_pickup_target_group", Groups.GROUPS);

    private CallPickupMembers() {}

    private static <R extends Record> Association<CallPickup, Integer, R, Integer> describe(
            String name, Resource<R, Integer> members) {
        return Association.between(CallPickups.CALL_PICKUPS, members)
                .name(name)
                .onDelete(OnDelete.UNLINK)
                .build();
    }

    /** Returns the plugins. */
    public static List<Plugin> plugins() {
        return List.of(
                users(INTERCEPTOR_USER, "interceptors").with(HttpPlugin.representing(CallPickupMembers::showTargets)),
                users(TARGET_USER, "targets"),
                groups(INTERCEPTOR_GROUP, "interceptors"),
                groups(TARGET_GROUP, "targets"));
    }

    private static void showTargets(Representations all) {
        all.shape(Users.USERS)
                .part(
                        "call_pickup_target_users",
                        all.found(
                                Users.USERS,
                                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                                CallPickupTargets::of));
    }

    private static AssociationPlugin<CallPickup, Integer, User, Integer> users(
            Association<CallPickup, Integer, User, Integer> association, String kind) {
        return of(association, kind + "/users")
                .namedBy(Users.UUID_COLUMN)
                .leftShows(kind + ".users", "uuid", "firstname", "lastname")
                .plugin();
    }

    private static Plugin groups(Association<CallPickup, Integer, Group, Integer> association, String kind) {
        return of(association, kind + "/groups")
                .leftShows(kind + ".groups", "id", "name")
                .plugin();
    }

    private static <R extends Record> TelephonyList<CallPickup, Integer, R, Integer> of(
            Association<CallPickup, Integer, R, Integer> association, String path) {
        return TelephonyList.of(association)
                .path("/" + path)
                .noRepeats()
                .reload("module reload res_pjsip.so", "module reload chan_sccp.so");
    }
}
