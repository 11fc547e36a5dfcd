package dev.dovetail.plugin;

/**
 * Holds everything of one resource ({@link ResourcePlugin}) or of one association ({@link AssociationPlugin}). One that
 * is neither has no data here: it is loaded for what else it implements, such as paths over HTTP.
 *
 * @since 0.1
 */
public interface Plugin {

    /** Returns the name by which the plugin can be left out; unique in a registry. */
    String name();
}
