package dev.dovetail.operation;

import org.jspecify.annotations.Nullable;

/**
 * States how a link is among the others of its sides, and what it carries.
 *
 * @param mainRight whether the right one is the main one, that is the first, of the left one's rights; false where the
 *     association does not tell {@linkplain dev.dovetail.resource.Association#tellsMain() which is}
 * @param mainLeft whether the left one is the main one, that is the first, of the right one's lefts; likewise
 * @param attributes what the link carries; null if nothing is known of it
 * @param attributesBefore what a link that stays has carried so far; null for one that comes or leaves
 * @since 0.1
 */
public record LinkState(
        boolean mainRight,
        boolean mainLeft,
        @Nullable Record attributes,
        @Nullable Record attributesBefore) {

    /** States nothing. */
    public static final LinkState UNKNOWN = new LinkState(false, false, null, null);

    /** Returns whether the link stays and carries something else than before. */
    public boolean changed() {
        return attributesBefore != null && !attributesBefore.equals(attributes);
    }
}
