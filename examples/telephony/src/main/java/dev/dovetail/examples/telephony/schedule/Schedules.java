package dev.dovetail.examples.telephony.schedule;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.user.UserDestinations;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Schedules. */
public final class Schedules {
    public static final Resource<Schedule, Integer> SCHEDULES = Resource.of(Schedule.class, Schedule::id)
            .generatedKey()
            .tenant(Schedule::tenantUuid)
            .defaultValue(Schedule::openPeriods, List.of())
            .defaultValue(Schedule::exceptionalPeriods, List.of())
            .defaultValue(Schedule::enabled, true)
            .searchFilterAndSort(Schedule::id, Schedule::name, Schedule::timezone)
            .defaultSort(Schedule::name)
            .build();

    /** The word that errors tell a user by who is not there. */
    private static final String USER = "fallback_actionid";

    private Schedules() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(SCHEDULES)
                .event("schedule")
                .lenientBooleans()
                .shape((shape, all) -> shape(shape, Destinations.of(all.services())))
                .plugin()
                .rule(Schedules::checkUser);
    }

    private static void shape(Representation.Builder<Schedule> shape, Destinations destinations) {
        shape.part("closed_destination", destinations.part(Schedule::closedDestination))
                .part(
                        "exceptional_periods",
                        destinations
                                .parts(Schedule::exceptionalPeriods, ExceptionalPeriod::destination, Schedules::write)
                                .as(Schema.listOf(period(destinations.schema()))));
    }

    /** Nothing but a user is looked for: clients store schedules before what they lead to. */
    private static void checkUser(Services services, Change<Schedule> change, Violations violations) {
        Destination closed = change.value().closedDestination();
        if (UserDestinations.TYPE.key(closed).isPresent()) {
            Destinations.of(services).check(closed, USER, violations);
        }
    }

    private static Schema period(Schema destination) {
        Schema numbers = Schema.listOf(Schema.integer());
        return Schema.object()
                .field("hours_start", Schema.string())
                .field("hours_end", Schema.string())
                .field("week_days", numbers)
                .field("month_days", numbers)
                .field("months", numbers)
                .field("destination", destination);
    }

    private static void write(ExceptionalPeriod period, JsonGenerator out) {
        out.writeStringProperty("hours_start", period.hoursStart());
        out.writeStringProperty("hours_end", period.hoursEnd());
        write("week_days", Hours.orAll(period.weekDays(), 7), out);
        write("month_days", Hours.orAll(period.monthDays(), 31), out);
        write("months", Hours.orAll(period.months(), 12), out);
    }

    private static void write(String name, List<Integer> numbers, JsonGenerator out) {
        out.writeArrayPropertyStart(name);
        numbers.forEach(out::writeNumber);
        out.writeEndArray();
    }
}
