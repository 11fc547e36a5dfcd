package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.http.json.Representation;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves a resource as {@link TelephonyResource} was told to.
 *
 * @param paths what shapes the standard paths; null for none
 */
record ServedResource<T extends Record, K>(
        Resource<T, K> resource,
        String path,
        int installed,
        List<BiConsumer<Representation.Builder<T>, Representations>> shapes,
        @Nullable List<Consumer<ResourceRoutes<T, K>>> paths)
        implements HttpPlugin, Served {

    @Override
    public String name() {
        return path;
    }

    @Override
    public void represent(Representations all) {
        Representation.Builder<T> shape = all.shape(resource);
        shapes.forEach(step -> step.accept(shape, all));
    }

    @Override
    public void route(Routes routes) {
        if (paths == null) {
            routes.none(resource);
            return;
        }
        ResourceRoutes<T, K> mine = routes.resource(resource).path(path);
        paths.forEach(step -> step.accept(mine));
        MoreRoutes.apply(resource, routes, mine);
        mine.add();
    }
}
