package dev.dovetail.examples.springboot.phone;

import jakarta.validation.constraints.Size;

/** Works here. */
public record Employee(int id, @Size(min = 1, max = 64) String name) {}
