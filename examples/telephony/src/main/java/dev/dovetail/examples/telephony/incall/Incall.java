package dev.dovetail.examples.telephony.incall;

import dev.dovetail.examples.telephony.common.CallerIdMode;
import dev.dovetail.examples.telephony.destination.Destination;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with calls from outside to the extension that it has. */
public record Incall(
        int id,
        UUID tenantUuid,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Nullable @Size(max = 255) String greetingSound,
        @Nullable CallerIdMode callerIdMode,
        @Nullable @Size(max = 80) String callerIdName,
        @Nullable String description,
        Destination destination) {}
