package dev.dovetail.dao;

import java.util.List;

/**
 * A read of a DAO that is still to be made: alone, or together with others at the cost of one. It may be made again,
 * and then reads anew.
 *
 * @param <X> what it gives
 * @since 0.1
 */
@FunctionalInterface
public interface Read<X> {

    /**
     * Makes this read alone.
     *
     * @throws dev.dovetail.error.DovetailException if the store fails
     */
    X now();

    /**
     * Returns what makes this read together with others that name the same. One that reads one by one unless
     * overridden.
     */
    default Reader reader() {
        return Reader.ONE_BY_ONE;
    }

    /** Makes several reads. Must be thread-safe. */
    @FunctionalInterface
    interface Reader {
        /** Makes each read by itself. */
        Reader ONE_BY_ONE = reads -> reads.stream().<Object>map(Read::now).toList();

        /**
         * Returns what each of these reads gives, in their order.
         *
         * @param reads all of which name this reader; at least one
         * @throws dev.dovetail.error.DovetailException if the store fails
         */
        List<Object> results(List<? extends Read<?>> reads);
    }
}
