package dev.dovetail.plugin;

/**
 * Holds everything of one resource or of one association.
 *
 * @since 0.1
 */
public interface Plugin {

    /** Returns the name by which the plugin can be left out; unique in a registry. */
    String name();
}
