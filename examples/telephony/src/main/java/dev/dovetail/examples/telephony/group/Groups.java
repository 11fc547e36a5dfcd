package dev.dovetail.examples.telephony.group;

import dev.dovetail.Preparation;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.groupextension.GroupExtensions;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Representation;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Groups. */
public final class Groups implements TelephonyPlugin<Group, Integer> {
    private static final Derived<Group, String> EXTEN = Derived.foundAscii(
            "exten", () -> Derivation.right(GroupExtensions.GROUP_EXTENSION, Derivation.of(Extensions.EXTEN)));
    public static final Resource<Group, Integer> GROUPS = Resource.of(Group.class, Group::id)
            .generatedKey()
            .tenant(Group::tenantUuid)
            .unique(Group::uuid)
            .unique(Group::name)
            .readOnly(Group::uuid, Group::name)
            .defaultValue(Group::ringStrategy, Group.RingStrategy.ALL)
            .defaultValues(false, Group::dtmfRecordToggle, Group::markAnsweredElsewhere, Group::ignoreForward)
            .defaultValues(true, Group::ringInUse, Group::enabled)
            .defaultValue(Group::userTimeout, 15)
            .defaultValue(Group::retryDelay, 5)
            .defaultValue(Group::maxCalls, 0)
            .defaultValue(Group::extensionMembers, List.of())
            .searchFilterAndSort(Group::id, Group::name, Group::label, Group::preprocessSubroutine)
            .searchFilterAndSortAlso(EXTEN)
            .defaultSort(Group::label)
            .build();
    public static final Column<Group, String> NAME = GROUPS.column(Group::name);
    public static final Column<Group, String> LABEL = GROUPS.column(Group::label);
    public static final Column<Group, UUID> UUID_COLUMN = GROUPS.column(Group::uuid);
    private static final Column<Group, UUID> TENANT = GROUPS.column(Group::tenantUuid);
    private static final Fallbacks<Group, Integer> FALLBACKS =
            new Fallbacks<>(GROUPS, List.of(Reason.NOANSWER, Reason.CONGESTION));

    private record Data(int id, UUID uuid) {
        static Data of(Group group) {
            return new Data(group.id(), group.uuid());
        }
    }

    @Override
    public Resource<Group, Integer> resource() {
        return GROUPS;
    }

    @Override
    public Object linkKey(Group group) {
        return group.uuid();
    }

    @Override
    public Preparation<Group> computes(Services services) {
        return (call, before, draft) -> {
            if (before != null) {
                return draft;
            }
            UUID uuid = services.ids().get();
            String name = "grp-" + Tenants.slug(services, draft.tenantUuid()) + "-" + uuid;
            return Edit.of(GROUPS).set(UUID_COLUMN, uuid).set(NAME, name).applyTo(draft);
        };
    }

    @Override
    public ValidationGroup<Group> validation(Services services) {
        return ValidationGroup.<Group>builder()
                .common(MusicOnHold.known(services, GROUPS.column(Group::musicOnHold), TENANT))
                .build();
    }

    @Override
    public void deleting(Services services, Change<Group> deletion) {
        FALLBACKS.delete(services, deletion.value());
        Destinations.removeTo(services, GROUPS, deletion.value());
    }

    @Override
    public Notifier<Change<Group>> notifier(Services services) {
        return BusEvents.<Group>ofTenant("group", Group::tenantUuid, Data::of)
                .command(Sysconfd.reload("module reload app_queue.so"))
                .build();
    }

    @Override
    public void shape(Representation.Builder<Group> shape, Representations all) {
        shape.hide(Group::extensionMembers)
                .before(new LabelFromName())
                .before((body, creating, violations) -> asKnown(body, creating))
                .part("extensions", Part.emptyList())
                .part("fallbacks", FALLBACKS)
                .part("incalls", Part.emptyList())
                .part("members", "extensions", ExtensionMembers.PART.as(ExtensionMembers.SCHEMA))
                .part("schedules", Part.emptyList())
                .part("call_permissions", Part.emptyList());
    }

    /** Clients know that no timeout for users is 0 at first, and that forwards are obeyed again after any edit. */
    private static void asKnown(ObjectNode body, boolean creating) {
        if (creating && body.has("user_timeout") && body.get("user_timeout").isNull()) {
            body.put("user_timeout", 0);
        } else if (!creating && !body.has("ignore_forward")) {
            body.put("ignore_forward", false);
        }
    }

    @Override
    public void shape(ResourceRoutes<Group, Integer> routes) {
        routes.locator(byId -> byId.orNamed(UUID_COLUMN, KeyFormat.uuid()))
                .locatedBy(UUID_COLUMN)
                .nullBodyFails();
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        FALLBACKS
                .routes(
                        routes,
                        group -> BusScope.tenant(
                                group.tenantUuid(), new Event("group_fallback_edited", Data.of(group), Map.of())))
                .unscoped()
                .add(KeyFormat.integer(), KeyFormat.uuid());
        ExtensionMembers.route(routes);
    }
}
