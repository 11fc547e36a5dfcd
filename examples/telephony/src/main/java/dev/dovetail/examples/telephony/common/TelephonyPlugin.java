package dev.dovetail.examples.telephony.common;

import dev.dovetail.examples.telephony.legacy.LegacyResourcePlugin;
import dev.dovetail.examples.telephony.legacy.Preparation;
import dev.dovetail.examples.telephony.tenant.Tenants;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Representation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;

/**
 * A resource of this API: with links, under a path.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public interface TelephonyPlugin<T extends Record, K> extends LegacyResourcePlugin<T, K>, HttpPlugin, Served {

    @Override
    Resource<T, K> resource();

    @Override
    default String path() {
        return "/" + resource().collection();
    }

    /** Returns the {@code rel} of links to objects; the collection's name unless overridden. */
    default String rel() {
        return resource().collection();
    }

    /** Returns what links name an object by; its key unless overridden. */
    default Object linkKey(T row) {
        return resource().keyOf(row);
    }

    @Override
    default int installed() {
        return 0;
    }

    /** Returns what is computed before validation; nothing unless overridden. Called once. */
    default Preparation<T> computes(Services services) {
        return Preparation.none();
    }

    /** A tenant becomes known by the first object that is made in it, of whatever kind. */
    @Override
    default Preparation<T> preparation(Services services) {
        Preparation<T> own = computes(services);
        Preparation<T> known = Tenants.seen(services, resource());
        return (call, before, draft) -> known.prepare(call, before, own.prepare(call, before, draft));
    }

    /** Shapes how objects look, beyond their columns and links. */
    default void shape(Representation.Builder<T> shape, Representations all) {}

    /** Shapes the paths. */
    default void shape(ResourceRoutes<T, K> routes) {}

    @Override
    default void represent(Representations representations) {
        Representation.Builder<T> shape = representations.shape(resource());
        shape.part("links", Links.of(rel(), path(), this::linkKey));
        shape(shape, representations);
    }

    @Override
    default void route(Routes routes) {
        ResourceRoutes<T, K> mine = routes.resource(resource()).path(path());
        shape(mine);
        MoreRoutes.apply(resource(), routes, mine);
        mine.add();
    }
}
