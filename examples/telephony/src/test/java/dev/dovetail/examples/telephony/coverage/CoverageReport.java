package dev.dovetail.examples.telephony.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells which test holds the server to each entry of the specification.
 *
 * @param entries by their ids
 * @param tests by the ids of the entries that they claim
 */
record CoverageReport(Map<String, Entry> entries, Map<String, Set<String>> tests) {

    /** Returns the entries that no test claims. */
    List<Entry> unclaimed() {
        return entries.values().stream()
                .filter(entry -> !tests.containsKey(entry.id()))
                .toList();
    }

    /** Returns the report in Markdown. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# What the tests hold the server to");
        lines.add("");
        lines.add(
                "Written by the test run from the files in `spec`; CONTRIBUTING.md tells how. Each entry is what a file says, with"
                        + " the tests that claimed it while they ran.");
        lines.add("");
        lines.add("Claimed: " + share(entries.size(), unclaimed().size()) + ".");
        lines.add("");
        if (!unclaimed().isEmpty()) {
            lines.add("## Not claimed");
            lines.add("");
            unclaimed().forEach(entry -> lines.add("- `" + entry.id() + "`: " + quoted(entry.text())));
            lines.add("");
        }
        files().forEach((file, those) -> file(lines, file, those));
        return String.join("\n", lines);
    }

    private Map<String, List<Entry>> files() {
        return entries.values().stream()
                .collect(Collectors.groupingBy(entry -> entry.file().name(), LinkedHashMap::new, Collectors.toList()));
    }

    private void file(List<String> lines, String file, List<Entry> those) {
        long open =
                those.stream().filter(entry -> !tests.containsKey(entry.id())).count();
        lines.add("## " + file);
        lines.add("");
        lines.add(share(those.size(), open));
        lines.add("");
        for (Entry entry : those) {
            Set<String> claimed = tests.getOrDefault(entry.id(), Set.of());
            lines.add("- `" + entry.id() + "`: " + quoted(entry.text())
                    + (claimed.isEmpty() ? "" : " – " + String.join(", ", claimed)));
        }
        lines.add("");
    }

    private static String share(int all, long open) {
        return String.format(Locale.ROOT, "%d of %d, %.1f %%", all - open, all, 100.0 * (all - open) / all);
    }

    /** Returns a text as code, whatever is in it. */
    private static String quoted(String text) {
        return text.isEmpty() ? "(empty)" : "`` " + text + " ``";
    }
}
