package dev.dovetail.examples.telephony.seed;

import dev.dovetail.http.Representations;
import dev.dovetail.examples.telephony.legacy.LegacyAssociationPlugin;
import dev.dovetail.examples.telephony.legacy.LegacyResourcePlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the seed targets of all plugins that are loaded. */
public final class SeedTargets {
    private SeedTargets() {}

    /**
     * Returns the targets, resources in the order of the plugins, then associations.
     *
     * @param collection names a resource plugin's key in the seed
     */
    public static List<SeedTarget> of(
            PluginRegistry registry,
            Representations representations,
            Function<LegacyResourcePlugin<?, ?>, String> collection) {
        List<SeedTarget> resources = new ArrayList<>();
        List<SeedTarget> links = new ArrayList<>();
        for (Plugin plugin : registry.plugins()) {
            if (plugin instanceof LegacyResourcePlugin<?, ?> of) {
                resources.add(resource(collection.apply(of), of, registry, representations));
            } else if (plugin instanceof LegacyAssociationPlugin<?, ?, ?, ?> of) {
                links.add(new LinkSeedTarget<>(of.association(), registry));
            }
        }
        resources.addAll(links);
        return List.copyOf(resources);
    }

    private static <T extends Record, K> SeedTarget resource(
            String collection,
            LegacyResourcePlugin<T, K> plugin,
            PluginRegistry registry,
            Representations representations) {
        Resource<T, K> resource = plugin.resource();
        SeedTarget target = new ResourceSeedTarget<>(collection, plugin, registry, representations.of(resource));
        return resource.key().name().equals(ListSeedTarget.POSITION)
                ? new ListSeedTarget<>(target, registry.dao(resource))
                : target;
    }
}
