package dev.dovetail.examples.telephony.common;

import java.security.SecureRandom;

/** Draws the names of endpoints that are created without one: eight small letters and digits. */
public final class RandomNames {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 8;

    private RandomNames() {}

    /** Returns a name. */
    public static String draw() {
        StringBuilder name = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, CHARACTERS.length()).forEach(i -> name.append(CHARACTERS.charAt(i)));
        return name.toString();
    }
}
