package dev.dovetail.examples.equipment.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who made an instrument.
 *
 * @param country two capital letters (ISO 3166-1 alpha-2)
 */
public record Maker(
        @Size(max = 100) String name,
        @Pattern(regexp = "[A-Z]{2}") String country,
        @Size(max = 100) List<@Valid Contact> contacts) {

    /** Whom to ask. */
    public record Contact(
            @Size(max = 100) String name,
            @Email @Size(max = 254) String email) {}
}
