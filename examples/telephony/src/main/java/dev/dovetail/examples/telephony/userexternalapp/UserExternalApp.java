package dev.dovetail.examples.telephony.userexternalapp;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user's application beside this server is told.
 *
 * @param tenantUuid the tenant of the user
 * @param configuration an object, as JSON
 */
public record UserExternalApp(
        int id,
        UUID userUuid,
        UUID tenantUuid,
        @Size(max = 128) String name,
        @Nullable @Size(max = 256) String label,
        @Nullable String configuration) {}
