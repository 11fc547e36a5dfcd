package dev.dovetail.http.sample;

import jakarta.validation.constraints.Pattern;

/** Is a child of a desk or of a line. */
public record Extension(int id, @Pattern(regexp = "[0-9]+") String exten) {}
