package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.KeyFormat;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Expression;
import java.util.Arrays;
import java.util.UUID;

/** Finds objects by a list of UUIDs. */
public final class UuidFilter {
    private UuidFilter() {}

    /** Returns the condition that a column is one of the UUIDs in a list with commas; what is none is passed over. */
    public static <T> Criterion<T> any(Expression<T, UUID> expression, String text) {
        return Criterion.in(
                expression,
                Arrays.stream(text.split(",", -1))
                        .filter(one -> KeyFormat.uuid().pattern().matcher(one).matches())
                        .map(UUID::fromString)
                        .toList());
    }
}
