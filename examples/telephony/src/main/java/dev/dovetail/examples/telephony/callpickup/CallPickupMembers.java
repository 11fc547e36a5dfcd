package dev.dovetail.examples.telephony.callpickup;

import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.common.MemberList;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Those who may answer calls by a call pickup, or those whose calls it is about; users or groups, each a list of its own.
 *
 * @param <R> the model of the members
 */
public final class CallPickupMembers<R extends Record> extends MemberList<CallPickup, R> {
    public static final Association<CallPickup, Integer, User, Integer> INTERCEPTOR_USER = describe(
                    CallPickups.CALL_PICKUPS, Users.USERS, "call_pickup_interceptor_user")
            .build();
    public static final Association<CallPickup, Integer, User, Integer> TARGET_USER = describe(
                    CallPickups.CALL_PICKUPS, Users.USERS, "call_pickup_target_user")
            .build();
    static final List<String> RELOADS = List.of("module reload res_pjsip.so", "module reload chan_sccp.so");

    private CallPickupMembers(
            Association<CallPickup, Integer, R, Integer> association, Words words, Column<R, ?> named) {
        super(association, words, named);
    }

    /** Returns the plugin of the users who may answer. */
    public static CallPickupMembers<User> interceptorUsers() {
        return new CallPickupMembers<>(
                INTERCEPTOR_USER, new Words("call_pickup", "interceptors", "user"), Users.UUID_COLUMN);
    }

    /** Returns the plugin of the users whose calls it is about. */
    public static CallPickupMembers<User> targetUsers() {
        return new CallPickupMembers<>(TARGET_USER, new Words("call_pickup", "targets", "user"), Users.UUID_COLUMN);
    }

    @Override
    protected void announceMore(AssociationNotifier.Builder<CallPickup, R> notifier) {
        notifier.commands(Sysconfd.reloads(RELOADS.toArray(String[]::new)));
    }

    @Override
    public void represent(Representations all) {
        if (association().equals(INTERCEPTOR_USER)) {
            all.shape(Users.USERS)
                    .part(
                            "call_pickup_target_users",
                            all.found(
                                    Users.USERS,
                                    all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                                    CallPickupMembers::targets));
        }
    }

    /** Returns those whose calls each user may answer, each once. */
    private static Map<Integer, List<User>> targets(Lookups lookups, Collection<User> users) {
        Map<Integer, List<CallPickup>> pickups = lookups.lefts(INTERCEPTOR_USER, users);
        Set<CallPickup> all = new LinkedHashSet<>();
        pickups.values().forEach(all::addAll);
        Map<Integer, List<User>> targets = lookups.rights(TARGET_USER, all);
        Map<Integer, List<User>> found = new HashMap<>();
        pickups.forEach((user, its) -> found.put(
                user,
                its.stream()
                        .flatMap(pickup -> targets.getOrDefault(pickup.id(), List.of()).stream())
                        .distinct()
                        .toList()));
        return found;
    }
}
