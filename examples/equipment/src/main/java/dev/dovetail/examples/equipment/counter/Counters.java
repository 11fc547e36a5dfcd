package dev.dovetail.examples.equipment.counter;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

/** Counters. */
public final class Counters {
    public static final Resource<Counter, Long> COUNTERS = Resource.of(Counter.class, Counter::number)
            .search(Counter::number, Counter::value)
            .build();

    private Counters() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(COUNTERS).announcesChanges();
    }
}
