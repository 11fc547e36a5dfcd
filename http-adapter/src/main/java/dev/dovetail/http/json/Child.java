package dev.dovetail.http.json;

import dev.dovetail.resource.Resource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names a field of a creation's body that holds objects of another resource, one or a list, to be created and linked
 * along with it. Keep it in a constant. Immutable and thread-safe.
 *
 * <p>Each object is read as the body of a creation of its own resource is, children of its own included; what is wrong
 * is told under the name of the field. Null counts as absent unless {@linkplain #notNull() refused}.
 *
 * @param <C> the model of the other resource
 * @since 0.1
 */
public final class Child<C extends Record> {
    private static final Completion NONE = (parent, child) -> {};

    private final String name;
    private final Resource<C, ?> resource;
    private final boolean list;
    private final boolean byKey;
    private final boolean nullable;
    private final Completion completion;

    private Child(
            String name,
            Resource<C, ?> resource,
            boolean list,
            boolean byKey,
            boolean nullable,
            Completion completion) {
        this.name = name;
        this.resource = resource;
        this.list = list;
        this.byKey = byKey;
        this.nullable = nullable;
        this.completion = completion;
    }

    /** Completes the body of a child from that of its parent, before it is read. */
    @FunctionalInterface
    public interface Completion {
        /** May change the child's body. */
        void complete(ObjectNode parent, ObjectNode child);
    }

    /** Returns the field that holds one object. */
    public static <C extends Record> Child<C> one(String name, Resource<C, ?> resource) {
        return new Child<>(name, resource, false, false, true, NONE);
    }

    /** Returns the field that holds a list of objects. */
    public static <C extends Record> Child<C> list(String name, Resource<C, ?> resource) {
        return new Child<>(name, resource, true, false, true, NONE);
    }

    /** Returns this field, its objects completed from the parent's body. */
    public Child<C> completed(Completion completes) {
        return new Child<>(name, resource, list, byKey, nullable, completes);
    }

    /** Returns this field, of which an object that gives its key stands for one that is there already. */
    public Child<C> orByKey() {
        return new Child<>(name, resource, list, true, nullable, completion);
    }

    /** Returns this field with null refused. */
    public Child<C> notNull() {
        return new Child<>(name, resource, list, byKey, false, completion);
    }

    /** Returns the name of the field in JSON. */
    public String name() {
        return name;
    }

    /** Returns the resource of the objects. */
    public Resource<C, ?> resource() {
        return resource;
    }

    /** Returns whether the field holds a list. */
    public boolean isList() {
        return list;
    }

    boolean isByKey() {
        return byKey;
    }

    boolean isNullable() {
        return nullable;
    }

    Completion completion() {
        return completion;
    }

    boolean isCompleted() {
        return completion != NONE;
    }

    @Override
    public String toString() {
        return name;
    }
}
