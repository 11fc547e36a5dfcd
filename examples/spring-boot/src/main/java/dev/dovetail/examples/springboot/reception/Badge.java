package dev.dovetail.examples.springboot.reception;

/** A badge, and who wears it. */
public record Badge(String number, int employeeId) {}
