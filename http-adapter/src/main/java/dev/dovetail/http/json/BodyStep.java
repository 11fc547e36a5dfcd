package dev.dovetail.http.json;

import dev.dovetail.error.Violations;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at, or changes, a body as a whole. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface BodyStep {

    /**
     * Takes a body.
     *
     * @param body may be changed
     * @param creating whether it is that of a creation
     * @param violations takes what is wrong
     */
    void take(ObjectNode body, boolean creating, Violations violations);
}
