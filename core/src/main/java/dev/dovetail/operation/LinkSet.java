package dev.dovetail.operation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * States the right objects of a left one in order, each with the state of its link.
 *
 * @param rights the right objects in order; wanted ones with repeats
 * @param states by right object; one that is absent has an unknown state
 * @param <R> the right model
 * @since 0.1
 */
public record LinkSet<R>(List<R> rights, Map<R, LinkState> states) {
    public LinkSet {
        rights = List.copyOf(rights);
        states = Map.copyOf(states);
    }

    /** Returns the set of these objects, with no more known of their links. */
    public static <R> LinkSet<R> of(List<R> rights) {
        return new LinkSet<>(rights, Map.of());
    }

    LinkState state(R right) {
        return states.getOrDefault(right, LinkState.UNKNOWN);
    }

    Set<R> mains() {
        Set<R> mains = new LinkedHashSet<>(rights);
        mains.removeIf(right -> !state(right).mainLeft());
        return mains;
    }

    List<R> changed() {
        Map<R, LinkState> changed = new LinkedHashMap<>();
        rights.forEach(right -> changed.put(right, state(right)));
        changed.values().removeIf(state -> !state.changed());
        return List.copyOf(changed.keySet());
    }
}
