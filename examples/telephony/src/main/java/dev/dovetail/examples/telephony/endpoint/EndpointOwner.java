package dev.dovetail.examples.telephony.endpoint;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.Optional;

/**
 * Says that objects of a resource have endpoints; part of the plugin of the association.
 *
 * @param association of the owner, a line or a trunk, with its endpoint
 * @param <O> the owner
 * @param <E> the endpoint
 * @param <K> the key of the endpoint
 */
public record EndpointOwner<O extends Record, E extends Record, K>(Association<O, Integer, E, K> association)
        implements Plugin {
    @Override
    public String name() {
        return "owner by " + association.name();
    }

    /** Returns the id of the object of this kind, {@code Line} or {@code Trunk}, that has an endpoint. */
    @SuppressWarnings("unchecked") // equal resources have the same model and key
    public static <E extends Record, K> Optional<Integer> of(
            Services services, Resource<E, K> endpoints, String kind, E endpoint) {
        for (EndpointOwner<?, ?, ?> owner : services.plugins(EndpointOwner.class)) {
            if (owner.association.right().equals(endpoints)
                    && owner.association.left().name().equals(kind)) {
                return EndpointPlugin.ownerOf(services, ((EndpointOwner<?, E, K>) owner).association, endpoint);
            }
        }
        return Optional.empty();
    }
}
