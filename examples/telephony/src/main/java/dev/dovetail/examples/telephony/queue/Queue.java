package dev.dovetail.examples.telephony.queue;

import dev.dovetail.examples.telephony.common.CallerIdMode;
import dev.dovetail.examples.telephony.common.Matches;
import dev.dovetail.examples.telephony.destination.Destination;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queue of callers, whom agents and users answer.
 *
 * @param options of the telephony engine, names and values
 */
public record Queue(
        int id,
        UUID tenantUuid,

        @Pattern(regexp = "[-_.a-zA-Z0-9]+")
        @Matches(regexp = "(?!general\\z).*", text = "Invalid input.")
        @Size(max = 128)
        String name,

        @Nullable @Size(max = 128) String label,
        boolean dataQuality,
        boolean dtmfHangupCalleeEnabled,
        boolean dtmfHangupCallerEnabled,
        boolean dtmfTransferCalleeEnabled,
        boolean dtmfTransferCallerEnabled,
        boolean dtmfRecordCalleeEnabled,
        boolean dtmfRecordCallerEnabled,
        boolean dtmfRecordToggle,
        boolean retryOnTimeout,
        boolean ringOnHold,
        @Nullable @Min(0) Integer timeout,
        boolean announceHoldTimeOnEntry,
        boolean ignoreForward,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Nullable @Size(max = 128) String musicOnHold,
        @Nullable @Min(0) Integer waitTimeThreshold,
        @Nullable Destination waitTimeDestination,
        @Nullable @Min(0) Double waitRatioThreshold,
        @Nullable Destination waitRatioDestination,
        @Nullable CallerIdMode callerIdMode,
        @Nullable @Size(max = 80) String callerIdName,
        boolean markAnsweredElsewhere,
        boolean enabled,
        List<@Size(min = 2, max = 2) List<String>> options) {}
