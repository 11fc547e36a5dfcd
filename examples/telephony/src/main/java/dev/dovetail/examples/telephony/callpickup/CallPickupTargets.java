package dev.dovetail.examples.telephony.callpickup;

import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.groupmember.GroupMemberUsers;
import dev.dovetail.examples.telephony.user.User;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Finds whose calls users may answer; both sides may be in a call pickup directly or by a group. */
final class CallPickupTargets {
    private CallPickupTargets() {}

    /** Returns those whose calls each user may answer, each once, by the id of the user. */
    static Map<Integer, List<User>> of(Lookups lookups, Collection<User> users) {
        Map<Integer, Set<CallPickup>> pickups = joined(
                users,
                User::id,
                lookups.lefts(CallPickupMembers.INTERCEPTOR_USER, users),
                lookups.lefts(GroupMemberUsers.GROUP_MEMBER_USER, users),
                groups -> lookups.lefts(CallPickupMembers.INTERCEPTOR_GROUP, groups));
        Set<CallPickup> all = all(pickups.values());
        Map<Integer, Set<User>> targets = joined(
                all,
                CallPickup::id,
                lookups.rights(CallPickupMembers.TARGET_USER, all),
                lookups.rights(CallPickupMembers.TARGET_GROUP, all),
                groups -> lookups.rights(GroupMemberUsers.GROUP_MEMBER_USER, groups));
        Map<Integer, List<User>> found = new HashMap<>();
        pickups.forEach((user, its) -> found.put(
                user,
                its.stream()
                        .flatMap(pickup -> targets.getOrDefault(pickup.id(), Set.of()).stream())
                        .distinct()
                        .toList()));
        return found;
    }

    /** Returns what each object has directly and then by its groups, by the id of the object. */
    private static <T, M> Map<Integer, Set<M>> joined(
            Collection<T> objects,
            ToIntFunction<T> id,
            Map<Integer, List<M>> direct,
            Map<Integer, List<Group>> groups,
            Function<Set<Group>, Map<Integer, List<M>>> find) {
        Map<Integer, List<M>> byGroup = find.apply(all(groups.values()));
        Map<Integer, Set<M>> joined = new HashMap<>();
        for (T object : objects) {
            int key = id.applyAsInt(object);
            Set<M> its = new LinkedHashSet<>(direct.getOrDefault(key, List.of()));
            groups.getOrDefault(key, List.of())
                    .forEach(group -> its.addAll(byGroup.getOrDefault(group.id(), List.of())));
            joined.put(key, its);
        }
        return joined;
    }

    private static <E> Set<E> all(Collection<? extends Collection<E>> lists) {
        Set<E> all = new LinkedHashSet<>();
        lists.forEach(all::addAll);
        return all;
    }
}
