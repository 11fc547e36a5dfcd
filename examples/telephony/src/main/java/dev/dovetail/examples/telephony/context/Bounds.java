package dev.dovetail.examples.telephony.context;

import org.jspecify.annotations.Nullable;

/** Has a first and a last number. */
interface Bounds {
    String start();

    @Nullable
    String end();

    /** Returns how many of the last digits count; all of them if it is 0. */
    default int digits() {
        return 0;
    }

    /** Returns the end, which is the start unless given; none beside a faulty start, whose fault is told once. */
    static @Nullable String end(@Nullable String start, @Nullable String end) {
        return end == null && start != null && start.matches("[0-9]{1,16}") ? start : end;
    }
}
