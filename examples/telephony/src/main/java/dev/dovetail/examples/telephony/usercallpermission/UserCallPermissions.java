package dev.dovetail.examples.telephony.usercallpermission;

import dev.dovetail.examples.telephony.callpermission.CallPermission;
import dev.dovetail.examples.telephony.callpermission.CallPermissions;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import java.util.Map;

/** The call permissions of a user. */
public final class UserCallPermissions
        implements AssociationPlugin<User, Integer, CallPermission, Integer>, HttpPlugin {
    public static final Association<User, Integer, CallPermission, Integer> USER_CALL_PERMISSION = Association.between(
                    Users.USERS, CallPermissions.CALL_PERMISSIONS)
            .name("user_call_permission")
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();

    @Override
    public Association<User, Integer, CallPermission, Integer> association() {
        return USER_CALL_PERMISSION;
    }

    @Override
    public AssociationValidationGroup<User, CallPermission> validation(Services services) {
        return AssociationValidationGroup.<User, CallPermission>builder()
                .association(SameTenant.rule(USER_CALL_PERMISSION, "user", "call_permission"))
                .build();
    }

    @Override
    public AssociationNotifier<User, CallPermission> notifier(Services services) {
        return BusEvents.<User, CallPermission>ofLinks(
                        USER_CALL_PERMISSION.name(),
                        (link, event) -> BusScope.user(
                                link.left().tenantUuid(), link.left().uuid(), event),
                        link -> Map.of(
                                "user_uuid",
                                link.left().uuid(),
                                "call_permission_id",
                                link.right().id()))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Users.USERS)
                .part(
                        "call_permissions",
                        all.rights(
                                USER_CALL_PERMISSION,
                                all.only(CallPermissions.CALL_PERMISSIONS, "id", "name", "links")));
        all.shape(CallPermissions.CALL_PERMISSIONS)
                .part(
                        "users",
                        all.lefts(
                                USER_CALL_PERMISSION, all.only(Users.USERS, "uuid", "firstname", "lastname", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(USER_CALL_PERMISSION)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
