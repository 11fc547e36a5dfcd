package dev.dovetail.idempotency;

import dev.dovetail.dao.Store;
import java.time.Instant;

/**
 * Keeps calls so that each is done once, however often it is made. Must be thread-safe.
 *
 * <p>Every method needs a unit of work on the calling thread, and is a part of it: a call whose unit is rolled back is
 * not kept.
 *
 * @since 0.1
 */
public interface IdempotencyStore {

    /**
     * Keeps a call, unless one of its name is kept that has not expired. If one is being kept at this moment by another
     * unit of work, this waits until that has ended.
     *
     * @param now tells what has expired
     * @return the call that is kept: this one without an answer, or an earlier one with its answer
     */
    KeptCall keep(KeptCall call, Instant now);

    /** Adds the answer to a call that this unit of work keeps. */
    void answered(KeptCall call);

    /**
     * Forgets calls that have expired.
     *
     * @param most how many at most, &gt; 0
     * @return how many there were
     */
    int prune(Instant now, int most);

    /**
     * Returns what keeps calls in a store, whatever its kind. In SQL the table is {@code dovetail_kept_calls}, made by
     * {@code MyBatisStore.createKeptCalls()} or from the resource {@code dev/dovetail/dao/mybatis/idempotency.sql}.
     *
     * @param store of the unit of work that the calls run in
     */
    static IdempotencyStore in(Store store) {
        return new StoredCalls(store);
    }
}
