package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.plugin.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the route of a request, lets it through the gate, and has it answered. Thread-safe. */
final class Dispatcher {
    private final Router router;
    private final Gate gate;
    private final ErrorRenderer errors;
    private final Services services;
    private final WriteHandler writing;
    private final String basePath;
    private final ApiStyle style;
    private final Negotiation negotiation;
    private final List<Check> checks;

    /** Refuses a request that was let through and that its route does not understand. */
    @FunctionalInterface
    private interface Check {
        void check(Route route, Request request);
    }

    /** Holds a request that was let through. */
    record Admitted(Route route, Exchange exchange) {}

    Dispatcher(Routes routes, Gate gate, ErrorRenderer errors, HttpApi.Builder options) {
        this.router = routes.router();
        this.gate = gate;
        this.errors = errors;
        this.services = routes.services();
        this.writing = new WriteHandler(services.unitOfWork(), options.repetition(), options.style);
        this.basePath = options.basePath;
        this.style = options.style;
        this.negotiation = Negotiation.of(style);
        this.checks = checks(routes);
    }

    private static List<Check> checks(Routes routes) {
        List<Check> checks = new ArrayList<>();
        if (routes.offers(Feature.KNOWN_PARAMETERS)) {
            KnownParameters parameters = new KnownParameters(routes::all);
            checks.add(
                    (route, request) -> parameters.check(route, request.query().keySet()));
        }
        if (routes.offers(Feature.CONDITIONS)) {
            checks.add((route, request) -> Conditional.refuseUnchecked(route.endpoint(), request));
        }
        return List.copyOf(checks);
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
                        style,
                        new TokenCaller(gate, route, match.values(), request)));
    }

    private static String method(Request request) {
        return request.method().equals("HEAD") ? "GET" : request.method();
    }

    /** Tells what a path allows; to who asks for it without a token too, as it is the same for all. */
    private Response withoutRoute(Set<String> allowed, Request request) {
        boolean asked = request.method().equals("OPTIONS") && allowed.contains("OPTIONS");
        Response answer = (asked ? Response.of(204) : errors.methodNotAllowed(allowed, request))
                .with("Allow", String.join(", ", allowed));
        return asked && allowed.contains("PATCH") ? answer.with("Accept-Patch", Negotiation.patches()) : answer;
    }

    private Set<String> allowed(Router.Match match) {
        Set<String> allowed = new TreeSet<>(match.methods());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (style.features().contains(Feature.OPTIONS)) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }

    /** Answers a request that was let through. */
    Response answer(Admitted admitted) {
        Endpoint endpoint = admitted.route().endpoint();
        Exchange exchange = admitted.exchange();
        Request request = exchange.request();
        for (Check check : checks) {
            check.check(admitted.route(), request);
        }
        return method(request).equals("GET")
                ? negotiation.afterReading(request, endpoint.answer(exchange))
                : writing.answer(endpoint, exchange);
    }
}
