package dev.dovetail.examples.telephony.line;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line: what joins users, an endpoint and extensions. */
public record Line(
        int id,
        UUID tenantUuid,
        String context,
        @DigitsOnly @Size(min = 6, max = 6) String provisioningCode,
        @Min(1) int position,
        @Size(max = 128) String registrar,
        @Nullable String deviceId) {}
