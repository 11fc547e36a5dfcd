package dev.dovetail.resource;

/**
 * Says what happens to the objects that refer to an object which is deleted; as the referential actions of SQL
 * (ISO/IEC 9075-2, RESTRICT, SET NULL and CASCADE), but through the services: with rules and events.
 *
 * @since 0.1
 */
public enum ReferentialAction {
    /** The deletion is refused while something refers to the object. */
    REFUSE,
    /** The referring objects are edited: their column becomes null. */
    SET_NULL,
    /** The referring objects are deleted first. */
    CASCADE
}
