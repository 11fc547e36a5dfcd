package dev.dovetail.examples.unittesting;

/** A telephone line. */
public record Line(int id, String number) {}
