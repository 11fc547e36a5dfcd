package dev.dovetail.dao.memory;

import dev.dovetail.resource.Association;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers the tables of a store, so that its snapshots find them by index. Thread-safe. */
final class Places {
    private final Map<Object, Integer> known = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Returns the place of the rows of a resource or the links of an association, a new one if it has none. */
    int of(Object description) {
        return known.computeIfAbsent(id(description), key -> next.getAndIncrement());
    }

    /** Links are filed by their association's name: two descriptions of one name are of the same links, as in SQL. */
    private static Object id(Object description) {
        return description instanceof Association<?, ?, ?, ?> association ? association.name() : description;
    }
}
