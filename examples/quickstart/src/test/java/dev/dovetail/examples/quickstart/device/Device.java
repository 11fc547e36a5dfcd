package dev.dovetail.examples.quickstart.device;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record Device(
        int id,
        @Size(min = 1, max = 64) String label,
        @Nullable String vendor) {}
