package dev.dovetail.examples.telephony.user;

import dev.dovetail.CRUDService;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Accessor;
import dev.dovetail.validation.ValidationGroup;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a user's calls go: when he is busy, does not answer, or always. */
public final class Forwards {
    private static final List<Forward> EACH = List.of(
            Forward.of("busy", User::busyEnabled, User::busyDestination),
            Forward.of("noanswer", User::noanswerEnabled, User::noanswerDestination),
            Forward.of("unconditional", User::unconditionalEnabled, User::unconditionalDestination));
    public static final Shape<User> ALL = all();

    private Forwards() {}

    private static Shape<User> all() {
        Shape<User> all = Shape.of(Users.USERS);
        for (Forward forward : EACH) {
            all = all.nested(forward.word(), forward.shape());
        }
        return all;
    }

    /** One of them, in the words of paths and events. */
    private record Forward(
            String word,
            Accessor<User, Boolean> enabled,
            Accessor<User, String> destination,
            Shape<User> shape,
            EventType<Data> updated) {

        static Forward of(String word, Accessor<User, Boolean> enabled, Accessor<User, String> destination) {
            return new Forward(
                    word,
                    enabled,
                    destination,
                    Shape.of(Users.USERS).field("enabled", enabled).field("destination", destination),
                    new EventType<>("users_forwards_" + word + "_updated", Data.class));
        }

        boolean lacksDestination(User user) {
            return enabled.apply(user) && destination.apply(user) == null;
        }

        Notifier<Change<User>> notifier() {
            return Notifier.<User>of()
                    .edited(change -> {
                        User user = change.value();
                        Data data = new Data(
                                user.id(),
                                user.uuid(),
                                user.tenantUuid(),
                                enabled.apply(user),
                                destination.apply(user));
                        return BusScope.user(
                                user.tenantUuid(), user.uuid(), updated.of(data).with("forward_name", word));
                    })
                    .build();
        }
    }

    private record Data(
            int userId,
            UUID userUuid,
            UUID tenantUuid,
            boolean enabled,
            @Nullable String destination) {}

    private static void needDestinations(Change<User> change, Violations violations) {
        User user = change.value();
        if (EACH.stream().anyMatch(forward -> forward.lacksDestination(user))) {
            violations.add(TelephonyErrors.forwardDestinationNull());
        }
    }

    private static CRUDService<User, Integer> service(Services services, Notifier<Change<User>> notifier) {
        return CRUDService.builder(services.dao(Users.USERS), services.unitOfWork())
                .validation(ValidationGroup.<User>builder()
                        .common(Forwards::needDestinations)
                        .build())
                .notifier(notifier)
                .build();
    }

    /** Returns what edits all three and tells of each. */
    public static CRUDService<User, Integer> all(Services services) {
        Notifier<Change<User>> notifier = Notifier.none();
        for (Forward forward : EACH) {
            notifier = notifier.then(forward.notifier());
        }
        return service(services, notifier);
    }

    static void route(Routes routes) {
        routes.sub("/users/{}/forwards", ALL, all(routes.services())).unscoped().add();
        for (Forward forward : EACH) {
            routes.sub(
                            "/users/{}/forwards/" + forward.word(),
                            forward.shape(),
                            service(routes.services(), forward.notifier()))
                    .unscoped()
                    .add();
        }
    }
}
