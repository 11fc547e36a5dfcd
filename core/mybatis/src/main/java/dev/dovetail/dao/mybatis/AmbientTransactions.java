package dev.dovetail.dao.mybatis;

import java.util.Optional;

/**
 * Tells the store of transactions that the application opens itself: by JDBC ({@link ConnectionTransactions}), a
 * MyBatis session, Spring. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AmbientTransactions {

    /**
     * Returns the transaction that is open on the calling thread, the same object until it ends. It must no longer be
     * returned when its completion is told.
     */
    Optional<AmbientTransaction> current();

    /** Returns the one that never has any. */
    static AmbientTransactions none() {
        return Optional::empty;
    }
}
