package dev.dovetail.http;

import dev.dovetail.plugin.Plugin;
import java.util.function.Consumer;

/**
 * Is a part of a plugin that wants another look or other paths over HTTP than the standard ones:
 * {@code ResourcePlugin.of(LINES).with(HttpPlugin.routing(routes -> ...))}. A resource or association that no part has
 * routed gets the standard paths, unless one says {@link Routes#none}.
 *
 * @since 0.1
 */
public interface HttpPlugin extends Plugin {

    /** Shapes the representations of any resource. */
    default void represent(Representations representations) {}

    /** Adds paths; none unless overridden. */
    default void route(Routes routes) {}

    /** Returns the part that shapes representations. */
    static HttpPart representing(Consumer<Representations> shapes) {
        return new HttpPart(shapes, routes -> {});
    }

    /** Returns the part that adds paths. */
    static HttpPart routing(Consumer<Routes> adds) {
        return new HttpPart(all -> {}, adds);
    }
}
