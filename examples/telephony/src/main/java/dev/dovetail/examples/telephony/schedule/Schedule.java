package dev.dovetail.examples.telephony.schedule;

import dev.dovetail.examples.telephony.destination.Destination;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When something is open, and where calls go while it is not. */
public record Schedule(
        int id,
        UUID tenantUuid,
        @Nullable @Size(max = 128) String name,
        @Nullable @Size(max = 128) String timezone,
        Destination closedDestination,
        List<Period> openPeriods,
        List<ExceptionalPeriod> exceptionalPeriods,
        boolean enabled) {}
