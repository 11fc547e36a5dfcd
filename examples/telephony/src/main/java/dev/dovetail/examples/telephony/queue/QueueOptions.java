package dev.dovetail.examples.telephony.queue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Knows the options of queues, and what those have that a body leaves out. */
final class QueueOptions {
    private static final Map<String, String> STORED = pairs("""
            timeout 0, ringinuse no, reportholdtime no, timeoutrestart no, timeoutpriority app, autofill yes,
            autopause no, setinterfacevar no, setqueueentryvar no, setqueuevar no, min-announce-frequency 60,
            random-periodic-announce no, announce-position yes, announce-position-limit 5""");
    private static final Map<String, String> CREATED = pairs("""
            timeout 15, queue-youarenext queue-youarenext, queue-thereare queue-thereare,
            queue-callswaiting queue-callswaiting, queue-holdtime queue-holdtime, queue-minutes queue-minutes,
            queue-seconds queue-seconds, queue-thankyou queue-thankyou, queue-reporthold queue-reporthold,
            periodic-announce queue-periodic-announce, announce-frequency 0, periodic-announce-frequency 0,
            announce-round-seconds 0, announce-holdtime no, retry 5, wrapuptime 0, maxlen 0, servicelevel 0,
            strategy ringall, memberdelay 0, weight 0, timeoutpriority conf, setqueueentryvar 1, setqueuevar 1""");
    private static final Set<String> OTHERS = Set.of(
            "announce",
            "context",
            "monitor-type",
            "monitor-format",
            "joinempty",
            "leavewhenempty",
            "membermacro",
            "defaultrule");
    private static final Set<String> BOOLEANS = Set.of(
            "ringinuse",
            "timeoutrestart",
            "autofill",
            "setinterfacevar",
            "setqueueentryvar",
            "setqueuevar",
            "reportholdtime",
            "random-periodic-announce");
    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1", "on");

    private QueueOptions() {}

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            String[] nameAndValue = pair.strip().split(" ", -1);
            pairs.put(nameAndValue[0], nameAndValue[1]);
        }
        return pairs;
    }

    /** Returns the options of a new queue. */
    static List<List<String>> created(List<List<String>> given) {
        Map<String, String> options = new LinkedHashMap<>(STORED);
        options.putAll(CREATED);
        return with(options, given);
    }

    /** Returns the options of a queue whose options are replaced. */
    static List<List<String>> replaced(List<List<String>> given) {
        return with(new LinkedHashMap<>(STORED), given);
    }

    /** Returns the given options that are not known: they are not kept. */
    static List<List<String>> unknown(List<List<String>> given) {
        return given.stream().filter(pair -> !isKnown(pair.get(0))).toList();
    }

    private static boolean isKnown(String name) {
        return STORED.containsKey(name) || CREATED.containsKey(name) || OTHERS.contains(name);
    }

    private static List<List<String>> with(Map<String, String> options, List<List<String>> given) {
        given.stream().filter(pair -> isKnown(pair.get(0))).forEach(pair -> options.put(pair.get(0), pair.get(1)));
        return options.entrySet().stream()
                .filter(option -> !option.getValue().isEmpty())
                .map(option -> List.of(option.getKey(), normal(option.getKey(), option.getValue())))
                .toList();
    }

    private static String normal(String name, String value) {
        if (!BOOLEANS.contains(name)) {
            return value;
        }
        return YES.contains(value.toLowerCase(Locale.ROOT)) ? "yes" : "no";
    }
}
