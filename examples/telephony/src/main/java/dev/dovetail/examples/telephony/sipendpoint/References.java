package dev.dovetail.examples.telephony.sipendpoint;

import dev.dovetail.context.Scope;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.examples.telephony.siptransport.SipTransport;
import dev.dovetail.examples.telephony.siptransport.SipTransports;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Checks what an endpoint or a template refers to, if it is given: what was there before may be gone by now. */
final class References {
    private final Resource<SipEndpoint, UUID> resource;
    private final Dao<SipEndpoint, UUID> templates;
    private final Dao<SipTransport, UUID> transports;
    private final TemplateGraph graph;

    References(Resource<SipEndpoint, UUID> resource, Services services) {
        this.resource = resource;
        this.templates = services.dao(SipTemplates.SIP_TEMPLATES);
        this.transports = services.dao(SipTransports.SIP_TRANSPORTS);
        this.graph = TemplateGraph.of(services);
    }

    private static boolean given(Change<SipEndpoint> change, Column<SipEndpoint, ?> column) {
        return change.operation() == Operation.CREATE || change.given().contains(column);
    }

    private boolean givesTemplates(Change<SipEndpoint> change) {
        return given(change, resource.column(SipEndpoint::templates));
    }

    /** Requires that the templates are seen: by a creation those of its tenant only. */
    void checkTemplates(Change<SipEndpoint> change, Violations violations) {
        if (!givesTemplates(change)) {
            return;
        }
        Scope scope = change.call().scope();
        Scope searched = change.operation() == Operation.CREATE ? scope.narrow() : scope;
        List<UUID> wanted = change.value().templateUuids();
        Set<UUID> known = templates.findAll(wanted).stream()
                .filter(template -> templates.resource().visible(searched, template))
                .map(SipEndpoint::uuid)
                .collect(Collectors.toSet());
        wanted.stream()
                .filter(template -> !known.contains(template))
                .findFirst()
                .ifPresent(template -> violations.add(TelephonyErrors.sipTemplateNotFound(template)));
    }

    /** Requires that the transport exists, and holds it until the unit ends. */
    void checkTransport(Change<SipEndpoint> change, Violations violations) {
        SipEndpoint.Transport transport = change.value().transport();
        if (transport != null
                && given(change, resource.column(SipEndpoint::transport))
                && transports.lock(transport.uuid()).isEmpty()) {
            violations.add(Errors.referenceNotFound(
                    Path.of("transport"), "SIPTransport", Details.of("uuid", transport.uuid())));
        }
    }

    /** Forbids that a template includes itself, through others or at once. */
    void checkLoops(Change<SipEndpoint> change, Violations violations) {
        UUID self = change.value().uuid();
        List<UUID> wanted = change.value().templateUuids();
        // Nobody includes what is new, or no template.
        boolean included = change.operation() == Operation.EDIT && resource.equals(templates.resource());
        if (!included || !givesTemplates(change)) {
            return;
        } else if (wanted.contains(self)) {
            violations.add(Errors.notPermitted(resource.name(), "Cannot use itself as template", Details.none()));
            return;
        }
        graph.lockAbove(wanted).values().stream()
                .filter(template -> template.templateUuids().contains(self))
                .findFirst()
                .ifPresent(template -> violations.add(Errors.notPermitted(
                        resource.name(),
                        "SIPEndpointTemplate(" + template.uuid() + ") already include this template",
                        Details.none())));
    }
}
