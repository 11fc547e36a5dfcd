package dev.dovetail.examples.telephony.siptransport;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.plugin.Services;
import dev.dovetail.transaction.UnitOfWork;
import java.util.UUID;

/** Deletes a transport; {@code fallback} names the one that takes over what uses it. */
final class TransportDeletion {
    private static final String FALLBACK = "fallback";

    private final CRUDService<SipTransport, UUID> transports;
    private final UnitOfWork unitOfWork;
    private final Services services;

    TransportDeletion(Services services) {
        this.transports = services.of(SipTransports.SIP_TRANSPORTS);
        this.unitOfWork = services.unitOfWork();
        this.services = services;
    }

    /** Returns what answers with a fallback or, without one, as usual. */
    Endpoint answering(Endpoint standard) {
        return exchange -> {
            String fallback = exchange.request().parameter(FALLBACK).orElse(null);
            if (fallback == null) {
                return standard.answer(exchange);
            }
            UUID transport = UUID.fromString(exchange.pathValue(0));
            transports.get(exchange.call(), transport); // an unknown one is told before a bad fallback
            delete(exchange.call(), transport, uuid(fallback));
            return Response.of(204);
        };
    }

    private static UUID uuid(String text) {
        if (!KeyFormat.uuid().pattern().matcher(text).matches()) {
            throw Errors.wrongType(SipTransports.SIP_TRANSPORTS.name(), Path.of(FALLBACK), "uuid")
                    .toException();
        }
        return UUID.fromString(text);
    }

    private void delete(CallContext call, UUID transport, UUID fallback) {
        unitOfWork.run(call, () -> {
            transports.get(call, fallback);
            services.plugins(TransportUse.class).forEach(use -> use.replace(services, transport, fallback));
            transports.delete(call, transport);
        });
    }
}
