package dev.dovetail.examples.unittesting;

import dev.dovetail.notification.Command;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.plugin.LegacyResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;

/** Lines: some numbers are not given away, and the exchange reloads when one comes, changes or goes. */
public final class Lines implements LegacyResourcePlugin<Line, Integer> {
    public static final Resource<Line, Integer> LINES = Resource.of(Line.class, Line::id)
            .generatedKey()
            .unique(Line::number)
            .build();
    public static final Command RELOAD = Command.of("exchange", "reload");

    @Override
    public Resource<Line, Integer> resource() {
        return LINES;
    }

    @Override
    public ValidationGroup<Line> validation(Services services) {
        return ValidationGroup.<Line>builder()
                .common(Rules.unique(services.dao(LINES)))
                .common(Rules.<Change<Line>>forbid(
                        "Line",
                        "112 is for emergencies.",
                        change -> change.value().number().equals("112")))
                .build();
    }

    @Override
    public Notifier<Change<Line>> notifier(Services services) {
        return Notifier.<Line>of().command(RELOAD).build();
    }
}
