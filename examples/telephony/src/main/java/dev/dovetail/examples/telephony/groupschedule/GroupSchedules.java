package dev.dovetail.examples.telephony.groupschedule;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.ScheduleLinks;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import java.util.Map;
import java.util.UUID;

/** The schedule of a group. */
public final class GroupSchedules extends ScheduleLinks<Group> {
    public static final Association<Group, Integer, Schedule, Integer> GROUP_SCHEDULE =
            one(Groups.GROUPS, "group_schedule");

    private record Data(int groupId, UUID groupUuid, int scheduleId) {}

    public GroupSchedules() {
        super(GROUP_SCHEDULE);
    }

    @Override
    protected Object data(Link<Group, Schedule> link) {
        return new Data(link.left().id(), link.left().uuid(), link.right().id());
    }

    @Override
    protected Event scope(Group group, Event event) {
        return BusScope.tenant(group.tenantUuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "uuid", "name", "links"};
    }

    @Override
    protected Map<String, Object> told(Group group) {
        return Map.of("group_uuid", group.uuid());
    }
}
