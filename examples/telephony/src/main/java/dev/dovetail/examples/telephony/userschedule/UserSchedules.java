package dev.dovetail.examples.telephony.userschedule;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.schedule.Schedule;
import dev.dovetail.examples.telephony.schedule.ScheduleLinks;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import java.util.UUID;

/** The schedule of a user. */
public final class UserSchedules extends ScheduleLinks<User> {
    public static final Association<User, Integer, Schedule, Integer> USER_SCHEDULE = one(Users.USERS, "user_schedule");

    private record Data(UUID userUuid, int scheduleId) {}

    public UserSchedules() {
        super(USER_SCHEDULE);
    }

    @Override
    protected Object data(Link<User, Schedule> link) {
        return new Data(link.left().uuid(), link.right().id());
    }

    @Override
    protected Event scope(User user, Event event) {
        return BusScope.user(user.tenantUuid(), user.uuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"uuid", "firstname", "lastname", "links"};
    }
}
