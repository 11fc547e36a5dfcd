package dev.dovetail.http.sample;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Is a child of a desk. */
public record Line(
        int id,
        @Nullable String tenant,
        @Size(min = 1, max = 10) String name,
        @Size(max = 10) String label) {}
