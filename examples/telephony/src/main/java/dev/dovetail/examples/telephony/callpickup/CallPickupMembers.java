package dev.dovetail.examples.telephony.callpickup;

import dev.dovetail.examples.telephony.common.MemberList;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import java.util.List;

/**
 * Those who may answer calls by a call pickup, or those whose calls it is about; users or groups, each a list of its own.
 *
 * @param <R> the model of the members
 */
public final class CallPickupMembers<R extends Record> extends MemberList<CallPickup, R> {
    static final Association<CallPickup, Integer, User, Integer> INTERCEPTOR_USER = describe(
                    CallPickups.CALL_PICKUPS, Users.USERS, "call_pickup_interceptor_user")
            .build();
    static final Association<CallPickup, Integer, User, Integer> TARGET_USER = describe(
                    CallPickups.CALL_PICKUPS, Users.USERS, "call_pickup_target_user")
            .build();
    static final Association<CallPickup, Integer, Group, Integer> INTERCEPTOR_GROUP = describe(
                    CallPickups.CALL_PICKUPS, Groups.GROUPS, "call_pickup_interceptor_group")
            .build();
    static final Association<CallPickup, Integer, Group, Integer> TARGET_GROUP = describe(
                    CallPickups.CALL_PICKUPS, Groups.GROUPS, "call_pickup_target_group")
            .build();
    static final List<String> RELOADS = List.of("module reload res_pjsip.so", "module reload chan_sccp.so");

    private CallPickupMembers(
            Association<CallPickup, Integer, R, Integer> association, Words words, Column<R, ?> named) {
        super(association, words, named);
    }

    private static CallPickupMembers<User> users(
            Association<CallPickup, Integer, User, Integer> association, String kind) {
        return new CallPickupMembers<>(association, new Words("call_pickup", kind, "user"), Users.UUID_COLUMN);
    }

    private static CallPickupMembers<Group> groups(
            Association<CallPickup, Integer, Group, Integer> association, String kind) {
        return new CallPickupMembers<>(association, new Words("call_pickup", kind, "group"), Groups.GROUPS.key());
    }

    /** Returns the plugin of the users who may answer. */
    public static CallPickupMembers<User> interceptorUsers() {
        return users(INTERCEPTOR_USER, "interceptors");
    }

    /** Returns the plugin of the users whose calls it is about. */
    public static CallPickupMembers<User> targetUsers() {
        return users(TARGET_USER, "targets");
    }

    /** Returns the plugin of the groups whose users may answer. */
    public static CallPickupMembers<Group> interceptorGroups() {
        return groups(INTERCEPTOR_GROUP, "interceptors");
    }

    /** Returns the plugin of the groups whose users' calls it is about. */
    public static CallPickupMembers<Group> targetGroups() {
        return groups(TARGET_GROUP, "targets");
    }

    @Override
    protected void announceMore(AssociationNotifier.Builder<CallPickup, R> notifier) {
        notifier.commands(Sysconfd.reloads(RELOADS.toArray(String[]::new)));
    }
}
