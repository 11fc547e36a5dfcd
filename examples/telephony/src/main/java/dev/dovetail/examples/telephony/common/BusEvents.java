package dev.dovetail.examples.telephony.common;

import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Link;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the events that most plugins announce; each is named after what it is about and what was done to it. */
public final class BusEvents {
    private BusEvents() {}

    /** Announces changes to everybody in a tenant: {@code line_created}, {@code line_edited}, {@code line_deleted}. */
    public static <T> Notifier.Builder<T> ofTenant(String name, Function<T, UUID> tenant, Function<T, Object> data) {
        return of(name, row -> tenant.apply(row), data);
    }

    /** Announces changes to everybody in a tenant, telling no more than the id of what changed. */
    public static <T> Notifier.Builder<T> byId(String name, Function<T, UUID> tenant, Function<T, Integer> id) {
        return ofTenant(name, tenant, row -> Map.of("id", id.apply(row)));
    }

    /** Announces changes of what has no tenant to the services of the installation. */
    public static <T> Notifier.Builder<T> ofService(String name, Function<T, Object> data) {
        return of(name, row -> null, data);
    }

    private interface Tenant<T> {
        @Nullable
        UUID of(T row);
    }

    private static <T> Notifier.Builder<T> of(String name, Tenant<T> tenant, Function<T, Object> data) {
        return Notifier.<T>of()
                .created(row -> event(name + "_created", tenant.of(row), data.apply(row)))
                .edited(change -> event(name + "_edited", tenant.of(change.value()), data.apply(change.value())))
                .deleted(row -> event(name + "_deleted", tenant.of(row), data.apply(row)));
    }

    private static Event event(String name, @Nullable UUID tenant, Object data) {
        Event event = new Event(name, data, Map.of());
        return tenant == null ? event : BusScope.tenant(tenant, event);
    }

    /**
     * Announces links made and undone: {@code line_extension_associated}, {@code line_extension_dissociated}.
     *
     * @param scope says who an event is for: {@link BusScope}
     */
    public static <L, R> AssociationNotifier.Builder<L, R> ofLinks(
            String name, BiFunction<Link<L, R>, Event, Event> scope, Function<Link<L, R>, Object> data) {
        return AssociationNotifier.<L, R>builder()
                .associated(link -> scope.apply(link, new Event(name + "_associated", data.apply(link), Map.of())))
                .dissociated(link -> scope.apply(link, new Event(name + "_dissociated", data.apply(link), Map.of())));
    }
}
