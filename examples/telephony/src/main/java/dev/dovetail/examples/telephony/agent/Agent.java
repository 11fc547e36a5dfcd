package dev.dovetail.examples.telephony.agent;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who logs in to answer the calls of queues. */
public record Agent(
        int id,
        UUID tenantUuid,
        @Pattern(regexp = "[0-9*#]{1,40}") String number,
        @Nullable @Size(max = 128) String firstname,
        @Nullable @Size(max = 128) String lastname,
        @Nullable @Size(max = 128) String password,
        @Nullable @Size(max = 20) String language,
        @Nullable @Size(max = 79) String preprocessSubroutine,
        @Nullable String description) {}
