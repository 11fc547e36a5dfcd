package dev.dovetail.examples.telephony.schedule;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.style.Loose;
import dev.dovetail.examples.telephony.user.UserDestinations;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Schedules. */
public final class Schedules implements TelephonyPlugin<Schedule, Integer> {
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

    private record Data(int id) {}

    @Override
    public Resource<Schedule, Integer> resource() {
        return SCHEDULES;
    }

    @Override
    public ValidationGroup<Schedule> validation(Services services) {
        return ValidationGroup.<Schedule>builder()
                .common((change, violations) ->
                        checkUser(Destinations.of(services), change.value().closedDestination(), violations))
                .build();
    }

    /** Nothing but a user is looked for: clients store schedules before what they lead to. */
    private static void checkUser(Destinations destinations, Destination closed, Violations violations) {
        if (UserDestinations.TYPE.key(closed).isPresent()) {
            destinations.check(closed, USER, violations);
        }
    }

    @Override
    public Notifier<Change<Schedule>> notifier(Services services) {
        return BusEvents.<Schedule>ofTenant("schedule", Schedule::tenantUuid, schedule -> new Data(schedule.id()))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Schedule> shape, Representations all) {
        Destinations destinations = Destinations.of(all.services());
        shape.reader(Schedule::enabled, Loose::bool)
                .part("closed_destination", destinations.part(Schedule::closedDestination))
                .part(
                        "exceptional_periods",
                        destinations
                                .parts(Schedule::exceptionalPeriods, ExceptionalPeriod::destination, Schedules::write)
                                .as(Schema.listOf(period(destinations.schema()))));
        for (String none : List.of("incalls", "users", "groups", "queues", "outcalls")) {
            shape.part(none, Part.emptyList());
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
