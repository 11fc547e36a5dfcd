package dev.dovetail.examples.telephony.user;

import dev.dovetail.CRUDService;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Shape;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import java.util.UUID;
import java.util.function.Predicate;

/** The services that a user switches on and off: do not disturb, filtering of calls. */
public final class UserServices {
    private static final Shape<User> DND = Shape.of(Users.USERS).required("enabled", User::dndEnabled);
    private static final Shape<User> INCALLFILTER =
            Shape.of(Users.USERS).required("enabled", User::incallfilterEnabled);
    static final Shape<User> ALL = Shape.of(Users.USERS).nested("dnd", DND).nested("incallfilter", INCALLFILTER);
    /** What the view of lines shows. */
    public static final Shape<User> ONLY_DND = Shape.of(Users.USERS).nested("dnd", DND);

    private UserServices() {}

    private record Data(int userId, UUID userUuid, UUID tenantUuid, boolean enabled) {}

    private static Notifier<Change<User>> notifier(String name, Predicate<User> enabled) {
        EventType<Data> type = new EventType<>("users_services_" + name + "_updated", Data.class);
        return Notifier.<User>of()
                .edited(change -> {
                    User user = change.value();
                    Data data = new Data(user.id(), user.uuid(), user.tenantUuid(), enabled.test(user));
                    return BusScope.user(
                            user.tenantUuid(), user.uuid(), type.of(data).with("service_name", name));
                })
                .build();
    }

    static void route(Routes routes) {
        Notifier<Change<User>> dnd = notifier("dnd", User::dndEnabled);
        Notifier<Change<User>> incallfilter = notifier("incallfilter", User::incallfilterEnabled);
        add(routes, "", ALL, dnd.then(incallfilter), "users.*.services");
        add(routes, "/dnd", DND, dnd, "users.*.services.dnd");
        add(routes, "/incallfilter", INCALLFILTER, incallfilter, "users.*.services.dnd");
    }

    private static void add(
            Routes routes, String path, Shape<User> shape, Notifier<Change<User>> notifier, String access) {
        Services services = routes.services();
        CRUDService<User, Integer> service = CRUDService.builder(services.dao(Users.USERS), services.unitOfWork())
                .notifier(notifier)
                .build();
        routes.sub("/users/{}/services" + path, shape, service)
                .unscoped()
                .access(access)
                .add();
    }
}
