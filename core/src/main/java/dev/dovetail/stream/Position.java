package dev.dovetail.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says how far a stream has been read. Immutable and thread-safe.
 *
 * @param epoch names the sequence that the number belongs to: a store that begins anew begins another
 * @param number of the last event read; 0 before the first
 * @since 0.1
 */
public record Position(String epoch, long number) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{8})-(0|[1-9][0-9]{0,17})");

    /** Returns the position that a text stands for, as {@link #toString} writes it; empty if it stands for none. */
    public static Optional<Position> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new Position(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Returns the position after another event. */
    public Position at(long next) {
        return new Position(epoch, next);
    }

    /** Returns this as a short text: {@code 3f9a2c1b-42}. */
    @Override
    public String toString() {
        return epoch + "-" + number;
    }
}
