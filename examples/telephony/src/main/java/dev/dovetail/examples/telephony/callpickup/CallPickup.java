package dev.dovetail.examples.telephony.callpickup;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says that some may answer the calls of others. */
public record CallPickup(
        int id,
        UUID tenantUuid,
        @Size(max = 128) String name,
        @Nullable String description,
        boolean enabled) {}
