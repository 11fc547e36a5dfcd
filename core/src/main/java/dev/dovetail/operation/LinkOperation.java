package dev.dovetail.operation;

/**
 * Names what is done with a link.
 *
 * @since 0.1
 */
public enum LinkOperation {
    /** The link is made. */
    ASSOCIATE,
    /** The link is undone. */
    DISSOCIATE
}
