package dev.dovetail.query;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Normalises text for searches, so that every store agrees on what ignoring case and accents means.
 *
 * <p>Decomposed by Unicode's NFKD (Unicode Standard Annex 15), combining marks dropped, lower case, and the Latin
 * letters that do not decompose written out: ß ss, ł l, æ ae. Thread-safe.
 *
 * @since 0.1
 */
public final class SearchText {
    private SearchText() {}

    /** Returns the normalised text; ASCII in lower case for Latin scripts. */
    public static String normalise(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 0x80;
        }
        if (plain) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder normal = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> append(normal, c));
        return normal.toString();
    }

    private static void append(StringBuilder normal, int c) {
        switch (c) {
            case 'ß' -> normal.append("ss");
            case 'æ' -> normal.append("ae");
            case 'œ' -> normal.append("oe");
            case 'ø' -> normal.append('o');
            case 'ł' -> normal.append('l');
            case 'đ', 'ð' -> normal.append('d');
            case 'þ' -> normal.append("th");
            case 'ħ' -> normal.append('h');
            case 'ı' -> normal.append('i');
            case 'ŧ' -> normal.append('t');
            case 'ς' -> normal.append('σ'); // written so at the end of a word only
            default -> {
                if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    normal.appendCodePoint(c);
                }
            }
        }
    }
}
