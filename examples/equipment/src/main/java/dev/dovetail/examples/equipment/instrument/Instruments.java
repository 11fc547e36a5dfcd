package dev.dovetail.examples.equipment.instrument;

import dev.dovetail.examples.equipment.room.Rooms;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.ReferentialAction;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Instruments; what stands in a room that goes stands nowhere. */
public final class Instruments {
    public static final Resource<Instrument, Long> INSTRUMENTS = Resource.of(Instrument.class, Instrument::id)
            .generatedKey()
            .tenant(Instrument::tenant)
            .version(Instrument::version)
            .unique(Instrument::tenant, Instrument::inventoryNumber)
            .defaultValue(Instrument::tags, List.of())
            .defaultValue(Instrument::state, Instrument.State.WORKING)
            .references(Instrument::roomId, Rooms.ROOMS, ReferentialAction.SET_NULL)
            .secret(Instrument::secret)
            .search(Instrument::inventoryNumber, Instrument::name)
            .filter(
                    Instrument::id,
                    Instrument::tenant,
                    Instrument::inventoryNumber,
                    Instrument::name,
                    Instrument::price,
                    Instrument::weight,
                    Instrument::bought,
                    Instrument::calibratedAt,
                    Instrument::interval,
                    Instrument::state,
                    Instrument::roomId,
                    Instrument::version)
            .sort(
                    Instrument::id,
                    Instrument::inventoryNumber,
                    Instrument::name,
                    Instrument::price,
                    Instrument::weight,
                    Instrument::bought,
                    Instrument::calibratedAt,
                    Instrument::interval,
                    Instrument::state,
                    Instrument::roomId,
                    Instrument::version)
            .build();

    private Instruments() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(INSTRUMENTS).announcesChanges();
    }
}
