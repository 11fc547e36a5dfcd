package dev.dovetail.examples.telephony.line;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;

/**
 * Says that lines have users; part of the plugin of the association.
 *
 * @param association of users with their lines
 */
public record UsersOfLines(Association<?, Integer, Line, Integer> association) implements Plugin {
    @Override
    public String name() {
        return "lines by " + association.name();
    }

    /** Returns the ids of those of a line, the main one first. */
    public static List<Integer> of(Services services, Line line) {
        return services.plugins(UsersOfLines.class).stream()
                .flatMap(each -> services.dao(each.association).stream())
                .flatMap(links -> links.lefts(line.id()).stream())
                .toList();
    }
}
