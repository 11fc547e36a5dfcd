package dev.dovetail.examples.telephony.parkinglot;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.math.BigInteger;
import tools.jackson.databind.node.ObjectNode;

/** Parking lots. */
public final class ParkingLots {
    public static final Resource<ParkingLot, Integer> PARKING_LOTS = Resource.of(ParkingLot.class, ParkingLot::id)
            .collection("parkinglots")
            .generatedKey()
            .tenant(ParkingLot::tenantUuid)
            .defaultValue(ParkingLot::timeout, 45)
            .defaultValue(ParkingLot::musicOnHold, "default")
            .search(ParkingLot::name, ParkingLot::slotsStart, ParkingLot::slotsEnd, ParkingLot::timeout)
            .filterAndSort(
                    ParkingLot::id, ParkingLot::name, ParkingLot::slotsStart, ParkingLot::slotsEnd, ParkingLot::timeout)
            .defaultSort(ParkingLot::name)
            .build();

    private ParkingLots() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(PARKING_LOTS)
                .event("parking_lot")
                .reload("module reload res_parking.so")
                .shape(shape -> shape.after((body, creating, violations) -> checkRange(body, violations)))
                .plugin()
                .stopAtFirst()
                .rule(Rules.contributed())
                .rule(MusicOnHold.known(PARKING_LOTS, ParkingLot::musicOnHold));
    }

    private static void checkRange(ObjectNode body, Violations violations) {
        if (body.path("slots_start").isString()
                && body.path("slots_end").isString()
                && number(body, "slots_start").compareTo(number(body, "slots_end")) > 0) {
            violations.add(
                    TelephonyErrors.schema(PARKING_LOTS.name(), Path.whole(), "range", "It is not a valid range"));
        }
    }

    private static BigInteger number(ObjectNode body, String field) {
        return new BigInteger(body.get(field).stringValue());
    }
}
