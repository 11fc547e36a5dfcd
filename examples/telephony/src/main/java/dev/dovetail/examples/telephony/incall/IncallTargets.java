package dev.dovetail.examples.telephony.incall;

import dev.dovetail.examples.telephony.conference.Conference;
import dev.dovetail.examples.telephony.conference.Conferences;
import dev.dovetail.examples.telephony.destination.Destination;
import dev.dovetail.examples.telephony.destination.Destinations;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.ivr.Ivr;
import dev.dovetail.examples.telephony.ivr.Ivrs;
import dev.dovetail.examples.telephony.switchboard.Switchboard;
import dev.dovetail.examples.telephony.switchboard.Switchboards;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.operation.Change;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps which incoming calls lead to the objects of one resource: a link that follows the destination of an incall, so that
 * the other side can show its incalls and be found by their numbers.
 *
 * @param association links incalls to what they lead to
 * @param <R> the model of that
 * @param <RK> its key
 */
public record IncallTargets<R extends Record, RK>(Association<Incall, Integer, R, RK> association)
        implements LegacyAssociationPlugin<Incall, Integer, R, RK>, HttpPlugin {
    public static final Association<Incall, Integer, User, Integer> INCALL_USER = to(Users.USERS, "incall_user");
    public static final Association<Incall, Integer, Group, Integer> INCALL_GROUP = to(Groups.GROUPS, "incall_group");
    public static final Association<Incall, Integer, Ivr, Integer> INCALL_IVR = to(Ivrs.IVRS, "incall_ivr");
    public static final Association<Incall, Integer, Conference, Integer> INCALL_CONFERENCE =
            to(Conferences.CONFERENCES, "incall_conference");
    public static final Association<Incall, Integer, Switchboard, String> INCALL_SWITCHBOARD =
            to(Switchboards.SWITCHBOARDS, "incall_switchboard");

    private static final List<IncallTargets<?, ?>> ALL = List.of(
            new IncallTargets<>(INCALL_USER),
            new IncallTargets<>(INCALL_GROUP),
            new IncallTargets<>(INCALL_IVR),
            new IncallTargets<>(INCALL_CONFERENCE),
            new IncallTargets<>(INCALL_SWITCHBOARD));

    /** Returns the plugins, one for each resource that shows its incalls. */
    public static List<Plugin> plugins() {
        return List.copyOf(ALL);
    }

    private static <R extends Record, RK> Association<Incall, Integer, R, RK> to(Resource<R, RK> right, String name) {
        return Association.between(Incalls.INCALLS, right)
                .name(name)
                .oneRight()
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
    }

    /** Links an incall to what it leads to now. */
    static void follow(Services services, Change<Incall> change) {
        ALL.forEach(targets -> targets.link(services, change));
    }

    private void link(Services services, Change<Incall> change) {
        services.dao(association).ifPresent(links -> {
            Optional<RK> before = change.before().flatMap(incall -> key(incall.destination()));
            Optional<RK> now = key(change.value().destination());
            int incall = change.value().id();
            if (!before.equals(now)) {
                before.ifPresent(key -> links.unlink(incall, key));
                now.ifPresent(key -> links.link(incall, key));
            }
        });
    }

    private Optional<RK> key(Destination destination) {
        return Destinations.key(destination, association.right());
    }

    @Override
    public void represent(Representations all) {
        all.shape(association.right())
                .part("incalls", all.lefts(association, all.only(Incalls.INCALLS, "id", "extensions", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.none(association());
    }
}
