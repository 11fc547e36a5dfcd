package dev.dovetail.examples.telephony.uservoicemail;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.common.SameTenant;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.examples.telephony.voicemail.Voicemail;
import dev.dovetail.examples.telephony.voicemail.Voicemails;
import dev.dovetail.http.AssociationRoutes.Method;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.Routes;
import dev.dovetail.notification.Announcements;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The voicemail of a user: one at most; several users may share it. */
public final class UserVoicemails implements LegacyAssociationPlugin<User, Integer, Voicemail, Integer>, HttpPlugin {
    public static final Association<User, Integer, Voicemail, Integer> USER_VOICEMAIL =
            Association.between(Users.USERS, Voicemails.VOICEMAILS).oneRight().build();

    /** The reason why a user has none of the global voicemails. */
    private static final String GLOBAL = "A global voicemail cannot be associated to users.";

    private record Data(UUID userUuid, int voicemailId) {
        static Data of(User user, Voicemail voicemail) {
            return new Data(user.uuid(), voicemail.id());
        }
    }

    @Override
    public Association<User, Integer, Voicemail, Integer> association() {
        return USER_VOICEMAIL;
    }

    /** Returns the users of a voicemail, of all tenants, in the order in which they got it. */
    private static List<User> users(Services services, Voicemail voicemail) {
        return services.lookups()
                .lefts(USER_VOICEMAIL, List.of(voicemail))
                .get()
                .getOrDefault(voicemail.id(), List.of());
    }

    /** Returns the voicemail that a user has. */
    public static Optional<Voicemail> voicemailOf(Services services, User user) {
        return services
                .lookups()
                .rights(USER_VOICEMAIL, List.of(user))
                .get()
                .getOrDefault(user.id(), List.of())
                .stream()
                .findFirst();
    }

    /** Takes the voicemail of a user away, and deletes it unless another user has it. */
    public static void takeAway(Services services, CallContext call, User user) {
        voicemailOf(services, user).ifPresent(voicemail -> {
            services.of(USER_VOICEMAIL).dissociate(call, user.id(), voicemail.id());
            if (users(services, voicemail).isEmpty()) {
                services.of(Voicemails.VOICEMAILS).delete(call, voicemail.id());
            }
        });
    }

    private static void hasNoGlobal(Services services, Change<User> change, Violations violations) {
        Rules.<Change<User>>forbid(
                        "User",
                        GLOBAL,
                        each -> voicemailOf(services, each.value())
                                .filter(Voicemails::isGlobal)
                                .isPresent())
                .check(change, violations);
    }

    /** Returns what tells a user that the voicemail has been edited. */
    private static Event edited(User user, Voicemail voicemail) {
        Event event = new Event("user_voicemail_edited", Data.of(user, voicemail), Map.of());
        return BusScope.user(user.tenantUuid(), user.uuid(), event);
    }

    @Override
    public List<Plugin> parts() {
        return List.of(
                plugin(),
                ResourcePlugin.extending(Voicemails.VOICEMAILS)
                        .rule(UserVoicemails::staysPersonal, Operation.EDIT)
                        .announces(UserVoicemails::tellUsers),
                ResourcePlugin.extending(Users.USERS).rule(UserVoicemails::hasNoGlobal, Operation.EDIT));
    }

    private static void staysPersonal(Services services, Change<Voicemail> change, Violations violations) {
        Rules.<Change<Voicemail>>forbid(
                        "Voicemail",
                        GLOBAL,
                        each -> Voicemails.isGlobal(each.value())
                                && !users(services, each.value()).isEmpty())
                .check(change, violations);
    }

    private static void tellUsers(Services services, Change<Voicemail> change, Announcements announcements) {
        if (change.operation() == Operation.EDIT) {
            users(services, change.value()).forEach(user -> announcements.announce(edited(user, change.value())));
        }
    }

    @Override
    public AssociationValidationGroup<User, Voicemail> validation(Services services) {
        return AssociationValidationGroup.<User, Voicemail>builder()
                .stopAtFirst()
                .association(SameTenant.rightFirst(USER_VOICEMAIL, "user", "voicemail"))
                .association((link, violations) -> {
                    if (services.dao(USER_VOICEMAIL)
                            .filter(dao -> !dao.rights(link.left().id()).isEmpty())
                            .isPresent()) {
                        violations.add(inUse(link.left().id(), link.right().id()));
                    }
                })
                .association(Rules.<Link<User, Voicemail>>forbid(
                        "Voicemail", GLOBAL, link -> Voicemails.isGlobal(link.right())))
                .build();
    }

    private static Violation inUse(int user, int voicemail) {
        return Errors.stillAssociated("User", "Voicemail", Details.of("user_id", user, "voicemail_id", voicemail));
    }

    @Override
    public Violation leftInUse(User user, List<Integer> voicemails) {
        return inUse(user.id(), voicemails.get(0));
    }

    @Override
    public Violation rightInUse(Voicemail voicemail, List<Integer> users) {
        String ids = users.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Errors.stillAssociated("Voicemail", "User", Details.of("voicemail_id", voicemail.id(), "user_ids", ids));
    }

    @Override
    public AssociationNotifier<User, Voicemail> notifier(Services services) {
        return BusEvents.<User, Voicemail>ofLinks(
                        USER_VOICEMAIL.name(),
                        (link, event) -> BusScope.user(
                                link.left().tenantUuid(), link.left().uuid(), event),
                        link -> Data.of(link.left(), link.right()))
                .commands(Sysconfd.reloads("module reload res_pjsip.so", "module reload chan_sccp.so"))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(Users.USERS)
                .part("voicemail", all.rights(USER_VOICEMAIL, all.only(Voicemails.VOICEMAILS, "id", "name", "links")));
        all.shape(Voicemails.VOICEMAILS)
                .part(
                        "users",
                        all.lefts(USER_VOICEMAIL, all.only(Users.USERS, "uuid", "firstname", "lastname", "links")));
    }

    @Override
    public void route(Routes routes) {
        routes.association(USER_VOICEMAIL)
                .methods(Method.ASSOCIATE, Method.DISSOCIATE_ALL, Method.CREATE_RIGHT, Method.LIST)
                .add();
    }
}
