package dev.dovetail.http;

/**
 * Is implemented by a plugin that wants another look or other paths over HTTP than the standard ones. A plugin that does
 * not implement it gets those. A plugin that is neither of a resource nor of an association has no standard paths; it
 * implements this to add some.
 *
 * @since 0.1
 */
public interface HttpPlugin {

    /** Shapes the representations: of the plugin's own resource, or of the sides of its association. */
    default void represent(Representations representations) {}

    /** Adds the plugin's paths; the standard ones unless overridden. */
    default void route(Routes routes) {
        routes.standard(this);
    }
}
