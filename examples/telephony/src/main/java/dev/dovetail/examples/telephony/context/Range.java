package dev.dovetail.examples.telephony.context;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A range of numbers; the end is the start unless given. */
@RangeBounds
public record Range(
        @DigitsOnly @Size(max = 16) String start,
        @MayBeAbsent @Nullable @DigitsOnly @Size(max = 16) String end) implements Bounds {
    public Range {
        end = Bounds.end(start, end);
    }
}
