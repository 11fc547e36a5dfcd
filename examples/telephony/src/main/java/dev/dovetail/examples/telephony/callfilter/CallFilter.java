package dev.dovetail.examples.telephony.callfilter;

import dev.dovetail.examples.telephony.common.CallerIdMode;
import dev.dovetail.examples.telephony.common.Matches;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says that calls to one user ring at others as well, who answer in his stead.
 *
 * @param surrogatesTimeout in seconds; 0 is read as none
 */
public record CallFilter(
        int id,
        UUID tenantUuid,
        @Size(max = 128) String name,

        @Matches(
                regexp = "all-recipients-then-linear-surrogates|all-recipients-then-all-surrogates"
                        + "|all-surrogates-then-all-recipients|linear-surrogates-then-all-recipients|all",
                text = "Must be one of: all-recipients-then-linear-surrogates, all-recipients-then-all-surrogates,"
                        + " all-surrogates-then-all-recipients, linear-surrogates-then-all-recipients, all.")
        String strategy,

        Source source,
        @Nullable CallerIdMode callerIdMode,
        @Nullable @Size(max = 80) String callerIdName,
        @Nullable @Min(0) Integer surrogatesTimeout,
        @Nullable String description,
        boolean enabled) {
    public CallFilter {
        surrogatesTimeout = surrogatesTimeout == null || surrogatesTimeout == 0 ? null : surrogatesTimeout;
    }

    /** Where calls come from. */
    public enum Source {
        INTERNAL,
        EXTERNAL,
        ALL
    }
}
