package dev.dovetail.examples.telephony.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant that this server has seen. */
public record Tenant(
        UUID uuid,
        @Nullable String slug,
        boolean sipTemplatesGenerated,
        @Nullable UUID globalSipTemplateUuid,
        @Nullable UUID webrtcSipTemplateUuid,
        @Nullable UUID registrationTrunkSipTemplateUuid,
        @Nullable UUID meetingGuestSipTemplateUuid) {

    /** Returns a tenant of which nothing but the identifier is known. */
    public static Tenant of(UUID uuid) {
        return new Tenant(uuid, null, false, null, null, null, null);
    }
}
