package dev.dovetail.examples.telephony.parkinglot;

import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import java.math.BigInteger;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Parking lots. */
public final class ParkingLots implements TelephonyPlugin<ParkingLot, Integer> {
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
    private static final Column<ParkingLot, UUID> TENANT = PARKING_LOTS.column(ParkingLot::tenantUuid);

    private static final Column<ParkingLot, String> MUSIC_ON_HOLD = PARKING_LOTS.column(ParkingLot::musicOnHold);

    private record Data(int id) {}

    @Override
    public Resource<ParkingLot, Integer> resource() {
        return PARKING_LOTS;
    }

    @Override
    public ResourcePlugin<ParkingLot, Integer> plugin() {
        return ResourcePlugin.of(PARKING_LOTS)
                .stopAtFirst()
                .rule(Rules.contributed())
                .rule((services, change, violations) ->
                        MusicOnHold.known(services, MUSIC_ON_HOLD, TENANT).check(change, violations))
                .prepare((services, change) -> Tenants.seen(services, PARKING_LOTS)
                        .prepare(change.call(), change.before().orElse(null), change.value()))
                .announces(
                        BusEvents.<ParkingLot>ofTenant("parking_lot", ParkingLot::tenantUuid, lot -> new Data(lot.id()))
                                .command(Sysconfd.reload("module reload res_parking.so"))
                                .build());
    }

    @Override
    public void shape(Representation.Builder<ParkingLot> shape, Representations all) {
        shape.after((body, creating, violations) -> checkRange(body, violations))
                .part("extensions", Part.emptyList());
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
