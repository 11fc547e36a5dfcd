package dev.dovetail.examples.telephony.context;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A context; others refer to it by its name. */
public record Context(
        int id,
        UUID uuid,
        UUID tenantUuid,
        String name,
        @Size(min = 1, max = 128) String label,
        Type type,
        List<Range> userRanges,
        List<Range> groupRanges,
        List<Range> queueRanges,
        List<Range> conferenceRoomRanges,
        List<IncallRange> incallRanges,
        @Nullable String description,
        boolean enabled) {

    /** What a context is for. */
    public enum Type {
        INTERNAL,
        INCALL,
        OUTCALL,
        SERVICES,
        OTHERS
    }
}
