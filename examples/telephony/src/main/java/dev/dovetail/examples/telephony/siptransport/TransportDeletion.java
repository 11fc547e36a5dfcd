package dev.dovetail.examples.telephony.siptransport;

import static dev.dovetail.examples.telephony.siptransport.SipTransports.SIP_TRANSPORTS;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.plugin.Services;
import java.util.UUID;

/** Deletes a transport; {@code fallback} names the one that takes over what uses it. */
final class TransportDeletion {
    private static final String FALLBACK = "fallback";

    private TransportDeletion() {}

    /** Returns what answers with a fallback or, without one, as usual. */
    static Endpoint answering(Endpoint standard) {
        return exchange -> {
            String fallback = exchange.request().parameter(FALLBACK).orElse(null);
            if (fallback == null) {
                return standard.answer(exchange);
            }
            UUID transport = UUID.fromString(exchange.pathValue(0));
            Services services = exchange.services();
            services.of(SIP_TRANSPORTS).get(exchange.call(), transport); // an unknown one is told before a bad fallback
            delete(services, exchange.call(), transport, uuid(fallback));
            return Response.of(204);
        };
    }

    private static UUID uuid(String text) {
        if (!KeyFormat.uuid().pattern().matcher(text).matches()) {
            throw Errors.wrongType(SIP_TRANSPORTS.name(), Path.of(FALLBACK), "uuid")
                    .toException();
        }
        return UUID.fromString(text);
    }

    private static void delete(Services services, CallContext call, UUID transport, UUID fallback) {
        services.unitOfWork().run(call, () -> {
            services.of(SIP_TRANSPORTS).get(call, fallback);
            services.plugins(TransportUse.class).forEach(use -> use.replace(services, transport, fallback));
            services.of(SIP_TRANSPORTS).delete(call, transport);
        });
    }
}
