package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.plugin.Services;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a request, lets it through the gate, and has it answered. Thread-safe. */
final class Dispatcher {
    private final Router router;
    private final Gate gate;
    private final ErrorRenderer errors;
    private final Services services;
    private final Writing writing;
    private final String basePath;
    private final Protocol protocol;
    private final KnownParameters parameters;

    /** Holds a request that was let through. */
    record Admitted(Route route, Exchange exchange) {}

    Dispatcher(Routes routes, Gate gate, ErrorRenderer errors, HttpApi.Builder options) {
        this.router = routes.router();
        this.gate = gate;
        this.errors = errors;
        this.services = routes.services();
        this.writing = new Writing(services.unitOfWork(), options.repetition());
        this.basePath = options.basePath;
        this.protocol = options.protocol;
        this.parameters = new KnownParameters(routes::all);
    }

    String basePath() {
        return basePath;
    }

    /**
     * Finds the route of a request and lets it through.
     *
     * @throws AnsweredException if there is no such path or method, or the method asks what there is
     * @throws dev.dovetail.error.DovetailException if the token does not grant it
     */
    Admitted admit(Request request) {
        String path = request.path();
        Router.Match match = path.startsWith(basePath + "/") ? router.find(path.substring(basePath.length())) : null;
        if (match == null) {
            throw new AnsweredException(errors.noSuchPath(request));
        }
        Route route = match.routes().get(method(request));
        if (route == null) {
            throw new AnsweredException(withoutRoute(allowed(match), request));
        }
        request.malformedParameter().ifPresent(name -> {
            throw Errors.invalid("", Path.of(name), "unicode", Details.none(), "not Unicode (expected: text in UTF-8)")
                    .toException();
        });
        CallContext call = gate.admit(route, match.values(), request);
        String root = request.baseUrl() + basePath;
        return new Admitted(
                route,
                new Exchange(
                        request,
                        call,
                        match.values(),
                        root,
                        services,
                        protocol,
                        new TokenCaller(gate, route, match.values(), request)));
    }

    private static String method(Request request) {
        return request.method().equals("HEAD") ? "GET" : request.method();
    }

    /** Tells what a path allows; to who asks for it without a token too, as it is the same for all. */
    private Response withoutRoute(Set<String> allowed, Request request) {
        boolean asked = request.method().equals("OPTIONS") && protocol == Protocol.FULL;
        Response answer = (asked ? Response.of(204) : errors.methodNotAllowed(allowed, request))
                .with("Allow", String.join(", ", allowed));
        return asked && allowed.contains("PATCH") ? answer.with("Accept-Patch", Negotiation.patches()) : answer;
    }

    private Set<String> allowed(Router.Match match) {
        Set<String> allowed = new TreeSet<>(match.methods());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (protocol == Protocol.FULL) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    /** Answers a request that was let through. */
    Response answer(Admitted admitted) {
        Endpoint endpoint = admitted.route().endpoint();
        Exchange exchange = admitted.exchange();
        if (protocol == Protocol.BASIC) {
            return endpoint.answer(exchange);
        }
        Request request = exchange.request();
        parameters.check(admitted.route(), request.query().keySet());
        Conditional.refuseUnchecked(endpoint, request);
        return method(request).equals("GET")
                ? Negotiation.afterReading(request, endpoint.answer(exchange))
                : writing.answer(endpoint, exchange);
    }
}
