package dev.dovetail.examples.telephony.context;

import org.jspecify.annotations.Nullable;

/** Has a first and a last number. */
interface Bounds {
    String start();

    @Nullable
    String end();

    /** Returns the end, which is the start unless given; none beside a faulty start, whose fault is told once. */
    static @Nullable String end(@Nullable String start, @Nullable String end) {
        return end == null && start != null && start.matches("[0-9]{1,16}") ? start : end;
    }
}
