package dev.dovetail.transaction;

/**
 * Is open on one thread, from {@link TransactionSource#begin()} to {@link #commit()} or {@link #rollback()}.
 *
 * @since 0.1
 */
public interface Transaction {

    /**
     * Commits; a joined transaction leaves that to its opener.
     *
     * @throws dev.dovetail.error.DovetailException if it cannot; everything is then rolled back
     */
    void commit();

    /**
     * Checks what is otherwise checked at the commit, such as deferred constraints; does nothing unless overridden.
     *
     * @throws dev.dovetail.error.DovetailException if the commit would be refused
     */
    default void check() {}

    /**
     * Announces that the next call of this DAO or outbox writes for the last time before {@link #commit()}, so that a
     * store may send both at once. Does nothing unless overridden.
     *
     * <p>The announcement holds for this very object: a store must not take a call that comes through a wrapper for the
     * last one, since the wrapper may write more.
     *
     * @param writer the DAO or the outbox; compared by identity
     */
    default void endsWith(Object writer) {}

    /** Rolls back; a joined transaction marks that of its opener for rollback. */
    void rollback();

    /** Returns whether somebody else has opened the transaction and will commit it. */
    boolean joined();

    /** Runs something as soon as the data is durable: after {@link #commit()}, for a joined one after theirs. */
    void afterCommit(Runnable action);
}
