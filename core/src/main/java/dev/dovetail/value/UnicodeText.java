package dev.dovetail.value;

/**
 * Tells texts that can be kept: Unicode, without the character 0. Half a surrogate pair has no form in UTF-8, and
 * PostgreSQL knows no character 0. Thread-safe.
 *
 * @since 0.1
 */
public final class UnicodeText {
    private UnicodeText() {}

    /** Returns whether a text can be kept. */
    public static boolean isSound(String text) {
        return fault(text) < 0;
    }

    /**
     * Returns the index of the first half of a surrogate pair that stands alone, or character 0; -1 if there is none.
     */
    public static int fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return i;
            } else if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
