package dev.dovetail.examples.telephony.incallextension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.incall.Incall;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;

/** The extension of an incoming call. */
public final class IncallExtensions extends ExtensionLinks<Incall> {
    public static final Association<Incall, Integer, Extension, Integer> INCALL_EXTENSION =
            ExtensionUse.one(Incalls.INCALLS, "incall_extension");
    public static final ExtensionUse<Incall> USE =
            new ExtensionUse<>("incall", INCALL_EXTENSION, Context.Type.INCALL, Ranges.INCALL);

    private record Data(int incallId, int extensionId) {}

    public IncallExtensions() {
        super(USE);
    }

    @Override
    protected Object data(Link<Incall, Extension> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "links"};
    }

    @Override
    protected Object told(int id) {
        return String.valueOf(id);
    }
}
