package dev.dovetail.examples.telephony.queueschedule;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.queue.Queue;
import dev.dovetail.examples.telephony.queue.Queues;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.ScheduleLinks;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;

/** The schedule of a queue. */
public final class QueueSchedules extends ScheduleLinks<Queue> {
    public static final Association<Queue, Integer, Schedule, Integer> QUEUE_SCHEDULE =
            one(Queues.QUEUES, "queue_schedule");

    private record Data(int queueId, int scheduleId) {}

    public QueueSchedules() {
        super(QUEUE_SCHEDULE);
    }

    @Override
    protected Object data(Link<Queue, Schedule> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected Event scope(Queue queue, Event event) {
        return BusScope.tenant(queue.tenantUuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "label", "links"};
    }
}
