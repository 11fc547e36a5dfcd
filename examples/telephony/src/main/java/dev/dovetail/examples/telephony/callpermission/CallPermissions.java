package dev.dovetail.examples.telephony.callpermission;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;

/** Call permissions. */
public final class CallPermissions implements TelephonyPlugin<CallPermission, Integer> {
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

    @Override
    public Resource<CallPermission, Integer> resource() {
        return CALL_PERMISSIONS;
    }

    @Override
    public Preparation<CallPermission> computes(Services services) {
        return (call, before, draft) -> Edit.of(CALL_PERMISSIONS)
                .set(EXTENSIONS, draft.extensions().stream().distinct().toList())
                .applyTo(draft);
    }

    @Override
    public ValidationGroup<CallPermission> validation(Services services) {
        return ValidationGroup.<CallPermission>builder()
                .common(Rules.uniqueInTenant(
                        services.dao(CALL_PERMISSIONS), CALL_PERMISSIONS.column(CallPermission::name)))
                .build();
    }

    @Override
    public Notifier<Change<CallPermission>> notifier(Services services) {
        return BusEvents.byId("call_permission", CallPermission::tenantUuid, CallPermission::id)
                .build();
    }

    @Override
    public void shape(Representation.Builder<CallPermission> shape, Representations all) {
        shape.part("outcalls", Part.emptyList())
                .part("groups", Part.emptyList())
                .part("users", Part.emptyList());
    }
}
