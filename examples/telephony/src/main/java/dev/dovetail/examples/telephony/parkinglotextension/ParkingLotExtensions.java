package dev.dovetail.examples.telephony.parkinglotextension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.parkinglot.ParkingLot;
import dev.dovetail.examples.telephony.parkinglot.ParkingLots;
import dev.dovetail.examples.telephony.parkinglot.Slots;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;

/** The extension of a parking lot. */
public final class ParkingLotExtensions extends ExtensionLinks<ParkingLot> {
    public static final Association<ParkingLot, Integer, Extension, Integer> PARKING_LOT_EXTENSION =
            ExtensionUse.one(ParkingLots.PARKING_LOTS, "parking_lot_extension");
    public static final ExtensionUse<ParkingLot> USE =
            new ExtensionUse<>("parking", PARKING_LOT_EXTENSION, Context.Type.INTERNAL, null);

    private record Data(int parkingLotId, int extensionId) {}

    public ParkingLotExtensions() {
        super(USE);
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
