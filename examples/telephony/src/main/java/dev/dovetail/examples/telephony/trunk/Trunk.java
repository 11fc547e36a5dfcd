package dev.dovetail.examples.telephony.trunk;

import dev.dovetail.examples.telephony.common.Matches;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A way out of the installation, and in.
 *
 * @param context names the context of its incoming calls
 * @param description never set, but lists may be searched by it
 */
public record Trunk(
        int id,
        UUID tenantUuid,
        @Nullable String context,
        boolean twilioIncoming,

        @Matches(regexp = "\\+E164|E164|national", text = "Must be one of: +E164, E164, national.")
        String outgoingCallerIdFormat,

        @Nullable String description) {}
