package dev.dovetail.examples.telephony.callpermission;

import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Link;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.AssociationValidationGroup;

/**
 * Permits something calls, or denies them: what the plugins of all kinds of it have in common.
 *
 * @param <L> the model of what has the call permissions
 */
public abstract class CallPermissionLinks<L extends Record>
        implements LegacyAssociationPlugin<L, Integer, CallPermission, Integer>, HttpPlugin {
    private static final String PERMISSION = "call_permission";

    private final Association<L, Integer, CallPermission, Integer> association;

    protected CallPermissionLinks(Association<L, Integer, CallPermission, Integer> association) {
        this.association = association;
    }

    /** Returns the association of something that has call permissions; {@code word} is its name in events: {@code user}. */
    protected static <L extends Record> Association<L, Integer, CallPermission, Integer> many(
            Resource<L, Integer> resource, String word) {
        return Association.between(resource, CallPermissions.CALL_PERMISSIONS)
                .name(word + "_" + PERMISSION)
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
    }

    /** Returns what events tell. */
    protected abstract Object data(Link<L, CallPermission> link);

    /** Returns who events are for. */
    protected abstract Event scope(L object, Event event);

    /** Returns what call permissions show of it. */
    protected abstract String[] shown();

    /** Returns what it shows of call permissions. */
    protected String[] permissionsShown() {
        return new String[] {"id", "name", "links"};
    }

    @Override
    public final Association<L, Integer, CallPermission, Integer> association() {
        return association;
    }

    @Override
    public final AssociationValidationGroup<L, CallPermission> validation(Services services) {
        String word = association.name().substring(0, association.name().length() - PERMISSION.length() - 1);
        return AssociationValidationGroup.<L, CallPermission>builder()
                .association(SameTenant.rule(association, word, PERMISSION))
                .build();
    }

    @Override
    public final AssociationNotifier<L, CallPermission> notifier(Services services) {
        return BusEvents.<L, CallPermission>ofLinks(
                        association.name(), (link, event) -> scope(link.left(), event), this::data)
                .build();
    }

    @Override
    public final void represent(Representations all) {
        all.shape(association.left())
                .part(
                        PERMISSION + "s",
                        all.rights(association, all.only(CallPermissions.CALL_PERMISSIONS, permissionsShown())));
        all.shape(CallPermissions.CALL_PERMISSIONS)
                .part(association.left().collection(), all.lefts(association, all.only(association.left(), shown())));
    }

    @Override
    public final void route(Routes routes) {
        routes.association(association)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
    }
}
