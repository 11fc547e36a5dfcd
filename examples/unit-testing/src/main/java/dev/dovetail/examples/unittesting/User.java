package dev.dovetail.examples.unittesting;

/** A person. */
public record User(int id, String name) {}
