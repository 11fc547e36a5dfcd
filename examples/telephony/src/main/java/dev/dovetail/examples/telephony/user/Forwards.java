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
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a user's calls go: when he is busy, does not answer, or always. */
enum Forwards {
    BUSY(User::busyEnabled, User::busyDestination),
    NOANSWER(User::noanswerEnabled, User::noanswerDestination),
    UNCONDITIONAL(User::unconditionalEnabled, User::unconditionalDestination);

    static final Shape<User> ALL = Shape.of(Users.USERS)
            .nested("busy", BUSY.shape)
            .nested("noanswer", NOANSWER.shape)
            .nested("unconditional", UNCONDITIONAL.shape);

    private final Accessor<User, Boolean> enabled;
    private final Accessor<User, String> destination;
    private final Shape<User> shape;
    private final EventType<Data> updated;

    Forwards(Accessor<User, Boolean> enabled, Accessor<User, String> destination) {
        this.enabled = enabled;
        this.destination = destination;
        this.shape = Shape.of(Users.USERS).field("enabled", enabled).field("destination", destination);
        this.updated = new EventType<>("users_forwards_" + word() + "_updated", Data.class);
    }

    private record Data(
            int userId,
            UUID userUuid,
            UUID tenantUuid,
            boolean enabled,
            @Nullable String destination) {}

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private Notifier<Change<User>> notifier() {
        return Notifier.<User>of()
                .edited(change -> {
                    User user = change.value();
                    Data data = new Data(
                            user.id(), user.uuid(), user.tenantUuid(), enabled.apply(user), destination.apply(user));
                    return BusScope.user(
                            user.tenantUuid(), user.uuid(), updated.of(data).with("forward_name", word()));
                })
                .build();
    }

    private static void needDestinations(Change<User> change, Violations violations) {
        User user = change.value();
        if (Arrays.stream(values())
                .anyMatch(forward -> forward.enabled.apply(user) && forward.destination.apply(user) == null)) {
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
    static CRUDService<User, Integer> all(Services services) {
        return service(services, BUSY.notifier().then(NOANSWER.notifier()).then(UNCONDITIONAL.notifier()));
    }

    static void route(Routes routes) {
        routes.sub("/users/{}/forwards", ALL, all(routes.services())).unscoped().add();
        for (Forwards forward : values()) {
            routes.sub(
                            "/users/{}/forwards/" + forward.word(),
                            forward.shape,
                            service(routes.services(), forward.notifier()))
                    .unscoped()
                    .add();
        }
    }
}
