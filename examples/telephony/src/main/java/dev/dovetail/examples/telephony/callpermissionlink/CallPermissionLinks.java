package dev.dovetail.examples.telephony.callpermissionlink;

import dev.dovetail.examples.telephony.callpermission.CallPermission;
import dev.dovetail.examples.telephony.callpermission.CallPermissions;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.TelephonyLinks;
import dev.dovetail.examples.telephony.common.Words;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.outcall.Outcalls;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;

/** The call permissions of users, groups and outgoing calls. */
public final class CallPermissionLinks {
    private CallPermissionLinks() {}

    /** Returns the plugins, one for each resource that may have call permissions. */
    public static List<Plugin> plugins() {
        return List.of(
                of(Users.USERS, "uuid", "firstname", "lastname", "links")
                        .leftTold("user_uuid", User::uuid)
                        .scope((link, event) -> BusScope.user(
                                link.left().tenantUuid(), link.left().uuid(), event))
                        .plugin(),
                of(Groups.GROUPS, "uuid", "id", "name", "links")
                        .leftTold("group_id", Group::id)
                        .leftTold("group_uuid", Group::uuid)
                        .plugin(),
                of(Outcalls.OUTCALLS, "id", "name", "links")
                        .leftShows("call_permissions", "tenant_uuid", "id", "name", "links")
                        .plugin());
    }

    /** Starts the plugin of something that has call permissions, given what these show of it. */
    private static <L extends Record> TelephonyLinks<L, Integer, CallPermission, Integer> of(
            Resource<L, Integer> resource, String... shown) {
        return TelephonyLinks.of(Association.between(resource, CallPermissions.CALL_PERMISSIONS)
                        .name(Words.of(resource) + "_call_permission")
                        .onDelete(OnDelete.UNLINK)
                        .build())
                .leftShows("call_permissions", "id", "name", "links")
                .rightShows(resource.collection(), shown)
                .event();
    }
}
