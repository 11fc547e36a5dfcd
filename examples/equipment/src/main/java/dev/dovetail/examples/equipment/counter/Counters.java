package dev.dovetail.examples.equipment.counter;

import dev.dovetail.resource.Resource;

/** Describes counters. */
public final class Counters {
    public static final Resource<Counter, Long> COUNTERS =
            Resource.of(Counter.class, Counter::number).build();

    private Counters() {}
}
