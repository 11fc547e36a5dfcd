package dev.dovetail.examples.telephony.userline;

import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;

/**
 * Says that something rings users by their main lines: without one they leave it. Part of the plugin of the
 * association.
 *
 * @param association of queues or groups with users
 */
public record RungByMainLine(Association<?, Integer, User, Integer> association) implements Plugin {
    @Override
    public String name() {
        return "main lines of " + association.name();
    }

    static void leave(Services services, int user) {
        services.plugins(RungByMainLine.class)
                .forEach(each -> services.dao(each.association).ifPresent(links -> links.unlinkRight(user)));
    }
}
