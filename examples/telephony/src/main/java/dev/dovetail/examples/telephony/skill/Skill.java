package dev.dovetail.examples.telephony.skill;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent may be good at. */
public record Skill(
        int id,
        UUID tenantUuid,
        @Pattern(regexp = "[-_.a-zA-Z0-9]+") @Size(max = 64) String name,
        @Nullable String description) {}
