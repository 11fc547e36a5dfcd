package dev.dovetail.examples.springboot.reception;

import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.notification.outbox.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Is told of every event after its commit, as any bean that is an {@link EventListener}. */
@Component
final class Announcer implements EventListener {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    @Override
    public void on(OutboxEntry event) {
        LOG.info("{} of {} by {}", event.name(), event.subject(), event.actor());
    }
}
