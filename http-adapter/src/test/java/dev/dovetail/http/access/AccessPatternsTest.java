package dev.dovetail.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPatternsTest {

    @ParameterizedTest
    @CsvSource({
        "users.read, users.read, true",
        "users.read, users.write, false",
        "users.read, users, false",
        "users.read, users.read.x, false",
        "users.read, xusers.read, false",
        "users.*.read, users.12.read, true",
        "users.*.read, users.read, false",
        "users.*.read, users.1.2.read, false",
        "users.#, users, true",
        "users.#, users.12.lines.read, true",
        "users.#, usersx.read, false",
        "users.#.read, users.read, true",
        "users.#.read, users.1.2.read, true",
        "users.#.read, users.1.2.update, false",
        "users.#.read, users.read.1, false",
        "#, anything.at.all, true",
        "#.#, x, true",
        "*, x, true",
        "*, x.y, false",
        "#.*, x, true",
        "*.#.*, x, false",
        "*.#.*, x.y, true",
        "#.a.#.b, a.x.a.b.b, true",
        "#.a.#.b, b.a, false",
    })
    void matchesWordByWord(String pattern, String access, boolean granted) {
        assertThat(AccessPatterns.of(pattern).grants(access)).isEqualTo(granted);
    }

    @Test
    void takesTheWordsOfAnAccessAsTheyAre() {
        assertThat(AccessPatterns.of("users.12.read").grants("users.*.read")).isFalse();
        assertThat(AccessPatterns.of("users.12.read").grants("#")).isFalse();
        assertThat(AccessPatterns.of("users.12.read").grants("")).isFalse();
        assertThat(AccessPatterns.of("#", "!users.*.read").grants("users..read"))
                .isFalse();
    }

    @Test
    void letsADenialWinWhereverItStands() {
        AccessPatterns first = AccessPatterns.of("!users.*.delete", "users.#");
        AccessPatterns last = AccessPatterns.of("users.#", "!users.*.delete", "users.12.delete");
        for (AccessPatterns patterns : List.of(first, last)) {
            assertThat(patterns.grants("users.12.read")).isTrue();
            assertThat(patterns.grants("users.12.delete")).isFalse();
        }
    }

    @Test
    void grantsNothingByDefault() {
        assertThat(AccessPatterns.of().grants("users.read")).isFalse();
        assertThat(AccessPatterns.of("!users.read").grants("lines.read")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "a..b", ".a", "a.", "a*.b", "a.b#", "##", "!!a", "a.!b"})
    void refusesWhatIsNoPattern(String pattern) {
        assertThatThrownBy(() -> AccessPatterns.of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pattern: '" + pattern + "' (expected: ");
    }

    /** Compares with the definition, written as a recursion, on many small random cases. */
    @Test
    void agreesWithTheDefinition() {
        Random random = new Random(20261124);
        int granted = 0;
        for (int i = 0; i < 200_000; i++) {
            List<String> pattern = words(random, List.of("a", "b", "*", "#"), 6);
            List<String> access = words(random, List.of("a", "b"), 7);
            boolean expected = defined(pattern, access);
            assertThat(AccessPatterns.of(String.join(".", pattern)).grants(String.join(".", access)))
                    .as("%s on %s", pattern, access)
                    .isEqualTo(expected);
            granted += expected ? 1 : 0;
        }
        assertThat(granted).isGreaterThan(10_000);
    }

    /** More grants grant no less, more denials no more, and the order of patterns means nothing. */
    @Test
    void isMonotonous() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            List<String> patterns = new ArrayList<>();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                patterns.add((random.nextInt(3) == 0 ? "!" : "")
                        + String.join(".", words(random, List.of("a", "b", "*", "#"), 4)));
            }
            String more = String.join(".", words(random, List.of("a", "b", "*", "#"), 4));
            String access = String.join(".", words(random, List.of("a", "b"), 5));
            boolean granted = AccessPatterns.of(patterns).grants(access);
            assertThat(AccessPatterns.of(with(patterns, "!" + more)).grants(access) && !granted)
                    .isFalse();
            assertThat(granted && !AccessPatterns.of(with(patterns, more)).grants(access))
                    .isFalse();
            Collections.shuffle(patterns, random);
            assertThat(AccessPatterns.of(patterns).grants(access)).isEqualTo(granted);
        }
    }

    @Test
    @Timeout(10)
    void doesNotBlowUp() {
        AccessPatterns patterns = AccessPatterns.of("#.a.".repeat(500) + "#.b");
        String access = "a.".repeat(2000) + "a";
        long start = System.nanoTime();
        assertThat(patterns.grants(access)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    private static List<String> with(List<String> patterns, String more) {
        List<String> longer = new ArrayList<>(patterns);
        longer.add(more);
        return longer;
    }

    private static List<String> words(Random random, List<String> from, int most) {
        List<String> words = new ArrayList<>();
        for (int n = 1 + random.nextInt(most); n > 0; n--) {
            words.add(from.get(random.nextInt(from.size())));
        }
        return words;
    }

    private static boolean defined(List<String> pattern, List<String> access) {
        if (pattern.isEmpty()) {
            return access.isEmpty();
        }
        List<String> rest = pattern.subList(1, pattern.size());
        if (pattern.get(0).equals("#")) {
            return defined(rest, access) || !access.isEmpty() && defined(pattern, access.subList(1, access.size()));
        }
        return !access.isEmpty()
                && (pattern.get(0).equals("*") || pattern.get(0).equals(access.get(0)))
                && defined(rest, access.subList(1, access.size()));
    }
}
