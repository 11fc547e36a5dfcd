package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.http.json.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into lists of options: pairs of key and value, of which a key can have several. */
public final class SipOptions {
    /** What they look like: pairs of a key and a value. */
    public static final Schema SCHEMA = Schema.listOf(Schema.listOf(Schema.string()));

    private SipOptions() {}

    /** Returns only the pairs of a key. */
    public static List<List<String>> only(List<List<String>> options, String key) {
        return options.stream().filter(pair -> pair.get(0).equals(key)).toList();
    }

    /** Returns all values of a key. */
    public static List<String> values(List<List<String>> options, String key) {
        return only(options, key).stream().map(pair -> pair.get(1)).toList();
    }

    /** Returns the first value of a key. */
    public static Optional<String> first(List<List<String>> options, String key) {
        return values(options, key).stream().findFirst();
    }

    /** Returns the options with one value of a key: in the place of the first one that there was, else at the end. */
    public static List<List<String>> put(List<List<String>> options, String key, String value) {
        List<List<String>> pairs = new ArrayList<>();
        boolean placed = false;
        for (List<String> pair : options) {
            if (!pair.get(0).equals(key)) {
                pairs.add(pair);
            } else if (!placed) {
                pairs.add(List.of(key, value));
                placed = true;
            }
        }
        if (!placed) {
            pairs.add(List.of(key, value));
        }
        return List.copyOf(pairs);
    }

    /** Returns the last value of each key, in the order in which the keys first appear. */
    public static List<List<String>> merged(List<List<String>> options) {
        Map<String, List<String>> last = new LinkedHashMap<>();
        options.forEach(pair -> last.put(pair.get(0), pair));
        return List.copyOf(last.values());
    }
}
