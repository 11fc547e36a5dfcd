package dev.dovetail.dao.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A resource with a given key and a component of every type; its names are words that SQL reserves. */
public record Sample(
        UUID key,
        String value,
        int small,
        long big,
        double ratio,
        boolean flag,
        @Nullable Integer maybeSmall,
        @Nullable Long maybeBig,
        @Nullable Double maybeRatio,
        @Nullable Boolean maybeFlag,
        @Nullable UUID user,
        @Nullable Instant happenedAt,
        @Nullable LocalDateTime localTime,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount,
        Person.@Nullable Colour colour,
        @Nullable List<String> tags,
        @Nullable List<Part> parts,
        @Nullable Part order) {

    /** Is nested. */
    public record Part(
            String name,
            Person.@Nullable Colour colour,
            @Nullable Instant madeAt,
            int number) {}

    static Sample bare(UUID key) {
        return new Sample(
                key, "", 0, 0, 0, false, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
