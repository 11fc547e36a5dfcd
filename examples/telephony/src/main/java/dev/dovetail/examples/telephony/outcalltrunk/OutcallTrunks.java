package dev.dovetail.examples.telephony.outcalltrunk;

import dev.dovetail.examples.telephony.common.TelephonyList;
import dev.dovetail.examples.telephony.outcall.Outcall;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.trunk.Trunk;
import dev.dovetail.examples.telephony.trunk.Trunks;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;

/** The trunks that an outgoing call tries, one after the other. */
public final class OutcallTrunks {
    public static final Association<Outcall, Integer, Trunk, Integer> OUTCALL_TRUNK = Association.between(
                    Outcalls.OUTCALLS, Trunks.TRUNKS)
            .ordered()
            .onDelete(OnDelete.UNLINK)
            .build();

    private OutcallTrunks() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyList.of(OUTCALL_TRUNK)
                .leftShows("trunks", "tenant_uuid", "id", "endpoint_sip", "endpoint_custom", "links")
                .rightShows("outcalls", "id", "name", "links")
                .noRepeats("Outcall", "Cannot associate same trunk more than once")
                .plugin();
    }
}
