package dev.dovetail.http.sample;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Has columns that are served as a sub-resource, and children. */
public record Desk(
        int id,
        @Nullable String tenant,
        @Size(min = 1, max = 10) String name,
        boolean busyEnabled,
        @Nullable @Pattern(regexp = "[0-9]+") String busyTo,
        boolean alwaysEnabled,
        @Nullable @Pattern(regexp = "[0-9]+") String alwaysTo) {}
