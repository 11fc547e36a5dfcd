package dev.dovetail.examples.telephony.callpickup;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;

/** Call pickups; a new one gets the number after the highest that there is. */
public final class CallPickups {
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

    private CallPickups() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(CALL_PICKUPS)
                .newKey(services -> next(services.dao(CALL_PICKUPS)))
                .event("call_pickup")
                .reload("module reload res_pjsip.so", Operation.DELETE)
                .reload("module reload chan_sccp.so", Operation.DELETE)
                .plugin()
                .rule(Rules.unique(CALL_PICKUPS, CALL_PICKUPS.uniques().get(1)));
    }

    private static int next(Dao<CallPickup, Integer> dao) {
        int highest = 0;
        for (int now = highest(dao); now != highest; now = highest(dao)) {
            highest = now;
            dao.lock(now); // another creation may have held it to come after it
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
}
