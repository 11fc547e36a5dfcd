package dev.dovetail.benchmarks.http;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What is asked again and again.
 *
 * @param name what it is called in tables
 * @param writes whether it leaves rows behind, which are cleared before others are measured
 * @param scripts gives each connection, by its number from 0, what it sends one after another
 */
record Operation(String name, boolean writes, IntFunction<Supplier<Exchange>> scripts) {
    static Operation reading(String name, Supplier<Exchange> script) {
        return new Operation(name, false, connection -> script);
    }

    static Operation writing(String name, Supplier<Exchange> script) {
        return new Operation(name, true, connection -> script);
    }
}
