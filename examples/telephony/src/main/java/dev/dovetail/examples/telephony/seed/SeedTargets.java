package dev.dovetail.examples.telephony.seed;

import dev.dovetail.examples.telephony.common.Served;
import dev.dovetail.http.Representations;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the seed targets of all plugins that are loaded. */
public final class SeedTargets {
    private SeedTargets() {}

    /**
     * Returns the targets, resources in the order of the plugins, then associations. A resource is known by its path
     * with {@code _} for {@code /}, or, without one, by the name of the collection.
     */
    public static List<SeedTarget> of(PluginRegistry registry, Representations representations) {
        Map<Resource<?, ?>, Served> served = new HashMap<>();
        registry.plugins(Served.class).forEach(one -> served.put(one.resource(), one));
        List<SeedTarget> targets = new ArrayList<>();
        for (Resource<?, ?> resource : registry.resources()) {
            targets.add(of(resource, served.get(resource), registry, representations));
        }
        for (Association<?, ?, ?, ?> association : registry.associations()) {
            targets.add(new LinkSeedTarget<>(association, registry));
        }
        return List.copyOf(targets);
    }

    private static <T extends Record, K> SeedTarget of(
            Resource<T, K> resource,
            @Nullable Served served,
            PluginRegistry registry,
            Representations representations) {
        SeedTarget target = new ResourceSeedTarget<>(resource, served, registry, representations.of(resource));
        return resource.key().name().equals(ListSeedTarget.POSITION)
                ? new ListSeedTarget<>(target, registry.dao(resource))
                : target;
    }
}
