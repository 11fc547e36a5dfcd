package dev.dovetail.examples.telephony.conference;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Conferences. */
public final class Conferences implements TelephonyPlugin<Conference, Integer> {
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
    private static final Column<Conference, UUID> TENANT = CONFERENCES.column(Conference::tenantUuid);

    private record Data(int id) {}

    @Override
    public Resource<Conference, Integer> resource() {
        return CONFERENCES;
    }

    @Override
    public ValidationGroup<Conference> validation(Services services) {
        return ValidationGroup.<Conference>builder()
                .common(MusicOnHold.known(services, CONFERENCES.column(Conference::musicOnHold), TENANT))
                .build();
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), DESTINATION);
    }

    @Override
    public Notifier<Change<Conference>> notifier(Services services) {
        return BusEvents.<Conference>ofTenant(
                        "conference",
                        Conference::tenantUuid,
                        conference -> new Data(conference.id()),
                        conference -> Map.of("conference_id", conference.id()))
                .command(Sysconfd.reload("module reload app_confbridge.so"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Conference> shape, Representations all) {
        shape.reader(Conference::record_, Loose::bool)
                .reader(Conference::quietJoinLeave, Loose::bool)
                .reader(Conference::announceJoinLeave, Loose::bool)
                .reader(Conference::announceUserCount, Loose::bool)
                .reader(Conference::announceOnlyUser, Loose::bool)
                .part("extensions", Part.emptyList())
                .part("incalls", Part.emptyList());
    }
}
