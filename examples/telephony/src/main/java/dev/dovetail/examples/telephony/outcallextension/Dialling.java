package dev.dovetail.examples.telephony.outcallextension;

import dev.dovetail.http.json.MayBeAbsent;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What becomes of a number that is dialled. */
public record Dialling(
        @Nullable @Size(max = 80) String callerId,

        @Nullable @Size(max = 64) @Pattern(regexp = PREFIX, flags = Pattern.Flag.DOTALL)
        String externalPrefix,

        @Nullable @Size(max = 32) @Pattern(regexp = PREFIX, flags = Pattern.Flag.DOTALL)
        String prefix,

        @MayBeAbsent @Nullable @Min(0) Integer stripDigits) {
    private static final String PREFIX = "\\+.*|[0-9#*]+\\n?";
}
