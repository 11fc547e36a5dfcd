package dev.dovetail.dao;

import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.TransactionSource;

/**
 * Keeps the data of an application: makes its DAOs, opens its transactions and holds its outbox. Must be thread-safe.
 *
 * @since 0.1
 */
public interface Store extends TransactionSource, AutoCloseable {

    /** Returns the DAO of a resource. */
    <T extends Record, K> Dao<T, K> dao(Resource<T, K> resource);

    /** Returns the DAO of an association. */
    <L extends Record, LK, R extends Record, RK> AssociationDao<LK, RK> dao(Association<L, LK, R, RK> association);

    /** Returns the outbox, which is written in the same transactions. */
    Outbox outbox();

    /**
     * Checks that what the DAOs made so far need is there; does nothing unless overridden.
     *
     * @throws IllegalStateException with what is missing and what to do about it
     */
    default void verify() {}

    /** Closes what the store itself has opened. */
    @Override
    void close();
}
