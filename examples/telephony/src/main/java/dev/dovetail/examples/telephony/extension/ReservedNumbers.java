package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Violations;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ServiceRule;
import dev.dovetail.plugin.Services;

/**
 * Keeps numbers from being extensions, because something else has them; part of the plugin of that.
 *
 * @param name says what has them
 * @param rule reports an extension that has such a number
 */
public record ReservedNumbers(String name, ServiceRule<Extension> rule) implements Plugin {
    static void check(Services services, Extension extension, Violations violations) {
        services.plugins(ReservedNumbers.class)
                .forEach(reserved -> reserved.rule.check(services, extension, violations));
    }
}
