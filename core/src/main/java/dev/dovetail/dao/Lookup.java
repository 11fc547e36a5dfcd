package dev.dovetail.dao;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@link Lookups} were asked for: they read it when it is wanted, together with all else that they were
 * asked for until then. Not thread-safe.
 *
 * <pre>{@code
 * Lookup<Map<Integer, List<Line>>> lines = lookups.rights(USER_LINE, page);
 * Lookup<Map<Integer, List<Group>>> groups = lookups.lefts(GROUP_USER, page);
 * lines.get(); // one statement reads both
 * }</pre>
 *
 * @param <X> what is looked up
 * @since 0.1
 */
public abstract sealed class Lookup<X> {
    private final Lookups lookups;
    private @Nullable X found;

    private Lookup(Lookups lookups, @Nullable X found) {
        this.lookups = lookups;
        this.found = found;
    }

    /**
     * Returns what is found, having looked it up if it is not yet.
     *
     * @throws dev.dovetail.error.DovetailException if the store fails
     */
    public final X get() {
        if (found == null) {
            found = Objects.requireNonNull(find());
        }
        return found;
    }

    abstract X find();

    /** Returns whether it is found; goes on as far as that takes no read. */
    boolean isFound() {
        return found != null;
    }

    /** Returns what a function makes of it, once it is found. */
    public final <Y> Lookup<Y> map(Function<? super X, ? extends Y> function) {
        return then(mine -> new Known<>(lookups, function.apply(mine)));
    }

    /** Returns what a function makes of it and of another one of the same look-ups, once both are found. */
    public final <O, Y> Lookup<Y> with(Lookup<O> other, BiFunction<? super X, ? super O, ? extends Y> function) {
        return then(mine -> other.map(theirs -> function.apply(mine, theirs)));
    }

    /**
     * Returns what is looked up next: asked for as soon as this is found, so that it is read together with what else
     * is.
     */
    public final <Y> Lookup<Y> then(Function<? super X, Lookup<Y>> next) {
        return lookups.following(new Next<>(this, next));
    }

    /** One that is found. */
    static final class Known<X> extends Lookup<X> {
        Known(Lookups lookups, X found) {
            super(lookups, found);
        }

        @Override
        X find() {
            throw new IllegalStateException("found from the beginning");
        }
    }

    /** One that a read finds. */
    static final class Asked<X> extends Lookup<X> {
        private final Read<X> read;

        Asked(Lookups lookups, Read<X> read) {
            super(lookups, null);
            this.read = read;
        }

        Read<X> read() {
            return read;
        }

        @SuppressWarnings("unchecked") // what its own read has given
        void found(Object given) {
            ((Lookup<X>) this).found = (X) given;
        }

        @Override
        X find() {
            ((Lookup<X>) this).lookups.readAsked();
            return Objects.requireNonNull(((Lookup<X>) this).found);
        }
    }

    /** One that is asked for when another one is found. */
    static final class Next<X, Y> extends Lookup<Y> {
        private final Lookup<X> before;
        private final Function<? super X, Lookup<Y>> next;
        private @Nullable Lookup<Y> asked;

        Next(Lookup<X> before, Function<? super X, Lookup<Y>> next) {
            super(before.lookups, null);
            this.before = before;
            this.next = next;
        }

        private Lookup<Y> asked() {
            if (asked == null) {
                asked = next.apply(before.get());
            }
            return asked;
        }

        @Override
        Y find() {
            return asked().get();
        }

        @Override
        boolean isFound() {
            return super.isFound() || (before.isFound() && asked().isFound());
        }
    }
}
