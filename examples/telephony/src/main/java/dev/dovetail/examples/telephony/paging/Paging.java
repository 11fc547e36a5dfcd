package dev.dovetail.examples.telephony.paging;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A number that speaks to many phones at once. */
public record Paging(
        int id,
        UUID tenantUuid,
        @Size(max = 32) @DigitsOnly String number,
        @Nullable @Size(max = 128) String name,
        boolean announceCaller,
        @Nullable @Size(max = 64) String announceSound,
        boolean callerNotification,
        boolean duplex,
        boolean ignoreForward,
        boolean record,
        boolean enabled) {}
