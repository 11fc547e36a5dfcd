package dev.dovetail.examples.telephony.extension;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A number, or a pattern of numbers, in a context. */
public record Extension(
        int id, UUID tenantUuid, @Size(max = 40) String exten, String context, boolean enabled) {

    /** Returns whether it stands for many numbers. */
    public boolean isPattern() {
        return exten.startsWith("_");
    }
}
