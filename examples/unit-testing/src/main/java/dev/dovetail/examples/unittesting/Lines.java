package dev.dovetail.examples.unittesting;

import dev.dovetail.notification.Command;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

/** Lines: some numbers are not given away, and the exchange reloads when one comes, changes or goes. */
public final class Lines {
    public static final Resource<Line, Integer> LINES = Resource.of(Line.class, Line::id)
            .generatedKey()
            .unique(Line::number)
            .build();
    public static final Command RELOAD = Command.of("exchange", "reload");

    public static final ResourcePlugin<Line, Integer> PLUGIN = ResourcePlugin.of(LINES)
            .forbid("112 is for emergencies.", change -> change.value().number().equals("112"))
            .command(RELOAD);

    private Lines() {}
}
