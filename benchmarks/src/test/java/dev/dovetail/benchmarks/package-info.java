/**
 * Measures the core against hand-written code that sends the same statements: {@link
 * dev.dovetail.benchmarks.CoreReport}.
 */
@org.jspecify.annotations.NullMarked
package dev.dovetail.benchmarks;
