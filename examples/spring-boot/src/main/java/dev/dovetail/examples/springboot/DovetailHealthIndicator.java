package dev.dovetail.examples.springboot;

import dev.dovetail.http.management.HealthCheck;
import dev.dovetail.plugin.PluginRegistry;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Is up while the store answers. What waits too long to be delivered is told only: events are safe in the outbox, and
 * requests can still be served.
 */
@Component
final class DovetailHealthIndicator extends AbstractHealthIndicator {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final HealthCheck store;
    private final HealthCheck backlog;

    DovetailHealthIndicator(PluginRegistry registry) {
        super("Dovetail's store does not answer");
        this.store = HealthCheck.store(registry);
        this.backlog = HealthCheck.backlog(registry, LONGEST);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        store.fault().ifPresentOrElse(why -> health.down().withDetail("store", why), health::up);
        health.withDetail("outbox", backlog.fault().orElse("delivered"));
    }
}
