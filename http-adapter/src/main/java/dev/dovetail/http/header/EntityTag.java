package dev.dovetail.http.header;

/**
 * Names one state of an object, RFC 9110 section 8.8.3. Immutable.
 *
 * @param weak whether it may stand for states that differ in what does not matter
 * @param opaque the text between the quotes
 */
public record EntityTag(boolean weak, String opaque) {

    /** Returns the strong tag that a version is. */
    public static EntityTag of(Number version) {
        return new EntityTag(false, Long.toString(version.longValue()));
    }

    /** Returns whether both are strong and the same, RFC 9110 section 8.8.3.2. */
    public boolean strongly(EntityTag other) {
        return !weak && !other.weak && opaque.equals(other.opaque);
    }

    /** Returns whether both are the same, be they weak or strong. */
    public boolean weakly(EntityTag other) {
        return opaque.equals(other.opaque);
    }

    /** Returns the tag as a header field has it: {@code "7"}, {@code W/"7"}. */
    @Override
    public String toString() {
        return (weak ? "W/" : "") + '"' + opaque + '"';
    }
}
