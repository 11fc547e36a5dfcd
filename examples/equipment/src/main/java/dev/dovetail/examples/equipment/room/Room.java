package dev.dovetail.examples.equipment.room;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A room that instruments stand in. */
public record Room(
        int id,
        String tenant,
        @Size(min = 1, max = 32) String code,
        @Nullable Integer floor,
        int version) {}
