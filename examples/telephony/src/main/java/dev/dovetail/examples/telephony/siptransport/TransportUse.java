package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoint;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.sipendpoint.SipTemplates;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Knows which endpoints and templates, of any tenant, use a transport. */
final class TransportUse {
    private final List<Dao<SipEndpoint, UUID>> users;

    TransportUse(Services services) {
        this.users = Stream.of(SipEndpoints.SIP_ENDPOINTS, SipTemplates.SIP_TEMPLATES)
                .filter(resource -> services.loaded(resource.collection()))
                .map(services::dao)
                .toList();
    }

    private static Column<SipEndpoint, SipEndpoint.Transport> transport(Resource<SipEndpoint, UUID> resource) {
        return resource.column(SipEndpoint::transport);
    }

    private static Criterion<SipEndpoint> using(Dao<SipEndpoint, UUID> dao, UUID transport) {
        return Criterion.equal(transport(dao.resource()), new SipEndpoint.Transport(transport));
    }

    /** Returns one that uses a transport, an endpoint rather than a template. */
    Optional<SipEndpoint> first(UUID transport) {
        return users.stream()
                .flatMap(dao -> dao.findBy(using(dao, transport)).stream())
                .findFirst();
    }

    /** Makes all that use a transport use another; within a unit of work. */
    void replace(UUID transport, UUID other) {
        for (Dao<SipEndpoint, UUID> dao : users) {
            List<UUID> keys = dao.search(Search.where(using(dao, transport))).items().stream()
                    .map(SipEndpoint::uuid)
                    .toList();
            Edit<SipEndpoint> edit =
                    Edit.of(dao.resource()).set(transport(dao.resource()), new SipEndpoint.Transport(other));
            dao.lockAll(keys).forEach(endpoint -> dao.update(endpoint, edit.applyTo(endpoint)));
        }
    }
}
