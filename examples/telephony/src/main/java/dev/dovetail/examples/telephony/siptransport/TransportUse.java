package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import java.util.Optional;
import java.util.UUID;

/** Tells what uses transports; part of the plugin of that. */
public interface TransportUse extends Plugin {

    /** Returns the UUID of an endpoint, of any tenant, that uses a transport. */
    Optional<UUID> first(Services services, UUID transport);

    /** Makes all that use a transport use another; within a unit of work. */
    void replace(Services services, UUID transport, UUID other);
}
