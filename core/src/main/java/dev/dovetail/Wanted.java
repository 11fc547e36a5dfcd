package dev.dovetail;

import dev.dovetail.resource.Attributes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the attributes of a link.
 *
 * @param given whether a caller has given them: then they are checked, and announced if asked for always
 */
record Wanted(Choice choice, boolean given) {
    /** Chooses by what a link carries now, if there is one, and by its place in a list. */
    interface Choice {
        Record choose(@Nullable Record present, int place);
    }

    /** Leaves what is there, and gives the defaults to what comes. */
    static Wanted unchanged(Attributes<?> attributes) {
        return new Wanted((present, place) -> present == null ? attributes.defaults(place) : present, false);
    }

    static Wanted exactly(Record attributes) {
        return new Wanted((present, place) -> attributes, true);
    }

    /** Changes what is there, or the defaults. */
    static <A extends Record> Wanted changed(Attributes<A> attributes, UnaryOperator<A> change) {
        return new Wanted(
                (present, place) ->
                        change.apply(present == null ? attributes.defaults(place) : attributes.cast(present)),
                true);
    }
}
