package dev.dovetail.examples.telephony.context;

import org.jspecify.annotations.Nullable;

/** Has a first and a last number. */
interface Bounds {
    String start();

    @Nullable
    String end();
}
