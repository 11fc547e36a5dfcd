package dev.dovetail.http.header;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the names of media types, RFC 9110 section 8.3.1.
 *
 * @param name type and subtype in lower case, without parameters
 * @param charset in lower case; empty if none is given
 */
public record MediaType(String name, String charset) {
    private static final Pattern CHARSET =
            Pattern.compile(";[ \\t]*charset=\"?([^\";, \\t]*)", Pattern.CASE_INSENSITIVE);

    /** Returns the media type that a {@code Content-Type} names; a text that names none is one that nobody knows. */
    public static MediaType of(String text) {
        int end = text.indexOf(';');
        String name = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (end < 0) {
            return new MediaType(name, "");
        }
        Matcher charset = CHARSET.matcher(text);
        return new MediaType(name, charset.find() ? charset.group(1).toLowerCase(Locale.ROOT) : "");
    }

    /**
     * Returns whether texts of this media type are in UTF-8, as JSON is that says nothing else (RFC 8259, section 8.1).
     */
    public boolean isUtf8() {
        return charset.isEmpty() || charset.equals("utf-8") || charset.equals("utf8");
    }
}
