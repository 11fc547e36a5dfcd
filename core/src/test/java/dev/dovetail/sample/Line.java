package dev.dovetail.sample;

import org.jspecify.annotations.NullMarked;

/** A small resource: a key of its own, a tenant, a name. */
@NullMarked
public record Line(String id, String tenant, String name) {}
