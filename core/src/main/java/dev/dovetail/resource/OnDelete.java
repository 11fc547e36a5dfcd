package dev.dovetail.resource;

/**
 * Says what happens to the links of an object that is deleted.
 *
 * @since 0.1
 */
public enum OnDelete {
    /** The deletion is refused while there are links. */
    REFUSE,
    /** The links are deleted with the object: no rule, no event. */
    UNLINK,
    /** Each link is undone first, as if asked for: rules may refuse, and what is undone is announced. */
    DISSOCIATE
}
