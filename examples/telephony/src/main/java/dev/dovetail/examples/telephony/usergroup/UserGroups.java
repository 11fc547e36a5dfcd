package dev.dovetail.examples.telephony.usergroup;

import static dev.dovetail.examples.telephony.groupmember.GroupMemberUsers.GROUP_MEMBER_USER;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.group.Group;
import dev.dovetail.examples.telephony.group.Groups;
import dev.dovetail.examples.telephony.groupmember.GroupMemberUsers;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.Description;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.MayBeAbsent;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import dev.dovetail.notification.Event;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.transaction.UnitOfWork.SubjectAnnouncements;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The groups of a user, replaced as a whole: the other side of {@link GroupMemberUsers}. */
public final class UserGroups implements Plugin, HttpPlugin {
    private static final String NAME = "user_group";
    private static final String LIST = "groups";

    private record Data(UUID userUuid, List<Integer> groupIds) {}

    /** Names a group; by both only if both are its own. */
    private record Ref(
            @MayBeAbsent @Nullable Integer id,
            @MayBeAbsent @Nullable UUID uuid) {
        Criterion<Group> criterion() {
            List<Criterion<Group>> all = new ArrayList<>();
            if (id != null) {
                all.add(Criterion.equal(Groups.GROUPS.key(), id));
            }
            if (uuid != null) {
                all.add(Criterion.equal(Groups.UUID_COLUMN, uuid));
            }
            return Criterion.all(all);
        }

        Map<String, @Nullable Object> told() {
            return id != null ? Details.of("id", id) : Details.of("uuid", uuid);
        }
    }

    private record Body(List<Ref> groups) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void route(Routes routes) {
        if (!routes.services().loaded(GROUP_MEMBER_USER.name())) {
            return;
        }
        for (KeyFormat<?> format : List.of(KeyFormat.integer(), KeyFormat.uuid())) {
            routes.add(Route.of("PUT", "/users/{}/groups", List.of(format), exchange -> put(routes, exchange))
                    .beyondTenants()
                    .described(() -> Description.of("replaceUserGroups", "Makes a user a member of these groups alone.")
                            .taking(Schema.object()
                                    .field(
                                            LIST,
                                            Schema.listOf(Schema.object()
                                                    .optional(
                                                            "id",
                                                            Schema.integer().orNull())
                                                    .optional(
                                                            "uuid",
                                                            Schema.string("uuid")
                                                                    .orNull()))))
                            .answering(204)
                            .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT, ErrorKind.REFERENCE_NOT_FOUND)));
        }
    }

    private static Response put(Routes routes, Exchange exchange) {
        CallContext call = exchange.call().in(Scope.all());
        Services services = routes.services();
        return services.unitOfWork().call(call, unit -> {
            List<Ref> refs = read(routes, exchange);
            List<Group> groups = refs.stream().map(ref -> find(services, ref)).toList();
            int id =
                    routes.locator(Users.USERS).get(call, exchange.pathValue(0)).id();
            User user = services.dao(Users.USERS).lock(id).orElseThrow();
            replace(services, user, groups);
            announce(unit, user, groups);
            return Response.of(204);
        });
    }

    private static List<Ref> read(Routes routes, Exchange exchange) {
        Violations violations = new Violations();
        Object body = routes.types()
                .read(
                        routes.bodies().read(exchange.request()),
                        Body.class,
                        "User",
                        Path.whole(),
                        Naming.SNAKE_CASE,
                        violations);
        List<Ref> refs = body instanceof Body given && violations.isEmpty() ? given.groups() : List.of();
        for (int i = 0; i < refs.size(); i++) {
            if (refs.get(i).told().containsValue(null)) {
                violations.add(TelephonyErrors.schema(
                        "User", Path.of(LIST).index(i), "no-key", "One identifier(id or uuid) must be provided"));
            }
        }
        violations.throwIfAny();
        return refs;
    }

    private static Group find(Services services, Ref ref) {
        return services.dao(Groups.GROUPS)
                .findBy(ref.criterion())
                .orElseThrow(() -> new DovetailException(
                        Errors.referenceNotFound(Path.of(LIST), Groups.GROUPS.name(), ref.told())));
    }

    /** Gives a user these groups; those that he stays in keep his priority. */
    private static void replace(Services services, User user, List<Group> groups) {
        List<Integer> wanted = groups.stream().map(Group::id).toList();
        Violations violations = new Violations();
        if (!wanted.isEmpty()) {
            UserLines.checkHasLine(services, user, violations);
        }
        if (new HashSet<>(wanted).size() < wanted.size()) {
            violations.add(Errors.notPermitted("User", "Cannot associate same group more than once", Details.none()));
        }
        violations.throwIfAny();
        AssociationDao<Integer, Integer> links = services.dao(GROUP_MEMBER_USER).orElseThrow();
        services.dao(Groups.GROUPS).lockAll(wanted);
        List<Integer> present = links.lefts(user.id());
        present.stream().filter(group -> !wanted.contains(group)).forEach(group -> links.unlink(group, user.id()));
        wanted.stream().filter(group -> !present.contains(group)).forEach(group -> links.link(group, user.id()));
    }

    private static Event event(User user, List<Group> groups) {
        Data data = new Data(user.uuid(), groups.stream().map(Group::id).toList());
        return BusScope.user(user.tenantUuid(), user.uuid(), new Event("user_groups_associated", data, Map.of()));
    }

    /**
     * Gives a user the groups of these UUIDs, and no others, and tells of it; joins the unit of work that is running.
     */
    public static void replaceAll(Services services, CallContext call, User user, List<UUID> uuids) {
        List<Group> groups =
                uuids.stream().map(uuid -> find(services, new Ref(null, uuid))).toList();
        services.unitOfWork().call(call, unit -> {
            replace(services, user, groups);
            announce(unit, user, groups);
            return true;
        });
    }

    /** Takes a user out of all his groups, as an empty list does; tells of it if there was any. */
    public static void leaveAll(Services services, CallContext call, User user) {
        boolean any = services.dao(GROUP_MEMBER_USER)
                .filter(links -> !links.lefts(user.id()).isEmpty())
                .isPresent();
        if (any) {
            replaceAll(services, call, user, List.of());
        }
    }

    private static void announce(SubjectAnnouncements unit, User user, List<Group> groups) {
        unit.about("User/" + user.id(), announcements -> {
            announcements.announce(event(user, groups));
            Groups.MEMBER_RELOADS.forEach(announcements::command);
        });
    }
}
