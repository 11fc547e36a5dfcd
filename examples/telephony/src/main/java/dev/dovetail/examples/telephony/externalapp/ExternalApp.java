package dev.dovetail.examples.telephony.externalapp;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's application beside this server is told.
 *
 * @param configuration an object, as JSON
 */
public record ExternalApp(
        int id,
        UUID tenantUuid,
        @Size(max = 128) String name,
        @Nullable @Size(max = 256) String label,
        @Nullable String configuration) {}
