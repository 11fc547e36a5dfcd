package dev.dovetail.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells another daemon to do something after the commit, such as reload its configuration. Equal commands of one unit
 * of work are sent once.
 *
 * @param target the name that the daemon's sender is registered under
 * @param action what to do, in the words of the target
 * @param parameters what the action needs, in order
 * @since 0.1
 */
public record Command(String target, String action, Map<String, String> parameters) {
    public Command {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Returns a command without parameters. */
    public static Command of(String target, String action) {
        return new Command(target, action, Map.of());
    }

    /** Returns this command with one more parameter. */
    public Command with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Command(target, action, more);
    }
}
