package dev.dovetail.examples.telephony.conference;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import java.util.Map;

/** Conferences. */
public final class Conferences {
    public static final Resource<Conference, Integer> CONFERENCES = Resource.of(Conference.class, Conference::id)
            .generatedKey()
            .tenant(Conference::tenantUuid)
            .defaultValue(Conference::maxUsers, 50)
            .defaultValues(
                    false,
                    Conference::record_,
                    Conference::quietJoinLeave,
                    Conference::announceJoinLeave,
                    Conference::announceUserCount)
            .defaultValue(Conference::announceOnlyUser, true)
            .searchFilterAndSort(Conference::id, Conference::name, Conference::preprocessSubroutine)
            .defaultSort(Conference::name)
            .build();
    private static final DestinationType<Conference, Integer> DESTINATION =
            DestinationType.of(CONFERENCES).showing("conference_name", CONFERENCES.column(Conference::name));
    public static final IncallTargets<Conference, Integer> INCALLS = IncallTargets.of(DESTINATION);

    private Conferences() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(CONFERENCES)
                .event(
                        "conference",
                        conference -> Map.of("id", conference.id()),
                        conference -> Map.of("conference_id", conference.id()))
                .reload("module reload app_confbridge.so")
                .lenientBooleans()
                .plugin()
                .rule(MusicOnHold.known(CONFERENCES, Conference::musicOnHold))
                .with(DESTINATION);
    }
}
