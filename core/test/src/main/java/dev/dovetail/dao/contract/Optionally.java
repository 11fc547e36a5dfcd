package dev.dovetail.dao.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what a store may do without. Whatever is not named here, every store has to do.
 *
 * @since 0.1
 */
public enum Optionally {
    /**
     * Values found over associations and references can be filtered, sorted and searched by. Without it, an application
     * must declare no {@link dev.dovetail.resource.Derived#found} for lists; showing them works, since
     * {@link dev.dovetail.dao.Lookups} finds them through the DAOs.
     */
    DERIVED_ELSEWHERE,
    /**
     * Others read what was committed before, and do not wait, while a unit of work is writing. Without it a service
     * call within a unit on one thread makes all others wait for its end.
     */
    READS_BESIDE_WRITES,
    /**
     * A generated key may be given, and later ones are larger. Without it, data cannot be taken over from elsewhere
     * with its keys.
     */
    GIVEN_GENERATED_KEYS,
    /** Links carry attributes. Without it, no association may declare any. */
    LINK_ATTRIBUTES,
    /** Components may be lists and records of their own. Without it, model records must be flat. */
    NESTED_VALUES;

    /** Marks the tests that need something optional. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Needs {
        Optionally value();
    }
}
