package dev.dovetail.examples.springboot.phone;

import jakarta.validation.constraints.Pattern;

/** A telephone, known by its number. */
public record Phone(int id, @Pattern(regexp = "[0-9]{3,15}") String number) {}
