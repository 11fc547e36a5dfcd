package dev.dovetail.examples.telephony.conference;

import dev.dovetail.examples.telephony.common.DigitsOnly;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room in which callers talk to each other. */
public record Conference(
        int id,
        UUID tenantUuid,
        @Nullable @Size(max = 128) String name,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Min(0) int maxUsers,
        boolean record_,
        @Nullable @Size(max = 80) @DigitsOnly String pin,
        @Nullable @Size(max = 80) @DigitsOnly String adminPin,
        boolean quietJoinLeave,
        boolean announceJoinLeave,
        boolean announceUserCount,
        boolean announceOnlyUser,
        @Nullable @Size(max = 128) String musicOnHold) {}
