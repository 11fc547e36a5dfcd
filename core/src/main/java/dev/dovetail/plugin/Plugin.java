package dev.dovetail.plugin;

import java.util.List;

/**
 * Holds what belongs together: everything of one resource ({@link ResourcePlugin}), of one association
 * ({@link AssociationPlugin}), or something that other plugins look up by {@link Services#plugins(Class)}.
 *
 * @since 0.1
 */
public interface Plugin {

    /** Returns the name by which the plugin can be left out; unique among the plugins given to a registry. */
    String name();

    /** Returns what belongs to the plugin and is loaded, or left out, with it; nothing unless overridden. */
    default List<Plugin> parts() {
        return List.of();
    }
}
