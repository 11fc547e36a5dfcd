/**
 * Measures applications over HTTP from outside: what their processes, and those of PostgreSQL, use for a request.
 *
 * <p>Programs: {@link dev.dovetail.benchmarks.http.HttpBench}, {@link dev.dovetail.benchmarks.http.LargeBench} and
 * {@link dev.dovetail.benchmarks.http.MemoryBench}. Linux only, since the figures are read from {@code /proc}.
 */
@NullMarked
package dev.dovetail.benchmarks.http;

import org.jspecify.annotations.NullMarked;
