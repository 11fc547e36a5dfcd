package dev.dovetail.examples.telephony.sccpendpoint;

import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows the options of SCCP endpoints. */
final class SccpOptions {
    static final String CALLER_NAME = "cid_name";
    static final String CALLER_NUMBER = "cid_num";

    /** In the order in which they are shown. */
    private static final List<String> NAMES = List.of(CALLER_NAME, CALLER_NUMBER, "disallow", "allow");

    /** Those that an edit of others leaves alone. */
    private static final List<String> KEPT = List.of(CALLER_NAME, CALLER_NUMBER);

    private SccpOptions() {}

    /** Returns the options that an endpoint has once these have been given; an empty text takes one away. */
    static List<List<String>> given(List<List<String>> before, List<List<String>> given) {
        Map<String, String> options = new LinkedHashMap<>();
        NAMES.forEach(name -> options.put(name, KEPT.contains(name) ? value(before, name) : ""));
        for (List<String> pair : given) {
            if (!NAMES.contains(pair.get(0))) {
                throw TelephonyErrors.line("Unknown SCCP options: " + pair.get(0))
                        .toException();
            }
            options.put(pair.get(0), pair.get(1));
        }
        return options.entrySet().stream()
                .filter(option -> !option.getValue().isEmpty())
                .map(option -> List.of(option.getKey(), option.getValue()))
                .toList();
    }

    /** Returns the value of an option; an empty text if it is not there. */
    static String value(List<List<String>> options, String name) {
        return options.stream()
                .filter(pair -> pair.get(0).equals(name))
                .map(pair -> pair.get(1))
                .findFirst()
                .orElse("");
    }
}
