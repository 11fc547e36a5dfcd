package dev.dovetail.examples.telephony.seed;

import tools.jackson.databind.node.ObjectNode;

/** Stores the seed's objects of one collection or association. */
public interface SeedTarget {

    /** Returns the key in the seed: the collection's path with {@code /} as {@code _}, or the association's name. */
    String collection();

    /** Returns whether nothing is stored but what a fresh installation has. */
    default boolean isEmpty() {
        return true;
    }

    /** Is called within the unit of work before the first object, if the seed has the collection. */
    default void begin() {}

    /**
     * Stores an object as it is given; within the unit of work.
     *
     * @throws dev.dovetail.error.DovetailException with what is wrong with it
     */
    void store(ObjectNode object);
}
