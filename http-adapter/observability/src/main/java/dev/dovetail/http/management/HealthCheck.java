package dev.dovetail.http.management;

import dev.dovetail.notification.outbox.Outbox.Backlog;
import dev.dovetail.plugin.PluginRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at something that an application needs. Must be thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface HealthCheck {

    /** Returns what is wrong, without secrets, or nothing. What it throws is taken for wrong too. */
    Optional<String> fault();

    /** Returns the check that the store answers. */
    static HealthCheck store(PluginRegistry registry) {
        return () -> {
            registry.backlog();
            return Optional.empty();
        };
    }

    /** Returns the check that all targets of events and commands can be reached. */
    static HealthCheck targets(PluginRegistry registry) {
        return () -> {
            Map<String, String> away = registry.relay().away();
            return away.isEmpty() ? Optional.empty() : Optional.of("away: " + away);
        };
    }

    /** Returns the check that nothing waits longer to be delivered, and that nothing is set aside. */
    static HealthCheck backlog(PluginRegistry registry, Duration longest) {
        return () -> {
            Backlog backlog = registry.backlog();
            Instant oldest = backlog.oldest();
            if (backlog.parked() > 0) {
                return Optional.of(backlog.parked() + " set aside (look at them, and retry or drop them)");
            }
            if (oldest != null
                    && Duration.between(oldest, registry.clock().instant()).compareTo(longest) > 0) {
                return Optional.of(backlog.entries() + " waiting, the oldest since " + oldest);
            }
            return Optional.empty();
        };
    }
}
