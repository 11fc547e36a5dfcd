package dev.dovetail.dao.memory;

import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.List;

/**
 * Keeps elsewhere what a store in memory commits, and brings in what has changed there. Must be thread-safe.
 *
 * @since 0.1
 */
public interface Durability {

    /** Does nothing: what is committed is gone when the process ends. */
    Durability NONE = new Durability() {};

    /** Is called before anything of a resource is read or written, often. */
    default void used(Resource<?, ?> resource) {}

    /** Is called before anything of an association is read or written, often. */
    default void used(Association<?, ?, ?, ?> association) {}

    /** Is called before each read outside a unit of work. */
    default void beforeRead() {}

    /**
     * Is called when a unit of work has got the store for itself and has not read yet.
     *
     * @throws dev.dovetail.error.DovetailException to refuse the unit
     */
    default void beforeUnit() {}

    /**
     * Keeps a commit; once this returns, the commit has happened.
     *
     * @param before what was committed when the unit of work began
     * @param after what it leaves
     * @param recorded its events and commands
     * @throws RuntimeException to undo the unit of work
     */
    default void commit(Snapshot before, Snapshot after, List<OutboxEntry> recorded) {}
}
