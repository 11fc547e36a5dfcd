package dev.dovetail.examples.telephony.fallback;

import dev.dovetail.examples.telephony.destination.DestinationOwner;
import dev.dovetail.examples.telephony.legacy.LegacyResourcePlugin;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.Routes;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Resource;
import java.util.List;

/** Keeps the fallbacks of everything that has some; each that has fallbacks serves them itself. */
public final class FallbackPlugin implements LegacyResourcePlugin<Fallback, String>, HttpPlugin {
    @Override
    public Resource<Fallback, String> resource() {
        return Fallback.FALLBACKS;
    }

    @Override
    public List<Plugin> parts() {
        return List.of(plugin(), new DestinationOwner<>(Fallback.FALLBACKS, Fallback.TARGETS, Fallback::without));
    }

    @Override
    public void route(Routes routes) {
        routes.none(Fallback.FALLBACKS);
    }
}
