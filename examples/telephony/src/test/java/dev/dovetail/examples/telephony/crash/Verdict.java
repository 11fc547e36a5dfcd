package dev.dovetail.examples.telephony.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what was written with what came.
 *
 * @param writes made
 * @param lost writes without an event
 * @param invented events without a write
 * @param disordered objects whose events came in another order than the writes were made
 * @param renamed writes whose event came under more than one identifier
 * @param repeats messages that came again, with the same identifier
 * @param faults the first of what must not be, in words
 */
record Verdict(
        long writes, long lost, long invented, long disordered, long renamed, long repeats, List<String> faults) {
    private static final int MOST_FAULTS = 20;

    static Verdict of(Ledger ledger, List<Subscriber.Heard> heard) {
        Map<String, List<String>> came = new LinkedHashMap<>();
        Map<String, Set<String>> ids = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Subscriber.Heard one : heard) {
            ids.computeIfAbsent(one.object() + " " + one.write(), key -> new HashSet<>())
                    .add(one.id());
            if (seen.add(one.id())) {
                came.computeIfAbsent(one.object(), key -> new ArrayList<>()).add(one.write());
            }
        }
        List<String> faults = new ArrayList<>();
        ledger.vanished().forEach(object -> faults.add(object + ": was acknowledged and is gone"));
        long lost = 0;
        long disordered = 0;
        for (Map.Entry<String, List<String>> object : ledger.writes().entrySet()) {
            List<String> events = came.getOrDefault(object.getKey(), List.of());
            List<String> expected =
                    object.getValue().stream().filter(events::contains).toList();
            List<String> ordered =
                    events.stream().distinct().filter(expected::contains).toList();
            boolean inOrder = expected.equals(ordered);
            int missing = object.getValue().size() - expected.size();
            lost += missing;
            disordered += inOrder ? 0 : 1;
            if (missing > 0 || !inOrder) {
                faults.add(object.getKey() + ": written " + object.getValue() + ", came " + events);
            }
        }
        long invented = 0;
        for (Map.Entry<String, List<String>> object : came.entrySet()) {
            List<String> writes = ledger.writes().getOrDefault(object.getKey(), List.of());
            List<String> unknown = object.getValue().stream()
                    .filter(write -> !writes.contains(write))
                    .toList();
            invented += unknown.size();
            if (!unknown.isEmpty()) {
                faults.add(object.getKey() + ": not written " + unknown + ", written " + writes);
            }
        }
        return new Verdict(
                ledger.total(),
                lost,
                invented,
                disordered,
                ids.values().stream().filter(many -> many.size() > 1).count(),
                heard.size() - seen.size(),
                faults.stream().limit(MOST_FAULTS).toList());
    }

    boolean good() {
        return faults.isEmpty() && lost == 0 && invented == 0 && disordered == 0 && renamed == 0;
    }
}
