package dev.dovetail.examples.telephony.skillrule;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions by which a queue chooses agents, tried in their order. */
public record SkillRule(
        int id,
        UUID tenantUuid,
        @Size(max = 64) String name,
        @Nullable List<Definition> rules) {
    private static final String SEPARATOR = ";";

    /** One condition, in the words of the telephony engine. */
    public record Definition(String definition) {}

    /** Returns the conditions as they are kept: none for null, and two where a semicolon parts one. */
    List<Definition> separated() {
        String all =
                rules == null ? "" : rules.stream().map(Definition::definition).collect(Collectors.joining(SEPARATOR));
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(SEPARATOR, -1)).map(Definition::new).toList();
    }
}
