package dev.dovetail.examples.telephony.common;

import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Event;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Link;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the events that most plugins announce; each is named after what it is about and what was done to it. */
public final class BusEvents {
    private BusEvents() {}

    /** Announces changes to everybody in a tenant: {@code line_created}, {@code line_edited}, {@code line_deleted}. */
    public static <T> Notifier.Builder<T> ofTenant(String name, Function<T, UUID> tenant, Function<T, Object> data) {
        return ofTenant(name, tenant, data, row -> Map.of());
    }

    /** Does the same; the events have further headers. */
    public static <T> Notifier.Builder<T> ofTenant(
            String name, Function<T, UUID> tenant, Function<T, Object> data, Function<T, Map<String, Object>> headers) {
        return of((what, row) ->
                BusScope.tenant(tenant.apply(row), new Event(name + what, data.apply(row), headers.apply(row))));
    }

    /** Announces changes to everybody in a tenant, telling no more than the id of what changed. */
    public static <T> Notifier.Builder<T> byId(String name, Function<T, UUID> tenant, Function<T, Integer> id) {
        return ofTenant(name, tenant, row -> Map.of("id", id.apply(row)));
    }

    /** Announces changes of what has no tenant to the services of the installation. */
    public static <T> Notifier.Builder<T> ofService(String name, Function<T, Object> data) {
        return of((what, row) -> new Event(name + what, data.apply(row), Map.of()));
    }

    private static <T> Notifier.Builder<T> of(BiFunction<String, T, Event> event) {
        return Notifier.<T>of()
                .created(row -> event.apply("_created", row))
                .edited(change -> event.apply("_edited", change.value()))
                .deleted(row -> event.apply("_deleted", row));
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
