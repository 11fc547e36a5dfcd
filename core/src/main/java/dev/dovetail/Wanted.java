package dev.dovetail;

import dev.dovetail.resource.Attributes;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says what a link is to carry.
 *
 * @param given whether a caller has given it: then it is checked, and announced if asked for always
 */
record Wanted<A extends Record>(Choice<A> choice, boolean given) {
    /** Chooses by what a link carries now, if there is one, and by its place in a list. */
    interface Choice<A> {
        A choose(@Nullable A present, int place);
    }

    /** Leaves what is there, and gives the defaults to what comes. */
    static <A extends Record> Wanted<A> unchanged(Attributes<A> attributes) {
        return new Wanted<>((present, place) -> present == null ? attributes.defaults(place) : present, false);
    }

    static <A extends Record> Wanted<A> exactly(A attributes) {
        return new Wanted<>((present, place) -> attributes, true);
    }

    /** Changes what is there, or the defaults. */
    static <A extends Record> Wanted<A> changed(Attributes<A> attributes, UnaryOperator<A> change) {
        return new Wanted<>(
                (present, place) -> change.apply(present == null ? attributes.defaults(place) : present), true);
    }
}
