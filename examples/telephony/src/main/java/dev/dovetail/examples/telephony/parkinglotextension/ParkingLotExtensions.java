package dev.dovetail.examples.telephony.parkinglotextension;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.extension.ReservedNumbers;
import dev.dovetail.examples.telephony.parkinglot.ParkingLot;
import dev.dovetail.examples.telephony.parkinglot.ParkingLots;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;

/** The extension of a parking lot. */
public final class ParkingLotExtensions extends ExtensionLinks<ParkingLot> {
    public static final Association<ParkingLot, Integer, Extension, Integer> PARKING_LOT_EXTENSION =
            ExtensionUse.one(ParkingLots.PARKING_LOTS, "parking_lot_extension");
    public static final ExtensionUse<ParkingLot> USE =
            new ExtensionUse<>("parking", PARKING_LOT_EXTENSION, Context.Type.INTERNAL, null);

    private static final Derived<ParkingLot, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(PARKING_LOT_EXTENSION, Derivation.of(Extensions.EXTEN)));

    /** The context of the extension of a parking lot. */
    static final Derived<ParkingLot, String> CONTEXT = Derived.foundAscii(
            "context", () -> Derivation.right(PARKING_LOT_EXTENSION, Derivation.of(Extensions.CONTEXT)));

    private record Data(int parkingLotId, int extensionId) {}

    public ParkingLotExtensions() {
        super(USE);
    }

    @Override
    public List<Plugin> parts() {
        return with(
                ResourcePlugin.extending(ParkingLots.PARKING_LOTS)
                        .derived(EXTEN)
                        .derived(CONTEXT)
                        .rule(ParkingLotExtensions::keepsFreeSlots, Operation.EDIT),
                new ReservedNumbers(
                        "slots",
                        (services, extension, violations) ->
                                new Slots(services, extension.context()).checkOutside(extension, violations)));
    }

    private static void keepsFreeSlots(Services services, Change<ParkingLot> change, Violations violations) {
        USE.extension(services, change.value())
                .ifPresent(extension -> new Slots(services, extension.context()).checkFree(change.value(), violations));
    }

    @Override
    protected Object data(Link<ParkingLot, Extension> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "links"};
    }

    @Override
    protected String reload() {
        return "module reload res_parking.so";
    }

    @Override
    protected void rules(AssociationValidationGroup.Builder<ParkingLot, Extension> rules, Services services) {
        rules.association((link, violations) -> {
                    if (link.right().isPattern()) {
                        violations.add(
                                TelephonyErrors.invalidExtenPattern(link.right().exten()));
                    }
                })
                .association((link, violations) ->
                        new Slots(services, link.right().context()).checkFree(link.left(), violations));
    }
}
