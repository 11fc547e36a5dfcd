package dev.dovetail.examples.equipment.instrument;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Describes instruments. */
public final class Instruments {
    public static final Resource<Instrument, Long> INSTRUMENTS = Resource.of(Instrument.class, Instrument::id)
            .generatedKey()
            .tenant(Instrument::tenant)
            .version(Instrument::version)
            .unique(Instrument::tenant, Instrument::inventoryNumber)
            .defaultValue(Instrument::tags, List.of())
            .defaultValue(Instrument::state, Instrument.State.WORKING)
            .search(Instrument::inventoryNumber, Instrument::name)
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
    public static final Column<Instrument, Integer> ROOM_ID = INSTRUMENTS.column(Instrument::roomId);

    private Instruments() {}
}
