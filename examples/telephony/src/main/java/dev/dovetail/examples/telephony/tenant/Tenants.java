package dev.dovetail.examples.telephony.tenant;

import dev.dovetail.Preparation;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Representation;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Tenants: read-only, made by the first write in them. */
public final class Tenants implements TelephonyPlugin<Tenant, UUID> {
    public static final Resource<Tenant, UUID> TENANTS = Resource.of(Tenant.class, Tenant::uuid)
            .tenant(Tenant::uuid)
            .defaultValue(Tenant::sipTemplatesGenerated, false)
            .searchFilterAndSort(Tenant::uuid)
            .build();

    @Override
    public Resource<Tenant, UUID> resource() {
        return TENANTS;
    }

    /** Not seen by itself: whoever creates it does so. */
    @Override
    public Preparation<Tenant> preparation(Services services) {
        return computes(services);
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

    @Override
    public void represent(Representations all) {
        shape(all.shape(TENANTS), all);
    }

    @Override
    public void shape(Representation.Builder<Tenant> shape, Representations all) {
        shape.hide(Tenant::slug);
    }

    @Override
    public void shape(ResourceRoutes<Tenant, UUID> routes) {
        routes.methods(ResourceRoutes.Method.SEARCH, ResourceRoutes.Method.GET)
                .locator(byUuid -> byUuid.showing(Object::toString));
    }

    @Override
    public void route(Routes routes) {
        TelephonyPlugin.super.route(routes);
        Endpoint refuse = exchange -> Response.json(405, "\"\"\n".getBytes(StandardCharsets.UTF_8));
        routes.add(Route.of("POST", "/tenants", List.of(), refuse).withoutToken());
        routes.add(Route.of("PUT", "/tenants/{}", List.of(KeyFormat.uuid()), refuse)
                .withoutToken());
        routes.add(Route.of("DELETE", "/tenants/{}", List.of(KeyFormat.uuid()), refuse)
                .withoutToken());
    }
}
