package dev.dovetail.examples.telephony.group;

import dev.dovetail.examples.telephony.common.CallerIdMode;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users and numbers that are rung together. */
public record Group(
        int id,
        UUID uuid,
        UUID tenantUuid,
        String name,

        @Size(max = 128) @Pattern(regexp = "[-_.a-zA-Z0-9 ]+")
        String label,

        @Nullable @Size(max = 79) String preprocessSubroutine,
        RingStrategy ringStrategy,
        @Nullable CallerIdMode callerIdMode,
        @Nullable @Size(max = 80) String callerIdName,
        boolean dtmfRecordToggle,
        @Nullable @Min(0) Integer timeout,
        @Nullable @Min(0) Integer userTimeout,
        @Nullable @Min(0) Integer retryDelay,
        @Nullable @Size(max = 128) String musicOnHold,
        boolean ringInUse,
        boolean markAnsweredElsewhere,
        boolean enabled,
        boolean ignoreForward,
        @Nullable @Min(0) Integer maxCalls,
        List<ExtensionMember> extensionMembers) {

    /** In what order members are rung. */
    public enum RingStrategy {
        ALL,
        RANDOM,
        LEAST_RECENT,
        LINEAR,
        FEWEST_CALLS,
        MEMORIZED_ROUND_ROBIN,
        WEIGHT_RANDOM
    }
}
