package dev.dovetail.examples.telephony.callpickup;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.ObjectPart;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Call pickups; a new one gets the number after the highest that there is. */
public final class CallPickups implements TelephonyPlugin<CallPickup, Integer> {
    public static final Resource<CallPickup, Integer> CALL_PICKUPS = Resource.of(CallPickup.class, CallPickup::id)
            .collection("callpickups")
            .readOnly(CallPickup::id)
            .tenant(CallPickup::tenantUuid)
            .unique(CallPickup::name)
            .defaultValue(CallPickup::enabled, true)
            .search(CallPickup::name, CallPickup::description)
            .filterAndSort(CallPickup::id, CallPickup::name, CallPickup::description, CallPickup::enabled)
            .defaultSort(CallPickup::name)
            .build();

    @Override
    public Resource<CallPickup, Integer> resource() {
        return CALL_PICKUPS;
    }

    @Override
    public Preparation<CallPickup> computes(Services services) {
        return (call, before, draft) -> before != null || draft.id() != 0
                ? draft
                : Edit.of(CALL_PICKUPS)
                        .set(CALL_PICKUPS.key(), next(services.dao(CALL_PICKUPS)))
                        .applyTo(draft);
    }

    private static int next(Dao<CallPickup, Integer> dao) {
        int highest = highest(dao);
        while (highest > 0) {
            dao.lock(highest); // another creation may have held it to come after it
            int now = highest(dao);
            if (now == highest) {
                break;
            }
            highest = now;
        }
        return highest + 1;
    }

    private static int highest(Dao<CallPickup, Integer> dao) {
        return dao
                .search(Search.<CallPickup>all()
                        .by(Order.descending(CALL_PICKUPS.key()))
                        .limit(1))
                .items()
                .stream()
                .mapToInt(CallPickup::id)
                .findFirst()
                .orElse(0);
    }

    @Override
    public ValidationGroup<CallPickup> validation(Services services) {
        return ValidationGroup.<CallPickup>builder()
                .common(Rules.unique(
                        services.dao(CALL_PICKUPS), CALL_PICKUPS.uniques().get(1)))
                .build();
    }

    @Override
    public Notifier<Change<CallPickup>> notifier(Services services) {
        Notifier.Builder<CallPickup> notifier = BusEvents.byId("call_pickup", CallPickup::tenantUuid, CallPickup::id);
        CallPickupMembers.RELOADS.forEach(command -> notifier.command(Sysconfd.reload(command), Operation.DELETE));
        return notifier.build();
    }

    @Override
    public void represent(Representations all) {
        TelephonyPlugin.super.represent(all);
        all.shape(Users.USERS)
                .part(
                        "call_pickup_target_users",
                        all.found(
                                Users.USERS,
                                all.only(Users.USERS, "uuid", "firstname", "lastname", "links"),
                                CallPickupTargets::of));
    }

    @Override
    public void shape(Representation.Builder<CallPickup> shape, Representations all) {
        shape.part(
                        "interceptors",
                        members(CallPickupMembers.INTERCEPTOR_GROUP, CallPickupMembers.INTERCEPTOR_USER, all))
                .part("targets", members(CallPickupMembers.TARGET_GROUP, CallPickupMembers.TARGET_USER, all));
    }

    private static ObjectPart<CallPickup> members(
            Association<CallPickup, Integer, Group, Integer> groups,
            Association<CallPickup, Integer, User, Integer> users,
            Representations all) {
        return ObjectPart.<CallPickup>empty()
                .with("groups", all.rights(groups, all.only(Groups.GROUPS, "id", "name")))
                .with("users", all.rights(users, all.only(Users.USERS, "uuid", "firstname", "lastname")));
    }
}
