package dev.dovetail.examples.telephony.user;

import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.incall.Incall;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;

/** Calls that are sent to a user. */
public final class UserDestinations {
    public static final DestinationType<User, Integer> TYPE = DestinationType.of(
                    Users.USERS, Field.RING_TIME, Field.uuid("moh_uuid").nullable())
            .requiring((services, destination, violations) ->
                    MusicOnHold.require(services, destination.values().get("moh_uuid"), violations))
            .showing("user_firstname", Users.FIRSTNAME)
            .showing("user_lastname", Users.LASTNAME);
    public static final IncallTargets<User, Integer> INCALLS = IncallTargets.of(TYPE);

    private static final Derived<Incall, Integer> USER = Derived.found(
            "userId",
            Integer.class,
            () -> Derivation.right(UserDestinations.INCALLS.association(), Derivation.of(Users.USERS.key())));

    private UserDestinations() {}

    /** Returns the part of incalls that tells which user they lead to. */
    static Plugin ofIncalls() {
        return ResourcePlugin.extending(Incalls.INCALLS).derived(USER, DerivedUse.FILTER, DerivedUse.SORT);
    }
}
