package dev.dovetail.dao.mybatis;

import dev.dovetail.query.SearchText;

/**
 * Writes SQL that does to a text in lower case what {@link SearchText} does, for the letters of Latin-1 and Latin
 * Extended-A; upper ones too, since a database may know no lower case but that of ASCII.
 */
final class Folding {
    private static final StringBuilder FROM = new StringBuilder();
    private static final StringBuilder TO = new StringBuilder();
    private static final StringBuilder BEFORE = new StringBuilder();
    private static final StringBuilder AFTER = new StringBuilder();

    static {
        for (char c = '\u00C0'; c < '\u0180'; c++) {
            String text = String.valueOf(c);
            String plain = SearchText.normalise(text);
            boolean folded = !plain.equals(text);
            if (folded && plain.length() == 1) {
                FROM.append(c);
                TO.append(plain);
            } else if (folded) {
                BEFORE.append("replace(");
                AFTER.append(", '").append(c).append("', '").append(plain).append("')");
            }
        }
    }

    private Folding() {}

    static String of(String lower) {
        return BEFORE + "translate(" + lower + ", '" + FROM + "', '" + TO + "')" + AFTER;
    }
}
