package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.dao.Dao;
import dev.dovetail.examples.telephony.siptransport.TransportUse;
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
record UsedTransports() implements TransportUse {
    @Override
    public String name() {
        return "transports of endpoints";
    }

    private static List<Dao<SipEndpoint, UUID>> users(Services services) {
        return Stream.<Resource<SipEndpoint, UUID>>of(SipEndpoints.SIP_ENDPOINTS, SipTemplates.SIP_TEMPLATES)
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

    /** An endpoint rather than a template. */
    @Override
    public Optional<UUID> first(Services services, UUID transport) {
        return users(services).stream()
                .flatMap(dao -> dao.findBy(using(dao, transport)).stream())
                .map(SipEndpoint::uuid)
                .findFirst();
    }

    @Override
    public void replace(Services services, UUID transport, UUID other) {
        for (Dao<SipEndpoint, UUID> dao : users(services)) {
            List<UUID> keys = dao.search(Search.where(using(dao, transport))).items().stream()
                    .map(SipEndpoint::uuid)
                    .toList();
            Edit<SipEndpoint> edit =
                    Edit.of(dao.resource()).set(transport(dao.resource()), new SipEndpoint.Transport(other));
            dao.lockAll(keys).forEach(endpoint -> dao.update(endpoint, edit.applyTo(endpoint)));
        }
    }
}
