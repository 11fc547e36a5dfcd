package dev.dovetail.error;

/**
 * Names the closed family of failures that a service call can end in.
 *
 * @since 0.1
 */
public enum ErrorKind {
    /** The object does not exist, or is outside the caller's scope. */
    NOT_FOUND,
    /** A value that must be unique is taken. */
    ALREADY_EXISTS,
    /** The object cannot go, or change, while something is associated with it. */
    STILL_ASSOCIATED,
    /** Two objects were expected to be associated and are not. */
    NOT_ASSOCIATED,
    /** Something else has to be associated first. */
    MISSING_ASSOCIATION,
    /** A field has a value that breaks a constraint on input. */
    INVALID_INPUT,
    /** A field names another object that does not exist, or is outside the caller's scope. */
    REFERENCE_NOT_FOUND,
    /** A business rule forbids the operation. */
    NOT_PERMITTED,
    /** Objects of two tenants may not be associated. */
    DIFFERENT_TENANTS,
    /** The edit was made from a copy that is older than what is stored. */
    STALE_VERSION,
    /** The caller is not known. */
    UNAUTHENTICATED,
    /** The caller is known and lacks the right. */
    FORBIDDEN,
    /** Too much was asked for: an input is larger than its bound. */
    TOO_LARGE,
    /** The store cannot be reached. */
    STORE_UNAVAILABLE,
    /** A lock or a statement took longer than allowed; nothing was changed, a later try may succeed. */
    TIMED_OUT,
    /** Two units of work got in each other's way more often than is retried; nothing was changed. */
    CONFLICT,
    /** An earlier call of the same unit of work failed, so the unit cannot be committed. */
    UNIT_FAILED,
    /** The store refused for a reason that no rule foresaw. */
    STORE_FAILED;

    /**
     * Returns whether the machinery has failed rather than what was asked of it; the rest of a bulk is then not looked
     * at.
     */
    public boolean technical() {
        return compareTo(STORE_UNAVAILABLE) >= 0;
    }
}
