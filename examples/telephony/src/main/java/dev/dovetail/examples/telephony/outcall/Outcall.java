package dev.dovetail.examples.telephony.outcall;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How calls leave the installation: by which numbers, through which trunks.
 *
 * @param ringTime in seconds; 0 is read as none
 */
public record Outcall(
        int id,
        UUID tenantUuid,
        @Size(max = 128) String name,
        boolean internalCallerId,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Nullable @Min(0) Integer ringTime,
        @Nullable String description,
        boolean enabled) {
    public Outcall {
        ringTime = ringTime != null && ringTime == 0 ? null : ringTime;
    }
}
