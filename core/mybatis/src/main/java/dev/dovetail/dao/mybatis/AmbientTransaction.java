package dev.dovetail.dao.mybatis;

import java.sql.Connection;
import java.util.function.Consumer;

/**
 * Is a transaction that the application has opened and will end, for units of work to join.
 *
 * @since 0.1
 */
public interface AmbientTransaction {

    /** Returns its connection, with autocommit off; the store neither commits nor closes it. */
    Connection connection();

    /** Runs something once the transaction has ended and is no longer current: true if it was committed. */
    void onCompletion(Consumer<Boolean> committed);

    /** Makes sure that the transaction cannot be committed: a unit of work within it has failed. */
    void setRollbackOnly();
}
