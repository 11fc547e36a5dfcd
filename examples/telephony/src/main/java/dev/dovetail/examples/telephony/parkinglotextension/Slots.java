package dev.dovetail.examples.telephony.parkinglotextension;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.context.Contexts;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.parkinglot.ParkingLot;
import dev.dovetail.examples.telephony.parkinglot.ParkingLots;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The slots of the parking lots of one context: numbers that nothing else may have. Rules use it within a unit of work.
 */
final class Slots {
    private final Services services;
    private final String context;

    Slots(Services services, String context) {
        this.services = services;
        this.context = context;
    }

    private List<ParkingLot> lots() {
        return services.dao(ParkingLots.PARKING_LOTS)
                .search(Search.where(Criterion.equal(ParkingLotExtensions.CONTEXT, context))
                        .by(Order.ascending(ParkingLots.PARKING_LOTS.key())))
                .items();
    }

    /** Requires that an extension is none of the slots. */
    void checkOutside(Extension extension, Violations violations) {
        lots().stream()
                .filter(lot -> lot.hasSlot(extension.exten()))
                .findFirst()
                .ifPresent(lot -> violations.add(Errors.alreadyExists(
                        ParkingLots.PARKING_LOTS.name(),
                        Details.of("id", lot.id(), "slots_start", lot.slotsStart(), "slots_end", lot.slotsEnd()))));
    }

    /** Requires that no extension and no other lot has any of the slots of a lot; no extension comes meanwhile. */
    void checkFree(ParkingLot lot, Violations violations) {
        var contexts = services.dao(Contexts.CONTEXTS);
        contexts.findBy(Criterion.equal(Contexts.NAME, context)).ifPresent(found -> contexts.lock(found.id()));
        firstWithin(lot)
                .ifPresent(extension -> violations.add(Errors.alreadyExists(
                        Extensions.EXTENSIONS.name(),
                        Details.of("id", extension.id(), "exten", extension.exten(), "context", context))));
        if (violations.isEmpty()) {
            lots().stream()
                    .filter(other -> other.id() != lot.id())
                    .forEach(other -> checkApart(lot, other, violations));
        }
    }

    private void checkApart(ParkingLot lot, ParkingLot other, Violations violations) {
        if (violations.isEmpty()) {
            overlap(lot, other)
                    .ifPresent(bound -> violations.add(TelephonyErrors.extensionConflict(
                            Extensions.EXTENSIONS.name(),
                            Details.of("exten", bound, "context", context, "parking_lot_id", other.id()))));
        }
    }

    private static Optional<String> overlap(ParkingLot lot, ParkingLot other) {
        Stream<String> own = Stream.of(lot.slotsStart(), lot.slotsEnd()).filter(other::hasSlot);
        Stream<String> others = Stream.of(other.slotsStart(), other.slotsEnd()).filter(lot::hasSlot);
        return Stream.concat(own, others).findFirst();
    }

    private Optional<Extension> firstWithin(ParkingLot lot) {
        Criterion<Extension> within = Criterion.either(byLength(lot));
        return services
                .dao(Extensions.EXTENSIONS)
                .search(Search.where(
                                Criterion.equal(Extensions.CONTEXT, context).and(within))
                        .by(Order.ascending(Extensions.EXTENSIONS.key())))
                .items()
                .stream()
                .filter(extension -> lot.hasSlot(extension.exten()))
                .findFirst();
    }

    /** Numbers of one length are ordered as their texts are, so that the store can look for them. */
    private static List<Criterion<Extension>> byLength(ParkingLot lot) {
        String first = new BigInteger(lot.slotsStart()).toString();
        String last = new BigInteger(lot.slotsEnd()).toString();
        List<Criterion<Extension>> all = new ArrayList<>();
        for (int length = first.length(); length <= last.length(); length++) {
            String from = length == first.length() ? first : "1" + "0".repeat(length - 1);
            String to = length == last.length() ? last : "9".repeat(length);
            all.add(Criterion.between(Extensions.EXTEN, from, to));
        }
        return all;
    }
}
