package dev.dovetail.examples.telephony.groupcallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermission;
import dev.dovetail.examples.telephony.callpermission.CallPermissionLinks;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;
import java.util.UUID;

/** The call permissions of a group. */
public final class GroupCallPermissions extends CallPermissionLinks<Group> {
    public static final Association<Group, Integer, CallPermission, Integer> GROUP_CALL_PERMISSION =
            many(Groups.GROUPS, "group");

    private record Data(int groupId, UUID groupUuid, int callPermissionId) {}

    public GroupCallPermissions() {
        super(GROUP_CALL_PERMISSION);
    }

    @Override
    protected Object data(Link<Group, CallPermission> link) {
        return new Data(link.left().id(), link.left().uuid(), link.right().id());
    }

    @Override
    protected Event scope(Group group, Event event) {
        return BusScope.tenant(group.tenantUuid(), event);
    }

    @Override
    protected String[] shown() {
        return new String[] {"uuid", "id", "name", "links"};
    }
}
