package dev.dovetail.examples.telephony.user;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.BusScope;
import dev.dovetail.examples.telephony.fallback.Fallback;
import dev.dovetail.examples.telephony.fallback.Fallback.Reason;
import dev.dovetail.examples.telephony.fallback.Fallbacks;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Body;
import dev.dovetail.notification.Event;
import dev.dovetail.plugin.Services;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where calls to a user go that he does not take. */
public final class UserFallbacks {
    public static final Fallbacks<User, Integer> ALL = new Fallbacks<>(Users.USERS, List.of(Reason.values()), true);

    private record Data(
            int id,
            UUID uuid,
            @Nullable Integer subscriptionType,
            @Nullable String createdAt,
            UUID tenantUuid) {}

    private UserFallbacks() {}

    /** Returns what tells of an edit; its clients know it without type and time. */
    static Event edited(User user) {
        Data data = new Data(user.id(), user.uuid(), null, null, user.tenantUuid());
        return BusScope.user(user.tenantUuid(), user.uuid(), new Event("user_fallback_edited", data, Map.of()));
    }

    /** Replaces the fallbacks of a user and tells of it; joins the unit of work that is running. */
    public static void replace(Services services, CallContext call, User user, Body<Fallback> body) {
        services.unitOfWork().call(call, unit -> {
            ALL.replace(services, user, body);
            unit.about("User/" + user.id(), announcements -> announcements.announce(edited(user)));
            return true;
        });
    }

    static void route(Routes routes) {
        ALL.route(routes, (services, user) -> edited(user), KeyFormat.integer(), KeyFormat.uuid());
    }
}
