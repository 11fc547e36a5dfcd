package dev.dovetail.operation;

/**
 * Names what is done to a resource.
 *
 * @since 0.1
 */
public enum Operation {
    CREATE,
    EDIT,
    DELETE
}
