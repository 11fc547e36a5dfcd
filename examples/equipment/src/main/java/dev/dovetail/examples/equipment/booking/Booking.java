package dev.dovetail.examples.equipment.booking;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The use of an instrument by a person for some time.
 *
 * @param tenant that of the instrument
 * @param until the first instant at which the instrument is free again
 */
public record Booking(
        long id,
        String tenant,
        long instrumentId,
        UUID personId,
        Instant from,
        Instant until,
        @Nullable @Size(max = 1000) String purpose,
        int version) {}
