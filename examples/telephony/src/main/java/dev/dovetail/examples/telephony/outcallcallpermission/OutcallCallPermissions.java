package dev.dovetail.examples.telephony.outcallcallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermission;
import dev.dovetail.examples.telephony.callpermission.CallPermissionLinks;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.outcall.Outcall;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.resource.Association;

/** The call permissions of outgoing calls. */
public final class OutcallCallPermissions extends CallPermissionLinks<Outcall> {
    public static final Association<Outcall, Integer, CallPermission, Integer> OUTCALL_CALL_PERMISSION =
            many(Outcalls.OUTCALLS, "outcall");

    private record Data(int outcallId, int callPermissionId) {}

    public OutcallCallPermissions() {
        super(OUTCALL_CALL_PERMISSION);
    }

    @Override
    protected Object data(Link<Outcall, CallPermission> link) {
        return new Data(link.left().id(), link.right().id());
    }

    @Override
    protected Event scope(Outcall outcall, Event event) {
        return BusScope.tenant(outcall.tenantUuid(), event);
    }

    @Override
    protected String[] permissionsShown() {
        return new String[] {"tenant_uuid", "id", "name", "links"};
    }

    @Override
    protected String[] shown() {
        return new String[] {"id", "name", "links"};
    }
}
