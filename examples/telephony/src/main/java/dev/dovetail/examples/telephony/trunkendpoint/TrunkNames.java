package dev.dovetail.examples.telephony.trunkendpoint;

import dev.dovetail.examples.telephony.customendpoint.CustomEndpoints;
import dev.dovetail.examples.telephony.endpoint.EndpointRef;
import dev.dovetail.examples.telephony.iaxendpoint.IaxEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.notification.Announcements;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;

/** What trunks are by their endpoints: each is named after its own, and the daemon that serves it reloads. */
final class TrunkNames {
    private static final Derived<Trunk, String> NAME = Derived.foundAscii(
            "name",
            () -> Derivation.firstOf(
                    Derivation.right(TrunkEndpointSips.TRUNK_ENDPOINT_SIP, Derivation.of(SipEndpoints.NAME)),
                    Derivation.right(TrunkEndpointIaxes.TRUNK_ENDPOINT_IAX, Derivation.of(IaxEndpoints.NAME)),
                    Derivation.right(
                            TrunkEndpointCustoms.TRUNK_ENDPOINT_CUSTOM, Derivation.of(CustomEndpoints.INTERFACE))));
    private static final Derived<Trunk, String> LABEL = Derived.found(
            "label",
            String.class,
            () -> Derivation.right(TrunkEndpointSips.TRUNK_ENDPOINT_SIP, Derivation.of(SipEndpoints.LABEL)));

    private TrunkNames() {}

    /** Returns what is added to trunks. */
    static Plugin ofTrunks() {
        return ResourcePlugin.extending(Trunks.TRUNKS)
                .derived(NAME)
                .derived(LABEL)
                .announces(TrunkNames::reload);
    }

    private static void reload(Services services, Change<Trunk> change, Announcements announcements) {
        if (change.operation() == Operation.CREATE) {
            return;
        }
        String kind = TrunkEndpoints.of(services, change.value())
                .map(EndpointRef::kind)
                .orElse("");
        switch (kind) {
            case "sip" -> announcements.command(Sysconfd.reload("module reload res_pjsip.so"));
            case "iax" -> announcements.command(Sysconfd.reload("iax2 reload"));
            default -> {}
        }
    }
}
