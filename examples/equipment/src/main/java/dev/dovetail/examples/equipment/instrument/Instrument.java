package dev.dovetail.examples.equipment.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to measure with.
 *
 * @param weight in kilograms
 * @param interval between two calibrations
 * @param roomId where it stands; null once that room is gone
 * @param secret the code of its lock
 */
public record Instrument(
        long id,
        String tenant,
        @Size(min = 1, max = 40) String inventoryNumber,
        @Size(min = 1, max = 200) String name,
        @Nullable @Digits(integer = 11, fraction = 4) BigDecimal price,
        @Nullable Double weight,
        @Nullable LocalDate bought,
        @Nullable Instant calibratedAt,
        @Nullable Duration interval,
        @Size(max = 100) List<@Size(min = 1, max = 100) String> tags,
        State state,
        @Nullable @Valid Maker maker,
        @Nullable Integer roomId,
        @Nullable @Size(max = 200) String secret,
        int version) {

    public Instrument {
        tags = List.copyOf(tags);
    }

    /** What can be done with it. */
    public enum State {
        WORKING,
        REPAIR,
        RETIRED
    }
}
