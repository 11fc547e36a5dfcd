package dev.dovetail.examples.telephony.line;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;

/**
 * Says that lines have extensions; part of the plugin of the association.
 *
 * @param association of lines with their extensions
 */
public record ExtensionsOfLines(Association<Line, Integer, ?, Integer> association) implements Plugin {
    @Override
    public String name() {
        return "lines by " + association.name();
    }

    /** Returns the ids of those of a line. */
    public static List<Integer> of(Services services, Line line) {
        return services.plugins(ExtensionsOfLines.class).stream()
                .flatMap(each -> services.dao(each.association).stream())
                .flatMap(links -> links.rights(line.id()).stream())
                .toList();
    }
}
