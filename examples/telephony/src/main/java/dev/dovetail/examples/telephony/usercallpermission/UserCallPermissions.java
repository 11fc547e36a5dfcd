package dev.dovetail.examples.telephony.usercallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermission;
import dev.dovetail.examples.telephony.callpermission.CallPermissionLinks;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import java.util.UUID;

/** The call permissions of a user. */
public final class UserCallPermissions extends CallPermissionLinks<User> {
    public static final Association<User, Integer, CallPermission, Integer> USER_CALL_PERMISSION =
            many(Users.USERS, "user");

    private record Data(UUID userUuid, int callPermissionId) {}

    public UserCallPermissions() {
        super(USER_CALL_PERMISSION);
    }

    @Override
    protected Object data(Link<User, CallPermission> link) {
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
