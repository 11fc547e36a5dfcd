package dev.dovetail.examples.equipment.booking;

import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.UUID;

/** Describes bookings. */
public final class Bookings {
    public static final Resource<Booking, Long> BOOKINGS = Resource.of(Booking.class, Booking::id)
            .generatedKey()
            .tenant(Booking::tenant)
            .version(Booking::version)
            .unique(Booking::instrumentId, Booking::from)
            .search(Booking::purpose)
            .build();
    public static final Column<Booking, Long> INSTRUMENT_ID = BOOKINGS.column(Booking::instrumentId);
    public static final Column<Booking, UUID> PERSON_ID = BOOKINGS.column(Booking::personId);

    private Bookings() {}
}
