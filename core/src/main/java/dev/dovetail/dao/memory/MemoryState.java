package dev.dovetail.dao.memory;

import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.resource.Resource;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets a {@link Durability} bring into a store in memory what it has kept. Thread-safe.
 *
 * @since 0.1
 */
public final class MemoryState {
    private final MemoryStore store;

    MemoryState(MemoryStore store) {
        this.store = store;
    }

    /**
     * Runs something while no unit of work of another thread is running.
     *
     * @param wait whether to wait until the one that is running has ended
     * @return whether it was run; always if waiting
     * @throws dev.dovetail.error.DovetailException TIMED_OUT if waiting took too long
     */
    public boolean exclusively(boolean wait, Runnable action) {
        return store.exclusively(wait, action);
    }

    /**
     * Changes what is committed, and what a unit of work of the calling thread sees.
     *
     * @param step is called for each state that is to change; what it throws leaves what is committed as it was
     * @throws IllegalStateException if not called {@link #exclusively} or from {@link Durability#beforeUnit}
     */
    public void change(UnaryOperator<Snapshot> step) {
        store.changeCommitted(step);
    }

    /** Returns the highest key that has been generated for a resource or given to it; 0 if there is none. */
    public long lastKey(Resource<?, ?> resource) {
        return store.memoryDao(resource).lastKey();
    }

    /** Makes all keys that will be generated higher than one. */
    public void passKey(Resource<?, ?> resource, long key) {
        store.memoryDao(resource).passKey(key);
    }

    /**
     * Puts back an entry that was not delivered, after those that are there.
     *
     * @param due when it is to be tried again; null for at once without an error, for never with one
     * @param error why it could not be delivered; null if it was not tried
     */
    public void restore(OutboxEntry entry, @Nullable Instant due, @Nullable String error) {
        store.queue().restore(entry, due, error);
    }
}
