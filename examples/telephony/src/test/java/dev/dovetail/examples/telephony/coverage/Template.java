package dev.dovetail.examples.telephony.coverage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is a text in which {@code <x>}, or three dots, stands for anything. */
record Template(Pattern pattern) {
    private static final Pattern PLACE = Pattern.compile("<(?:[^<>]|<[^<>]*>)*>|\\.\\.\\.");

    static Template of(String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int start = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(text.substring(start, place.start()))).append(".+");
            start = place.end();
        }
        return new Template(Pattern.compile(
                pattern.append(Pattern.quote(text.substring(start))).toString(), Pattern.DOTALL));
    }

    /** Returns whether a text is just this one. */
    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    /** Returns whether a text has this one in it. */
    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }
}
