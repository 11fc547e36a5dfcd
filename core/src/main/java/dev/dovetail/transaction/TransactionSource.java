package dev.dovetail.transaction;

/**
 * Opens transactions. A part of the store; must be thread-safe.
 *
 * @since 0.1
 */
public interface TransactionSource {

    /**
     * Opens a transaction on the calling thread, or joins the one that the application has open there.
     *
     * @throws IllegalStateException if this source already has one open on the thread
     * @throws dev.dovetail.error.DovetailException if the store cannot be reached or a lock is not got in time
     */
    Transaction begin();
}
