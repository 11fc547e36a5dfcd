package dev.dovetail.examples.equipment.booking;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.equipment.instrument.Instrument;
import dev.dovetail.examples.equipment.instrument.Instruments;
import dev.dovetail.examples.equipment.person.People;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.ReferentialAction;
import dev.dovetail.resource.Resource;
import java.time.Instant;
import java.util.Optional;

/** Bookings; an instrument that is booked stays, and what a person has booked goes with the person. */
public final class Bookings {
    public static final Resource<Booking, Long> BOOKINGS = Resource.of(Booking.class, Booking::id)
            .generatedKey()
            .tenant(Booking::tenant)
            .version(Booking::version)
            .unique(Booking::instrumentId, Booking::from)
            .references(Booking::instrumentId, Instruments.INSTRUMENTS)
            .references(Booking::personId, People.PEOPLE, ReferentialAction.CASCADE)
            .search(Booking::purpose)
            .build();

    private static final Column<Booking, String> TENANT = BOOKINGS.column(Booking::tenant);
    private static final Column<Booking, Long> INSTRUMENT_ID = BOOKINGS.column(Booking::instrumentId);
    private static final Column<Booking, Instant> FROM = BOOKINGS.column(Booking::from);
    private static final Column<Booking, Instant> UNTIL = BOOKINGS.column(Booking::until);

    private Bookings() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(BOOKINGS)
                .prepare(Bookings::inTenantOfInstrument)
                .rule(Bookings::endsAfterItBegins)
                .rule(Bookings::takesFreeTime)
                .announcesChanges();
    }

    /** Holds the instrument meanwhile, so that two bookings of it are checked one after the other. */
    private static Booking inTenantOfInstrument(Services services, Change<Booking> change) {
        Optional<Instrument> instrument =
                services.dao(Instruments.INSTRUMENTS).lock(change.value().instrumentId());
        return instrument
                .filter(seen -> change.call().scope().sees(seen.tenant()))
                .map(seen -> Edit.of(BOOKINGS).set(TENANT, seen.tenant()).applyTo(change.value()))
                .orElse(change.value());
    }

    private static void endsAfterItBegins(Change<Booking> change, Violations violations) {
        Booking booking = change.value();
        if (!booking.until().isAfter(booking.from())) {
            violations.add(Errors.invalid(
                    BOOKINGS.name(),
                    Path.of("until"),
                    "after",
                    Details.of("from", booking.from()),
                    "not after 'from' (expected: later)"));
        }
    }

    private static void takesFreeTime(Services services, Change<Booking> change, Violations violations) {
        Booking booking = change.value();
        Criterion<Booking> overlapping = Criterion.equal(INSTRUMENT_ID, booking.instrumentId())
                .and(Criterion.lessThan(FROM, booking.until()))
                .and(Criterion.greaterThan(UNTIL, booking.from()));
        services.dao(BOOKINGS).search(Search.where(overlapping).limit(2)).items().stream()
                .filter(other -> change.before()
                        .filter(before -> before.id() == other.id())
                        .isEmpty())
                .findFirst()
                .ifPresent(other -> violations.add(Errors.notPermitted(
                        BOOKINGS.name(),
                        "The instrument is booked at that time.",
                        Details.of("from", other.from(), "until", other.until()))));
    }
}
