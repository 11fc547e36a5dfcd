package dev.dovetail.examples.telephony.incallschedule;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.incall.Incall;
import dev.dovetail.examples.telephony.incall.Incalls;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.ScheduleLinks;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;

/** The schedule of an incoming call. */
public final class IncallSchedules extends ScheduleLinks<Incall> {
    public static final Association<Incall, Integer, Schedule, Integer> INCALL_SCHEDULE =
            one(Incalls.INCALLS, "incall_schedule");

    private record Data(int incallId, int scheduleId) {}

    public IncallSchedules() {
        super(INCALL_SCHEDULE);
    }

    @Override
    protected Object data(Link<Incall, Schedule> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected Event scope(Incall incall, Event event) {
        return BusScope.tenant(incall.tenantUuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "links"};
    }
}
