package dev.dovetail.examples.telephony.ivr;

import dev.dovetail.examples.telephony.destination.Destination;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A menu that callers choose from by dialling. */
public record Ivr(
        int id,
        UUID tenantUuid,
        @Size(max = 128) String name,
        @Nullable String description,
        @Nullable @Size(max = 255) String greetingSound,
        @Size(max = 255) String menuSound,
        @Nullable @Size(max = 255) String invalidSound,
        @Nullable @Size(max = 255) String abortSound,
        @Min(0) int timeout,
        @Min(1) int maxTries,
        @Nullable Destination invalidDestination,
        @Nullable Destination timeoutDestination,
        @Nullable Destination abortDestination,
        List<Choice> choices) {

    /** Returns where callers get to, beginning with those who choose nothing. */
    List<@Nullable Destination> destinations() {
        List<@Nullable Destination> all = new ArrayList<>();
        all.add(abortDestination);
        all.add(invalidDestination);
        all.add(timeoutDestination);
        choices.forEach(choice -> all.add(choice.destination()));
        return all;
    }
}
