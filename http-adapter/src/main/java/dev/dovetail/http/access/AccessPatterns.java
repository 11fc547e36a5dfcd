package dev.dovetail.http.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides whether granted patterns cover an access.
 *
 * <p>Patterns and accesses are words joined by dots: {@code users.12.lines.3.update}. In a pattern {@code *} stands for
 * exactly one word and {@code #} for any number of words, none included. A leading {@code !} denies, and a denial wins
 * over every grant, wherever it stands. What no pattern covers is not granted.
 *
 * <pre>{@code
 * AccessPatterns patterns = AccessPatterns.of("users.#", "!users.*.delete");
 * patterns.grants("users.12.read");     // true
 * patterns.grants("users.12.delete");   // false
 * }</pre>
 *
 * <p>Immutable and thread-safe. A check takes time in proportion to words of the access times words of the patterns at
 * worst.
 *
 * @since 0.1
 */
public final class AccessPatterns {
    private static final String ONE = "*";
    private static final String ANY = "#";

    private final List<List<String>> grants;
    private final List<List<String>> denials;

    private AccessPatterns(List<List<String>> grants, List<List<String>> denials) {
        this.grants = List.copyOf(grants);
        this.denials = List.copyOf(denials);
    }

    /** Returns the set of these patterns; see {@link #of(List)}. */
    public static AccessPatterns of(String... patterns) {
        return of(Arrays.asList(patterns));
    }

    /**
     * Returns the set of these patterns.
     *
     * @throws IllegalArgumentException if a pattern has an empty word, or a {@code *}, {@code #} or {@code !} that is
     *     part of a longer word
     */
    public static AccessPatterns of(List<String> patterns) {
        List<List<String>> grants = new ArrayList<>();
        List<List<String>> denials = new ArrayList<>();
        for (String pattern : patterns) {
            if (pattern.startsWith("!")) {
                denials.add(compile(pattern, pattern.substring(1)));
            } else {
                grants.add(compile(pattern, pattern));
            }
        }
        return new AccessPatterns(grants, denials);
    }

    private static List<String> compile(String pattern, String text) {
        List<String> compiled = new ArrayList<>();
        for (String word : words(text)) {
            if (word.isEmpty() || word.indexOf('!') >= 0 || isWildcardInside(word)) {
                throw new IllegalArgumentException("pattern: '" + pattern
                        + "' (expected: words joined by dots, each a text, * or #, with at most one leading !)");
            }
            if (!word.equals(ANY)
                    || compiled.isEmpty()
                    || !compiled.get(compiled.size() - 1).equals(ANY)) {
                compiled.add(word);
            }
        }
        return List.copyOf(compiled);
    }

    private static boolean isWildcardInside(String word) {
        return word.length() > 1 && (word.contains(ONE) || word.contains(ANY));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            words.add(text.substring(start, dot));
            start = dot + 1;
        }
        words.add(text.substring(start));
        return words;
    }

    /** Returns whether a pattern grants this access and none denies it. */
    public boolean grants(String access) {
        List<String> words = words(access);
        return covers(grants, words) && !covers(denials, words);
    }

    private static boolean covers(List<List<String>> patterns, List<String> words) {
        for (List<String> pattern : patterns) {
            if (matches(pattern, words)) {
                return true;
            }
        }
        return false;
    }

    /** Walks along both; on a mismatch only the latest {@code #} takes one word more, which is enough. */
    private static boolean matches(List<String> pattern, List<String> words) {
        int p = 0;
        int w = 0;
        int any = -1;
        int taken = 0;
        while (w < words.size()) {
            String expected = p < pattern.size() ? pattern.get(p) : null;
            if (ANY.equals(expected)) {
                any = p++;
                taken = w;
            } else if (ONE.equals(expected) || words.get(w).equals(expected)) {
                p++;
                w++;
            } else if (any >= 0) {
                p = any + 1;
                w = ++taken;
            } else {
                return false;
            }
        }
        while (p < pattern.size() && pattern.get(p).equals(ANY)) {
            p++;
        }
        return p == pattern.size();
    }
}
