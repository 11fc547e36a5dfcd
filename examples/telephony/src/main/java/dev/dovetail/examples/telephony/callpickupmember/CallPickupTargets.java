package dev.dovetail.examples.telephony.callpickupmember;

import dev.dovetail.dao.Lookup;
import dev.dovetail.dao.Lookups;
import dev.dovetail.examples.telephony.callpickup.CallPickup;
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

/** Finds whose calls users may answer; both sides may be in a call pickup directly or by a group. */
final class CallPickupTargets {
    private CallPickupTargets() {}

    /** Returns those whose calls each user may answer, each once, by the id of the user. */
    static Lookup<Map<Integer, List<User>>> of(Lookups lookups, Collection<User> users) {
        Lookup<Map<Integer, List<Group>>> groups = lookups.lefts(GroupMemberUsers.GROUP_MEMBER_USER, users);
        return joined(
                        lookups.lefts(CallPickupMembers.INTERCEPTOR_USER, users),
                        groups,
                        some -> lookups.lefts(CallPickupMembers.INTERCEPTOR_GROUP, some))
                .then(pickups -> targets(lookups, all(pickups.values())).map(targets -> both(pickups, targets)));
    }

    private static Lookup<Map<Integer, Set<User>>> targets(Lookups lookups, Set<CallPickup> pickups) {
        Lookup<Map<Integer, List<Group>>> groups = lookups.rights(CallPickupMembers.TARGET_GROUP, pickups);
        return joined(
                lookups.rights(CallPickupMembers.TARGET_USER, pickups),
                groups,
                some -> lookups.rights(GroupMemberUsers.GROUP_MEMBER_USER, some));
    }

    private static Map<Integer, List<User>> both(
            Map<Integer, Set<CallPickup>> pickups, Map<Integer, Set<User>> targets) {
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
    private static <M> Lookup<Map<Integer, Set<M>>> joined(
            Lookup<Map<Integer, List<M>>> direct,
            Lookup<Map<Integer, List<Group>>> groups,
            Function<Set<Group>, Lookup<Map<Integer, List<M>>>> find) {
        Lookup<Map<Integer, List<M>>> byGroup = groups.then(found -> find.apply(all(found.values())));
        return direct.then(mine -> groups.with(byGroup, (those, theirs) -> {
            Map<Integer, Set<M>> joined = new HashMap<>();
            mine.forEach((object, its) -> joined.put(object, new LinkedHashSet<>(its)));
            those.forEach((object, its) -> {
                Set<M> all = joined.computeIfAbsent(object, key -> new LinkedHashSet<>());
                its.forEach(group -> all.addAll(theirs.getOrDefault(group.id(), List.of())));
            });
            return joined;
        }));
    }

    private static <E> Set<E> all(Collection<? extends Collection<E>> lists) {
        Set<E> all = new LinkedHashSet<>();
        lists.forEach(all::addAll);
        return all;
    }
}
