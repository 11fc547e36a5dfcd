package dev.dovetail.examples.telephony.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Accesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the accesses that the files name with those that {@link Accesses} lists, which others hold the server to.
 */
class AccessEntriesTest {
    private static final Pattern ACCESS = Pattern.compile("confd\\.[\\w.{}<>-]+|(?<= / |\\.\\.\\. )\\.\\w+");
    private static final Map<String, String> VERBS =
            Map.of("GET", "read", "POST", "create", "PUT", "update", "DELETE", "delete");

    static Stream<Entry> entries() {
        return SpecEntries.read().values().stream()
                .filter(entry -> entry.name().equals("acl") && !entry.section().equals("acl")
                        || entry.section().equals("acl"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void areNeededAsTheFileSays(Entry entry) {
        if (entry.text().startsWith("standard")) {
            assertThat(routes(entry)).isNotEmpty().allMatch(AccessEntriesTest::isStandard);
        }
        for (Pattern access : accesses(entry.text())) {
            assertThat(routes(entry))
                    .as(access.pattern())
                    .anyMatch(route -> access.matcher(route.getValue()).matches());
        }
        Coverage.compared(entry.id());
    }

    @Test
    void readsAlternatives() {
        assertThat(accesses("confd.a.{b}.read / .update").stream().map(Pattern::pattern))
                .containsExactly("\\Qconfd.a.\\E[^.]+\\Q.read\\E", "\\Qconfd.a.\\E[^.]+\\Q.update\\E");
    }

    private static List<Map.Entry<String, String>> routes(Entry entry) {
        return Accesses.byRoute().entrySet().stream()
                .filter(route -> entry.file().names(route.getKey().split(" ")[1])
                        || route.getKey().contains("/files/") && entry.id().equals("moh/files/acl"))
                .toList();
    }

    private static boolean isStandard(Map.Entry<String, String> route) {
        String[] request = route.getKey().split(" ");
        return route.getValue()
                .equals("confd" + request[1].replace('.', '_').replace('/', '.') + "." + VERBS.get(request[0]));
    }

    /** Returns the accesses of a text, of which a later one may name its last part only. */
    private static List<Pattern> accesses(String text) {
        List<Pattern> accesses = new ArrayList<>();
        Matcher found = ACCESS.matcher(text);
        String last = "";
        while (found.find()) {
            String access = found.group();
            last = access.startsWith(".") ? last.substring(0, last.lastIndexOf('.')) + access : access;
            String pattern = Stream.of(last.replaceAll("\\.+$", "").split("[{<][^}>]*[}>]", -1))
                    .map(Pattern::quote)
                    .reduce((before, after) -> before + "[^.]+" + after)
                    .orElseThrow();
            accesses.add(Pattern.compile(last.endsWith("..") ? pattern + "\\..*" : pattern));
        }
        return accesses;
    }
}
