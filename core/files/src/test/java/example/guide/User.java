package example.guide;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record User(
        int id,
        @Nullable String tenant,
        @Size(min = 1, max = 64) String name,
        @Nullable String email,
        int version) {}
