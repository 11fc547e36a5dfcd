package dev.dovetail.examples.telephony.userline;

import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.LineFollower;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.line.UsersOfLines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpoints;
import dev.dovetail.examples.telephony.lineendpoint.LineRef;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Links;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The lines of a user, the main one first, and the users of a line, the main one first. */
public final class UserLines implements LegacyAssociationPlugin<User, Integer, Line, Integer>, HttpPlugin {
    public static final Association<User, Integer, Line, Integer> USER_LINE = Association.between(
                    Users.USERS, Lines.LINES)
            .lowestSucceeds()
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();

    private record UserData(int id, UUID uuid, UUID tenantUuid) {}

    private record Data(LineRef line, boolean mainLine, boolean mainUser, UserData user) {}

    @Override
    public Association<User, Integer, Line, Integer> association() {
        return USER_LINE;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new UsersOfLines(USER_LINE));
    }

    /** Returns the users of a line, the main one first. */
    public static List<User> usersOf(Services services, Line line) {
        return services.lookups().lefts(USER_LINE, List.of(line)).get().getOrDefault(line.id(), List.of());
    }

    /** Returns the main user of a line. */
    public static Optional<User> mainUser(Services services, Line line) {
        return usersOf(services, line).stream().findFirst();
    }

    /** Returns the lines of a user, the main one first. */
    public static List<Line> linesOf(Services services, User user) {
        return services.lookups().rights(USER_LINE, List.of(user)).get().getOrDefault(user.id(), List.of());
    }

    /** Requires that a user has a line. */
    public static void checkHasLine(Services services, User user, Violations violations) {
        if (violations.isEmpty() && linesOf(services, user).isEmpty()) {
            violations.add(Errors.missingAssociation(
                    "User", "Line", Details.of("user_uuid", user.uuid().toString())));
        }
    }

    @Override
    public AssociationValidationGroup<User, Line> validation(Services services) {
        return AssociationValidationGroup.<User, Line>builder()
                .stopAtFirst()
                .set(Rules.noRepeats("User", "Cannot associate same line more than once"))
                .association(SameTenant.rule(USER_LINE, "user", "line"))
                .association((link, violations) -> LineEndpoints.require(services, link.right(), violations))
                .association((link, violations) -> sharesWithItsUserOnly(services, link, violations))
                .dissociation((link, violations) -> leavesNoSecondary(services, link, violations))
                .dissociation((link, violations) -> Lines.hasNoDevice(link.right(), violations))
                .build();
    }

    /** Lines that share an extension have one main user, and so no other one may come to them. */
    private static void sharesWithItsUserOnly(Services services, Link<User, Line> link, Violations violations) {
        Extension extension = LineExtensions.extensionOf(services, link.right()).orElse(null);
        if (extension == null) {
            return;
        }
        services.dao(Extensions.EXTENSIONS).lock(extension.id()); // another of its lines may be getting a user as well
        List<Line> others = new ArrayList<>(LineExtensions.linesOf(services, extension));
        Set<Integer> mains = new HashSet<>(Set.of(link.left().id()));
        others.forEach(line -> mainUser(services, line).ifPresent(user -> mains.add(user.id())));
        others.removeIf(line -> line.id() == link.right().id());
        if (!others.isEmpty() && mains.size() > 1) {
            violations.add(Errors.stillAssociated(
                    "Line", "Extension", Details.of("line_id", others.get(0).id(), "extension_id", extension.id())));
        }
    }

    private static void leavesNoSecondary(Services services, Link<User, Line> link, Violations violations) {
        boolean others = usersOf(services, link.right()).stream()
                .skip(1)
                .anyMatch(secondary -> secondary.id() != link.left().id());
        if (others) {
            violations.add(TelephonyErrors.secondaryUsers(
                    Details.of("line_id", link.right().id())));
        }
    }

    @Override
    public Optional<Consumer<Link<User, Line>>> afterLinking(Services services) {
        return Optional.of(link -> {
            if (link.mainLeft()) {
                LineFollower.all(services, link.right());
            }
        });
    }

    @Override
    public Optional<Consumer<Link<User, Line>>> afterUnlinking(Services services) {
        return Optional.of(link -> leaveMemberships(services, link));
    }

    /** Queues and groups ring a user by his main line: without it he is in none of them any more. */
    private static void leaveMemberships(Services services, Link<User, Line> link) {
        if (link.mainRight()) {
            RungByMainLine.leave(services, link.left().id());
        }
    }

    @Override
    public AssociationNotifier<User, Line> notifier(Services services) {
        Notifier<Links<User, Line>> each = (links, announcements) -> {
            links.removed()
                    .forEach(line -> announcements.announce(event("dissociated", services, links.linkBefore(line))));
            // every line of the list, also those that were there before
            links.after().forEach(line -> announcements.announce(event("associated", services, links.linkAfter(line))));
        };
        return AssociationNotifier.<User, Line>builder()
                .associated(link -> event("associated", services, link))
                .dissociated(link -> event("dissociated", services, link))
                .onReplaced(each)
                .always()
                .commands(Sysconfd.reloads("dialplan reload", "module reload res_pjsip.so"))
                .build();
    }

    private static Event event(String what, Services services, Link<User, Line> link) {
        User user = link.left();
        Line line = link.right();
        UserData userData = new UserData(user.id(), user.uuid(), user.tenantUuid());
        Data data = new Data(LineRef.of(services, line), link.mainRight(), link.mainLeft(), userData);
        return BusScope.user(user.tenantUuid(), user.uuid(), new Event(USER_LINE.name() + "_" + what, data, Map.of()));
    }

    @Override
    public void represent(Representations all) {
        all.shape(Users.USERS).part("lines", all.rights(USER_LINE, all.full(Lines.LINES)));
        all.shape(Lines.LINES)
                .part("users", all.lefts(USER_LINE, all.only(Users.USERS, "uuid", "firstname", "lastname", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(USER_LINE)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE)
                .add();
        routes.association(USER_LINE).methods(Method.REPLACE).unscoped().add();
    }
}
