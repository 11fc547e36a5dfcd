package dev.dovetail.examples.telephony.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Knows every write that has been made, object by object, in order. Thread-safe; each object has one writer. */
final class Ledger {
    private final Map<String, List<String>> writes = new ConcurrentHashMap<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final List<String> vanished = new CopyOnWriteArrayList<>();
    private final AtomicLong found = new AtomicLong();

    /** Notes a write that the server has acknowledged, or of which it is found after a crash that it was made. */
    void made(String object, String write, boolean answered) {
        writes.computeIfAbsent(object, key -> Collections.synchronizedList(new ArrayList<>()))
                .add(write);
        (answered ? acknowledged : found).incrementAndGet();
    }

    /** Notes that an object is gone that the server had said was there. */
    void vanished(String object) {
        vanished.add(object);
    }

    List<String> vanished() {
        return List.copyOf(vanished);
    }

    long acknowledged() {
        return acknowledged.get();
    }

    /** Returns how many were made without an answer. */
    long found() {
        return found.get();
    }

    long total() {
        return acknowledged() + found();
    }

    Map<String, List<String>> writes() {
        return writes;
    }
}
