package dev.dovetail.examples.telephony.skillrule;

import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Conditions by which a queue chooses agents, tried in their order.
 *
 * @param rules none if null; one that a semicolon parts is two
 */
public record SkillRule(
        int id,
        UUID tenantUuid,
        @Size(max = 64) String name,
        @Nullable List<Definition> rules) {
    /** One condition, in the words of the telephony engine. */
    public record Definition(String definition) {}

    public SkillRule {
        rules = rules == null ? List.of() : parted(rules);
    }

    private static List<Definition> parted(List<Definition> rules) {
        String all = rules.stream().map(Definition::definition).collect(Collectors.joining(";"));
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(";", -1)).map(Definition::new).toList();
    }
}
