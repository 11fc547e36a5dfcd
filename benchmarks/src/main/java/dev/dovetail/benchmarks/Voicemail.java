package dev.dovetail.benchmarks;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mailbox. */
record Voicemail(
        int id,
        UUID uuid,
        UUID tenantUuid,
        @NotBlank @Size(max = 128) String name,
        @Size(max = 40) @Pattern(regexp = "[0-9]+") String number,
        @NotBlank @Size(max = 79) String context,
        @Nullable @Size(max = 254) @Email String email,
        @Nullable @Size(max = 16) String language,
        @Nullable @Size(max = 64) String timezone,
        @Nullable @Size(max = 254) String pager,
        @Nullable @Min(0) Integer maxMessages,
        @Nullable Boolean attachAudio,
        boolean deleteMessages,
        boolean askPassword,
        boolean enabled) {}
