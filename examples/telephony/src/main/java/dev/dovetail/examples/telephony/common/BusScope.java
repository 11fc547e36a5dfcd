package dev.dovetail.examples.telephony.common;

import dev.dovetail.notification.Event;
import java.util.List;
import java.util.UUID;

/** Says by headers who an event on the bus is for. */
public final class BusScope {
    private BusScope() {}

    /** Returns the event for everybody in a tenant. */
    public static Event tenant(UUID tenant, Event event) {
        return event.with("tenant_uuid", tenant.toString()).with("user_uuid:*", true);
    }

    /** Returns the event for one user. */
    public static Event user(UUID tenant, UUID user, Event event) {
        return users(tenant, List.of(user), event);
    }

    /** Returns the event for some users. */
    public static Event users(UUID tenant, List<UUID> users, Event event) {
        Event scoped = event.with("tenant_uuid", tenant.toString());
        for (UUID user : users) {
            scoped = scoped.with("user_uuid:" + user, true);
        }
        return scoped;
    }
}
