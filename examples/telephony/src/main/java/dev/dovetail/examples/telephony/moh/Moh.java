package dev.dovetail.examples.telephony.moh;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A class of music on hold; others refer to it by its name. */
public record Moh(
        String uuid,
        UUID tenantUuid,
        String name,
        @Size(max = 128) String label,
        Mode mode,
        @Nullable @Size(max = 256) String application,
        @Nullable Sort sort) {

    /** Where the music comes from. */
    public enum Mode {
        CUSTOM,
        FILES,
        MP3
    }

    /** In what order files are played. */
    public enum Sort {
        ALPHABETICAL,
        RANDOM,
        RANDOM_START
    }
}
