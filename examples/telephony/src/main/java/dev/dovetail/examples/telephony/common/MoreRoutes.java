package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.ResourceRoutes;
import dev.dovetail.http.Routes;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import java.util.function.BiConsumer;

/**
 * Shapes the paths of a resource that another folder serves: filters, what follows creations, further views.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public record MoreRoutes<T extends Record, K>(Resource<T, K> resource, BiConsumer<Routes, ResourceRoutes<T, K>> shapes)
        implements Plugin {
    @Override
    public String name() {
        return "routes of " + resource.collection();
    }

    /** Applies what all plugins loaded say about the paths of a resource. */
    @SuppressWarnings("unchecked") // equal resources have the same model and key
    static <T extends Record, K> void apply(Resource<T, K> resource, Routes all, ResourceRoutes<T, K> routes) {
        for (MoreRoutes<?, ?> more : all.services().plugins(MoreRoutes.class)) {
            if (more.resource.equals(resource)) {
                ((MoreRoutes<T, K>) more).shapes.accept(all, routes);
            }
        }
    }
}
