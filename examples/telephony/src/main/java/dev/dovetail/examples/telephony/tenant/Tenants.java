package dev.dovetail.examples.telephony.tenant;

import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Tenants: read-only, made by the first write in them. */
public final class Tenants {
    public static final Resource<Tenant, UUID> TENANTS = Resource.of(Tenant.class, Tenant::uuid)
            .tenant(Tenant::uuid)
            .defaultValue(Tenant::sipTemplatesGenerated, false)
            .searchFilterAndSort(Tenant::uuid)
            .build();

    private Tenants() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(TENANTS)
                .with(HttpPlugin.representing(all -> all.shape(TENANTS).hide(Tenant::slug))
                        .routing(Tenants::route));
    }

    /** Returns a tenant, made now if this is the first write in it. */
    public static Tenant seen(Services services, UUID uuid) {
        return services.dao(TENANTS).createIfAbsent(Tenant.of(uuid));
    }

    /** Returns the preparation of objects that may be made in a tenant: it is seen by the first of them. */
    public static <T extends Record> Preparation<T> seen(Services services, Resource<T, ?> resource) {
        Column<T, ?> tenant = resource.tenant().orElse(null);
        if (tenant == null) {
            return Preparation.none();
        }
        return (call, before, draft) -> {
            if (before == null && tenant.get(draft) instanceof UUID uuid) {
                seen(services, uuid);
            }
            return draft;
        };
    }

    /** Returns the object that a change asks for, having made known the tenant in which it is created. */
    public static <T extends Record> T known(Services services, Resource<T, ?> resource, Change<T> change) {
        if (change.before().isEmpty() && resource.tenantOf(change.value()) instanceof UUID uuid) {
            seen(services, uuid);
        }
        return change.value();
    }

    /** Returns what names made by the server hold of a tenant, seen now. */
    public static String slug(Services services, UUID uuid) {
        String slug = seen(services, uuid).slug();
        return slug == null ? "None" : slug;
    }

    private static void route(Routes routes) {
        routes.resource(TENANTS)
                .methods(Method.SEARCH, Method.GET)
                .locator(byUuid -> byUuid.showing(Object::toString))
                .add();
        Endpoint refuse = exchange -> Response.json(405, "\"\"\n".getBytes(StandardCharsets.UTF_8));
        routes.add(Route.of("POST", "/tenants", List.of(), refuse).withoutToken());
        routes.add(Route.of("PUT", "/tenants/{}", List.of(KeyFormat.uuid()), refuse)
                .withoutToken());
        routes.add(Route.of("DELETE", "/tenants/{}", List.of(KeyFormat.uuid()), refuse)
                .withoutToken());
    }
}
