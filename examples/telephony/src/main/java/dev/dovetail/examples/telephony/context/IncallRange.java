package dev.dovetail.examples.telephony.context;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A range of numbers called from outside, of whose last digits {@code didLength} count; all of them if it is 0. */
@RangeBounds
public record IncallRange(
        @DigitsOnly @Size(max = 16) String start,
        @MayBeAbsent @Nullable @DigitsOnly @Size(max = 16) String end,
        @MayBeAbsent @Nullable @Min(0) Integer didLength)
        implements Bounds {
    public IncallRange {
        end = Bounds.end(start, end);
        didLength = didLength == null ? 0 : didLength;
    }

    @Override
    public int digits() {
        return didLength == null ? 0 : didLength;
    }
}
