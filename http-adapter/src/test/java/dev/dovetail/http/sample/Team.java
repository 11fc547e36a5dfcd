package dev.dovetail.http.sample;

import org.jspecify.annotations.Nullable;

/** Has a text as its key. */
public record Team(String code, @Nullable String tenant, String title) {}
