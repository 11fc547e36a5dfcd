package dev.dovetail.examples.equipment.person;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may book instruments. */
public record Person(
        UUID id,
        String tenant,
        @Email @Size(max = 254) String email,
        @Size(min = 1, max = 100) String name,
        @Nullable LocalDate birthday,
        int version) {}
