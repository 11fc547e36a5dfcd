package dev.dovetail.examples.telephony.endpoint;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import java.util.List;
import java.util.Optional;

/**
 * Names an endpoint.
 *
 * @param kind as in paths: sip, custom
 * @param key its key
 */
public record EndpointRef(String kind, Object key) {

    /** Returns the endpoint of one kind that an owner has. */
    public static <O extends Record, K> Optional<EndpointRef> of(
            Services services, Association<O, Integer, ?, K> association, O owner) {
        Optional<AssociationDao<Integer, K>> links = services.dao(association);
        return links.map(dao -> dao.rights(association.left().keyOf(owner))).orElse(List.of()).stream()
                .findFirst()
                .map(key -> new EndpointRef(kind(association), key));
    }

    /** Associations are named after the kind at their end. */
    static String kind(Association<?, ?, ?, ?> association) {
        return association.name().substring(association.name().lastIndexOf('_') + 1);
    }
}
