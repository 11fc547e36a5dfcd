package dev.dovetail.examples.telephony.iaxendpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps options as the telephony engine's table would: some are always there, some are yes or no. */
final class IaxOptions {
    private static final Map<String, String> DEFAULTS = defaults();
    private static final Set<String> BOOLEANS = Set.of(
            "trunk",
            "adsi",
            "jitterbuffer",
            "forcejitterbuffer",
            "sendani",
            "qualifysmoothing",
            "immediate",
            "keyrotate");
    private static final Set<String> YES = Set.of("yes", "true", "y", "t", "1", "on");

    /** The options that have a place of their own, so each of them once at most. */
    private static final Set<String> SINGLE = Set.of("""
            username secret dbsecret language accountcode amaflags mailbox callerid fullname cid_number trunk auth
            encryption forceencryption maxauthreq inkeys outkey adsi transfer codecpriority jitterbuffer
            forcejitterbuffer sendani qualify qualifysmoothing qualifyfreqok qualifyfreqnotok timezone disallow allow
            mohinterpret mohsuggest deny permit defaultip sourceaddress setvar port mask regexten peercontext immediate
            keyrotate parkinglot requirecalltoken""".split("\\s+", -1));

    /** Are fields, or nobody's. */
    private static final Set<String> NO_OPTIONS = Set.of("name", "type", "host", "context", "category", "protocol");

    private IaxOptions() {}

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("amaflags", "default");
        defaults.put("auth", "plaintext,md5");
        defaults.put("trunk", "no");
        defaults.put("sendani", "no");
        defaults.put("qualify", "no");
        defaults.put("qualifysmoothing", "no");
        defaults.put("qualifyfreqok", "60000");
        defaults.put("qualifyfreqnotok", "10000");
        defaults.put("requirecalltoken", "no");
        return defaults;
    }

    /** Returns the options as they are read back. */
    static List<List<String>> stored(List<List<String>> given) {
        Map<String, String> single = new LinkedHashMap<>(DEFAULTS);
        List<List<String>> others = new ArrayList<>();
        for (List<String> pair : given) {
            String name = pair.get(0);
            if (SINGLE.contains(name)) {
                single.put(name, BOOLEANS.contains(name) ? yesOrNo(pair.get(1)) : pair.get(1));
            } else if (!NO_OPTIONS.contains(name)) {
                others.add(pair);
            }
        }
        List<List<String>> all = new ArrayList<>();
        single.forEach((name, value) -> {
            if (!value.isEmpty()) {
                all.add(List.of(name, value));
            }
        });
        all.addAll(others);
        return List.copyOf(all);
    }

    private static String yesOrNo(String value) {
        return YES.contains(value.toLowerCase(Locale.ROOT)) ? "yes" : "no";
    }
}
