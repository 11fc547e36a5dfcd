package dev.dovetail.examples.telephony.common;

import dev.dovetail.examples.telephony.legacy.LegacyResourcePlugin;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Routes;
import dev.dovetail.resource.Resource;

/**
 * Keeps a resource that another one shows: without paths of its own.
 *
 * @param <T> the model record
 * @param <K> the key
 */
public record Stored<T extends Record, K>(Resource<T, K> resource) implements LegacyResourcePlugin<T, K>, HttpPlugin {
    @Override
    public void route(Routes routes) {
        routes.none(resource);
    }
}
