package dev.dovetail.examples.telephony.group;

import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.LabelFromName;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.examples.telephony.destination.DestinationType;
import dev.dovetail.examples.telephony.destination.Field;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.examples.telephony.incall.IncallTargets;
import dev.dovetail.examples.telephony.moh.MusicOnHold;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Groups. */
public final class Groups {
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
            .defaultSort(Group::label)
            .build();
    public static final Column<Group, String> NAME = GROUPS.column(Group::name);
    public static final Column<Group, String> LABEL = GROUPS.column(Group::label);
    public static final Column<Group, UUID> UUID_COLUMN = GROUPS.column(Group::uuid);
    private static final DestinationType<Group, Integer> DESTINATION = DestinationType.of(GROUPS, Field.RING_TIME)
            .showing("group_name", NAME)
            .showing("group_label", GROUPS.column(Group::label));
    public static final IncallTargets<Group, Integer> INCALLS = IncallTargets.of(DESTINATION);
    private static final Fallbacks<Group, Integer> FALLBACKS =
            new Fallbacks<>(GROUPS, List.of(Reason.NOANSWER, Reason.CONGESTION), true);

    /** What the daemon reloads when members come or go. */
    public static final List<Command> MEMBER_RELOADS =
            Sysconfd.reloads("module reload res_pjsip.so", "module reload app_queue.so", "module reload chan_sccp.so");

    private Groups() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(GROUPS)
                .linkedBy(Group::uuid)
                .event("group", Groups::keys)
                .reload("module reload app_queue.so")
                .shape(shape -> shape.hide(Group::extensionMembers)
                        .before(new LabelFromName())
                        .before((body, creating, violations) -> asKnown(body, creating))
                        .part("members", "extensions", ExtensionMembers.PART.as(ExtensionMembers.SCHEMA)))
                .routes(mine -> mine.locator(byId -> byId.orNamed(UUID_COLUMN, KeyFormat.uuid()))
                        .locatedBy(UUID_COLUMN))
                .plugin()
                .withoutUniqueRule()
                .prepare(Groups::named)
                .rule(MusicOnHold.known(GROUPS, Group::musicOnHold))
                .with(
                        FALLBACKS.served(Groups::fallbacksEdited, KeyFormat.integer(), KeyFormat.uuid()),
                        DESTINATION,
                        HttpPlugin.routing(ExtensionMembers::route));
    }

    private static Object keys(Group group) {
        return Map.of("id", group.id(), "uuid", group.uuid());
    }

    private static Event fallbacksEdited(Services services, Group group) {
        return BusScope.tenant(group.tenantUuid(), new Event("group_fallback_edited", keys(group), Map.of()));
    }

    /** A group keeps the name that it is given when it is made. */
    private static Group named(Services services, Change<Group> change) {
        Group group = change.value();
        if (change.before().isPresent()) {
            return group;
        }
        UUID uuid = services.ids().get();
        String name = "grp-" + Tenants.slug(services, group.tenantUuid()) + "-" + uuid;
        return Edit.of(GROUPS).set(UUID_COLUMN, uuid).set(NAME, name).applyTo(group);
    }

    /** Clients know that no timeout for users is 0 at first, and that forwards are obeyed again after any edit. */
    private static void asKnown(ObjectNode body, boolean creating) {
        if (creating && body.has("user_timeout") && body.get("user_timeout").isNull()) {
            body.put("user_timeout", 0);
        } else if (!creating && !body.has("ignore_forward")) {
            body.put("ignore_forward", false);
        }
    }
}
