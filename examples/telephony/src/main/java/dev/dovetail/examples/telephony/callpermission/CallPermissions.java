package dev.dovetail.examples.telephony.callpermission;

import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Call permissions. */
public final class CallPermissions {
    public static final Resource<CallPermission, Integer> CALL_PERMISSIONS = Resource.of(
                    CallPermission.class, CallPermission::id)
            .collection("callpermissions")
            .generatedKey()
            .tenant(CallPermission::tenantUuid)
            .unique(CallPermission::tenantUuid, CallPermission::name)
            .defaultValue(CallPermission::mode, CallPermission.Mode.DENY)
            .defaultValue(CallPermission::extensions, List.of())
            .defaultValue(CallPermission::enabled, true)
            .searchFilterAndSort(
                    CallPermission::id,
                    CallPermission::name,
                    CallPermission::description,
                    CallPermission::enabled,
                    CallPermission::mode)
            .defaultSort(CallPermission::name)
            .build();
    private static final Column<CallPermission, List<String>> EXTENSIONS =
            CALL_PERMISSIONS.column(CallPermission::extensions);

    private CallPermissions() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(CALL_PERMISSIONS)
                .event("call_permission")
                .plugin()
                .prepare((services, change) -> Edit.of(CALL_PERMISSIONS)
                        .set(
                                EXTENSIONS,
                                change.value().extensions().stream().distinct().toList())
                        .applyTo(change.value()));
    }
}
