package dev.dovetail.examples.telephony.outcallextension;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.common.Stored;
import dev.dovetail.examples.telephony.context.Context;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.ExtensionUse;
import dev.dovetail.examples.telephony.extension.ExtensionUses;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.outcall.Outcall;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.List;

/** The numbers that go out by an outgoing call; each by one at most. */
public final class OutcallExtensions
        implements LegacyAssociationPlugin<Outcall, Integer, Extension, Integer>, HttpPlugin {
    private static final Attributes<Dialling> DIALLING =
            Attributes.of(Dialling.class, new Dialling(null, null, null, null));
    public static final Association<Outcall, Integer, Extension, Integer> OUTCALL_EXTENSION = Association.between(
                    Outcalls.OUTCALLS, Extensions.EXTENSIONS)
            .oneLeft()
            .onDeleteLeft(OnDelete.UNLINK)
            .attributes(DIALLING)
            .build();
    public static final ExtensionUse<Outcall> USE =
            new ExtensionUse<>("outcall", OUTCALL_EXTENSION, Context.Type.OUTCALL, null, DialPattern::idOf);

    /** Returns the plugin that knows the ids of the links. */
    public static Plugin patterns() {
        return new Stored<>(DialPattern.DIAL_PATTERNS);
    }

    private record Data(int outcallId, int extensionId) {}

    @Override
    public Association<Outcall, Integer, Extension, Integer> association() {
        return OUTCALL_EXTENSION;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), USE);
    }

    @Override
    public AssociationValidationGroup<Outcall, Extension> validation(Services services) {
        return AssociationValidationGroup.<Outcall, Extension>builder()
                .stopAtFirst()
                .association(SameTenant.rightFirst(OUTCALL_EXTENSION, "outcall", "extension"))
                // another outgoing call counts as well
                .association((link, violations) -> ExtensionUses.takenBesides(
                                LineExtensions.LINE_EXTENSION, services, link.right())
                        .ifPresent(violations::add))
                .association((link, violations) -> ExtensionUses.suits(USE, services, link.right(), violations))
                .build();
    }

    @Override
    public AssociationNotifier<Outcall, Extension> notifier(Services services) {
        return BusEvents.<Outcall, Extension>ofLinks(
                        OUTCALL_EXTENSION.name(),
                        (link, event) -> BusScope.tenant(link.left().tenantUuid(), event),
                        link -> new Data(link.left().id(), link.right().id()))
                .command(Sysconfd.reload("dialplan reload"))
                .silentlyChanged()
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Outcalls.OUTCALLS)
                .part(
                        "extensions",
                        all.rights(
                                OUTCALL_EXTENSION,
                                all.only(Extensions.EXTENSIONS, "id", "exten", "context", "links"),
                                DIALLING));
        all.shape(Extensions.EXTENSIONS)
                .part("outcall", all.lefts(OUTCALL_EXTENSION, all.only(Outcalls.OUTCALLS, "id", "name", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(OUTCALL_EXTENSION)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
