package dev.dovetail.examples.telephony.sip;

import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import java.util.List;

/**
 * Knows the option keys of one kind of section, as the telephony engine's documentation lists them.
 *
 * @param keys in the order in which answers list them
 * @param custom whether keys that start with {@code @} pass as well
 */
public record KnownKeys(List<String> keys, boolean custom) {
    public KnownKeys {
        keys = List.copyOf(keys);
    }

    /** Returns the keys in a text, separated by blanks. */
    public static KnownKeys of(String keys) {
        return new KnownKeys(List.of(keys.strip().split("\\s+", -1)), false);
    }

    /** Returns these keys and those that start with {@code @}. */
    public KnownKeys andCustom() {
        return new KnownKeys(keys, true);
    }

    /** Reports the first pair whose key is not known; {@code field} is what bodies call the list. */
    public void check(String field, List<List<String>> options, Violations violations) {
        options.stream()
                .map(pair -> pair.get(0))
                .filter(key -> !keys.contains(key) && !(custom && key.startsWith("@")))
                .findFirst()
                .ifPresent(key -> violations.add(
                        TelephonyErrors.invalidChoice(field + ": invalid variable (" + key + ")", keys)));
    }
}
