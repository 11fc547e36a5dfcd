package dev.dovetail.examples.telephony.wholeline;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.extension.Extension;
import dev.dovetail.examples.telephony.extension.Extensions;
import dev.dovetail.examples.telephony.line.Line;
import dev.dovetail.examples.telephony.line.Lines;
import dev.dovetail.examples.telephony.lineendpoint.LineEndpointSips;
import dev.dovetail.examples.telephony.lineextension.LineExtensions;
import dev.dovetail.examples.telephony.sipendpoint.SipEndpoints;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.userline.UserLines;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Locator;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.plugin.Services;
import java.util.List;

/**
 * Deletes lines with what is theirs: users leave them, extensions and SIP endpoints go by their usual rules and events.
 */
public record RecursiveLineDeletion(Services services) {

    /** Returns what answers a DELETE that may ask for it. */
    Endpoint answering(Locator<Line, Integer> lines, Endpoint standard) {
        return exchange -> exchange.asks("recursive") ? answer(exchange, lines) : standard.answer(exchange);
    }

    private Response answer(Exchange exchange, Locator<Line, Integer> lines) {
        delete(exchange.call(), lines.key(exchange.call(), exchange.pathValue(0)));
        return Response.of(204);
    }

    /** Deletes one line. */
    public void delete(CallContext call, int id) {
        services.unitOfWork().run(call, () -> {
            Line line = services.of(Lines.LINES).get(call, id);
            services.dao(Lines.LINES).lock(id).ifPresent(locked -> Lines.plug(services, locked, null));
            for (User user : UserLines.usersOf(services, line)) {
                services.of(UserLines.USER_LINE).dissociate(call, user.id(), id);
            }
            LineExtensions.extensionOf(services, line).ifPresent(extension -> delete(call, line, extension));
            services.lookups()
                    .rights(LineEndpointSips.LINE_ENDPOINT_SIP, List.of(line))
                    .get()
                    .getOrDefault(id, List.of())
                    .forEach(endpoint -> {
                        services.of(LineEndpointSips.LINE_ENDPOINT_SIP).dissociate(call, id, endpoint.uuid());
                        services.of(SipEndpoints.SIP_ENDPOINTS).delete(call, endpoint.uuid());
                    });
            services.of(Lines.LINES).delete(call, id);
        });
    }

    /** An extension that another line uses stays. */
    void delete(CallContext call, Line line, Extension extension) {
        services.of(LineExtensions.LINE_EXTENSION).dissociate(call, line.id(), extension.id());
        if (LineExtensions.linesOf(services, extension).isEmpty()) {
            services.of(Extensions.EXTENSIONS).delete(call, extension.id());
        }
    }
}
