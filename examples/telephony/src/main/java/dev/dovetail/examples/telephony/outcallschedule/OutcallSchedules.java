package dev.dovetail.examples.telephony.outcallschedule;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.outcall.Outcall;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.ScheduleLinks;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;

/** The schedule of outgoing calls. */
public final class OutcallSchedules extends ScheduleLinks<Outcall> {
    public static final Association<Outcall, Integer, Schedule, Integer> OUTCALL_SCHEDULE =
            one(Outcalls.OUTCALLS, "outcall_schedule");

    private record Data(int outcallId, int scheduleId) {}

    public OutcallSchedules() {
        super(OUTCALL_SCHEDULE);
    }

    @Override
    protected Object data(Link<Outcall, Schedule> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected Event scope(Outcall outcall, Event event) {
        return BusScope.tenant(outcall.tenantUuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "links"};
    }

    @Override
    protected String[] scheduleShown() {
        return new String[] {"tenant_uuid", "id", "name", "links"};
    }
}
