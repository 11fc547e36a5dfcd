package dev.dovetail.examples.equipment.counter;

import java.math.BigInteger;

/** A whole number of any size under a number. */
public record Counter(long number, BigInteger value) {}
