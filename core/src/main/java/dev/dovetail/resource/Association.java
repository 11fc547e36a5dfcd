package dev.dovetail.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Describes a link between a left and a right resource that can be made and undone.
 *
 * <pre>{@code
 * static final Association<User, Integer, Line, Integer> USER_LINES =
 *         Association.between(USERS, LINES).name("user_line").onDeleteLeft(OnDelete.UNLINK).build();
 * }</pre>
 *
 * <p>Any number of links on both sides unless declared otherwise. Immutable and thread-safe.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public final class Association<L extends Record, LK, R extends Record, RK> {
    private final String name;
    private final Resource<L, LK> left;
    private final Resource<R, RK> right;
    private final boolean oneRight;
    private final boolean oneLeft;
    private final boolean ordered;
    private final boolean tellsMain;
    private final boolean lowestSucceeds;
    private final OnDelete onDeleteLeft;
    private final OnDelete onDeleteRight;
    private final Attributes<?> attributes;
    private final boolean sameTenant;

    private Association(Builder<L, LK, R, RK> builder) {
        this.name = builder.name;
        this.left = builder.left;
        this.right = builder.right;
        this.oneRight = builder.oneRight;
        this.oneLeft = builder.oneLeft;
        this.ordered = builder.ordered;
        this.tellsMain = builder.tellsMain;
        this.lowestSucceeds = builder.lowestSucceeds;
        this.onDeleteLeft = builder.onDeleteLeft;
        this.onDeleteRight = builder.onDeleteRight;
        this.attributes = builder.attributes;
        this.sameTenant = builder.sameTenant;
    }

    /** Starts a description. */
    public static <L extends Record, LK, R extends Record, RK> Builder<L, LK, R, RK> between(
            Resource<L, LK> left, Resource<R, RK> right) {
        return new Builder<>(left, right);
    }

    /** Returns the name, which is that of the table as well: {@code user_line}. */
    public String name() {
        return name;
    }

    /** Returns the left resource. */
    public Resource<L, LK> left() {
        return left;
    }

    /** Returns the right resource. */
    public Resource<R, RK> right() {
        return right;
    }

    /** Returns whether a left object has at most one right. */
    public boolean oneRight() {
        return oneRight;
    }

    /** Returns whether a right object has at most one left. */
    public boolean oneLeft() {
        return oneLeft;
    }

    /** Returns whether the rights of a left keep the order in which a set was given. */
    public boolean ordered() {
        return ordered;
    }

    /**
     * Returns whether the first of an object's links on either side is its main one, which rules and notifiers are
     * told: {@link dev.dovetail.operation.Link#mainRight()}.
     */
    public boolean tellsMain() {
        return tellsMain;
    }

    /**
     * Returns whether the right one with the lowest key, instead of the next one in order, follows a main one that
     * leaves.
     */
    public boolean lowestSucceeds() {
        return lowestSucceeds;
    }

    /** Returns the rights that a left has once one of them has left, those from before being in order. */
    public List<RK> remaining(List<RK> rights, RK gone) {
        List<RK> rest = new ArrayList<>(rights);
        rest.remove(gone);
        if (lowestSucceeds && !rest.isEmpty() && gone.equals(rights.get(0))) {
            RK lowest = new TreeSet<>(rest).first();
            rest.remove(lowest);
            rest.add(0, lowest);
        }
        return rest;
    }

    /** Returns what happens to the links of a left object that is deleted. */
    public OnDelete onDeleteLeft() {
        return onDeleteLeft;
    }

    /** Returns what happens to the links of a right object that is deleted. */
    public OnDelete onDeleteRight() {
        return onDeleteRight;
    }

    /** Returns whether both sides of a link must belong to the same tenant. */
    public boolean requiresSameTenant() {
        return sameTenant;
    }

    /** Returns what each link carries; {@linkplain Attributes#none() nothing} unless declared. */
    public Attributes<?> attributes() {
        return attributes;
    }

    /** Returns whether links carry anything. */
    public boolean hasAttributes() {
        return !attributes.columns().isEmpty();
    }

    /**
     * Fails unless these are the attributes of this association.
     *
     * @throws IllegalArgumentException if links carry nothing, or something else
     */
    public void requireAttributes(Attributes<?> asked) {
        if (attributes != asked) {
            throw new IllegalArgumentException("association " + name + ": " + asked
                    + " are not its attributes (expected: "
                    + (hasAttributes() ? attributes + ", the same description" : "none; declare them by attributes(..)")
                    + ")");
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Collects a description. Not thread-safe.
     *
     * @param <L> the left model
     * @param <LK> the left key
     * @param <R> the right model
     * @param <RK> the right key
     */
    public static final class Builder<L extends Record, LK, R extends Record, RK> {
        private final Resource<L, LK> left;
        private final Resource<R, RK> right;
        private String name;
        private boolean oneRight;
        private boolean oneLeft;
        private boolean ordered;
        private boolean tellsMain;
        private boolean lowestSucceeds;
        private OnDelete onDeleteLeft = OnDelete.REFUSE;
        private OnDelete onDeleteRight = OnDelete.REFUSE;
        private Attributes<?> attributes = Attributes.none();
        private boolean sameTenant;

        private Builder(Resource<L, LK> left, Resource<R, RK> right) {
            this.left = left;
            this.right = right;
            this.name = (left.name() + "_" + right.name()).toLowerCase(java.util.Locale.ROOT);
        }

        /** Names the association; the names of both sides, in lower case, with {@code _} between unless called. */
        public Builder<L, LK, R, RK> name(String text) {
            this.name = text;
            return this;
        }

        /** Allows a left object at most one right. */
        public Builder<L, LK, R, RK> oneRight() {
            this.oneRight = true;
            return this;
        }

        /** Allows a right object at most one left. */
        public Builder<L, LK, R, RK> oneLeft() {
            this.oneLeft = true;
            return this;
        }

        /** Keeps the rights of a left in the order in which a set was given. */
        public Builder<L, LK, R, RK> ordered() {
            this.ordered = true;
            return this;
        }

        /** Has the first link of an object be its main one, the others secondary; rights are ordered then. */
        public Builder<L, LK, R, RK> main() {
            this.tellsMain = true;
            return ordered();
        }

        /**
         * Makes the right one with the lowest key the main one when that is unlinked; else the next one in order is.
         */
        public Builder<L, LK, R, RK> lowestSucceeds() {
            this.lowestSucceeds = true;
            return main();
        }

        /** Says what happens to the links of a left object that is deleted; refused unless called. */
        public Builder<L, LK, R, RK> onDeleteLeft(OnDelete action) {
            this.onDeleteLeft = action;
            return this;
        }

        /** Says what happens to the links of a right object that is deleted; refused unless called. */
        public Builder<L, LK, R, RK> onDeleteRight(OnDelete action) {
            this.onDeleteRight = action;
            return this;
        }

        /** Says what happens to the links of an object of either side that is deleted; refused unless called. */
        public Builder<L, LK, R, RK> onDelete(OnDelete action) {
            return onDeleteLeft(action).onDeleteRight(action);
        }

        /**
         * Requires that both sides of a link belong to the same tenant; not unless called. A side without tenant
         * passes.
         */
        public Builder<L, LK, R, RK> sameTenant() {
            this.sameTenant = true;
            return this;
        }

        /** Has each link carry attributes; nothing unless called. */
        public Builder<L, LK, R, RK> attributes(Attributes<?> carried) {
            this.attributes = carried;
            return this;
        }

        /** Returns the description. */
        public Association<L, LK, R, RK> build() {
            return new Association<>(this);
        }
    }
}
