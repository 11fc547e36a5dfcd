package dev.dovetail.examples.equipment.note;

import jakarta.validation.constraints.Size;

/** A text under a name of any characters. */
public record Note(
        @Size(min = 1, max = 200) String slug,
        @Size(max = 1_000_000) String body) {}
