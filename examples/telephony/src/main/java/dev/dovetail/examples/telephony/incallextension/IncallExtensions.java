package dev.dovetail.examples.telephony.incallextension;

import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.context.Ranges;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionLinks;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.incall.Incall;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.operation.Link;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import java.util.List;

/** The extension of an incoming call. */
public final class IncallExtensions extends ExtensionLinks<Incall> {
    public static final Association<Incall, Integer, Extension, Integer> INCALL_EXTENSION =
            ExtensionUse.one(Incalls.INCALLS, "incall_extension");
    public static final ExtensionUse<Incall> USE =
            new ExtensionUse<>("incall", INCALL_EXTENSION, Context.Type.INCALL, Ranges.INCALL);

    private static final Derived<Incall, String> EXTEN =
            Derived.foundAscii("exten", () -> Derivation.right(INCALL_EXTENSION, Derivation.of(Extensions.EXTEN)));

    private record Data(int incallId, int extensionId) {}

    public IncallExtensions() {
        super(USE);
    }

    @Override
    public List<Plugin> parts() {
        return with(ResourcePlugin.extending(Incalls.INCALLS)
                .derived(EXTEN, DerivedUse.SEARCH, DerivedUse.FILTER, DerivedUse.SORT, DerivedUse.DEFAULT_SORT));
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
