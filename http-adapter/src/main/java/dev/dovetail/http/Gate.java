package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import dev.dovetail.http.exchange.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets requests through that bring a token with the right to what they ask. */
final class Gate {
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final @Nullable TokenVerifier verifier;
    private final TenantResolver tenants;
    private final Supplier<Optional<String>> rootTenant;
    private final boolean open;
    private final String tokenHeader;
    private final String tenantHeader;
    private final String accessPrefix;

    Gate(HttpApi.Builder builder) {
        this.verifier = builder.verifier;
        this.tenants = builder.tenants == null ? TenantResolver.none() : builder.tenants;
        this.rootTenant = builder.rootTenant == null ? Optional::empty : builder.rootTenant;
        this.open = builder.open;
        this.tokenHeader = builder.tokenHeader;
        this.tenantHeader = builder.tenantHeader;
        this.accessPrefix = builder.accessPrefix;
    }

    CallContext admit(Route route, List<String> values, Request request) {
        String trace = request.header("traceparent").flatMap(Gate::traceId).orElse(null);
        if (open || route.open()) {
            return CallContext.of(open ? Scope.all() : Scope.none()).traced(trace);
        }
        String token = token(request).orElse("");
        if (token.isEmpty() || verifier == null) {
            throw Errors.technical(ErrorKind.UNAUTHENTICATED, "no token (expected in: " + tokenHeader + ")", null);
        }
        Credentials credentials =
                new Credentials(token, Access.name(accessPrefix, route, values), tenantWanted(request));
        Principal principal = verifier.verify(credentials);
        if (route.rootTenantOnly()) {
            requireRootTenant(principal);
        }
        return new CallContext(tenants.resolve(principal, credentials), principal.actor(), trace);
    }

    /** Returns a request that has the token and the tenant of another, and nothing else of it. */
    Request credentialsOf(Request request) {
        Map<String, String> kept = new HashMap<>();
        for (String header : List.of(tokenHeader, tenantHeader)) {
            request.header(header).ifPresent(value -> kept.put(header, value));
        }
        return new Request(request.method(), request.path(), null, kept::get, new byte[0], request.baseUrl());
    }

    /**
     * Returns whether the token of a request grants an operation.
     *
     * @param words of its name, without the prefix
     * @throws dev.dovetail.error.DovetailException if that cannot be found out now, or the token is no longer known
     */
    boolean grants(Request request, List<String> words) {
        if (open || verifier == null) {
            return open;
        }
        try {
            verifier.verify(new Credentials(
                    token(request).orElse(""), Access.name(accessPrefix, words), tenantWanted(request)));
            return true;
        } catch (DovetailException e) {
            if (e.kind() == ErrorKind.FORBIDDEN) {
                return false;
            }
            throw e;
        }
    }

    private @Nullable String tenantWanted(Request request) {
        return request.header(tenantHeader).filter(text -> !text.isEmpty()).orElse(null);
    }

    private void requireRootTenant(Principal principal) {
        String root = rootTenant
                .get()
                .orElseThrow(
                        () -> Errors.technical(ErrorKind.STORE_UNAVAILABLE, "the root tenant is not known yet", null));
        if (!root.equals(principal.tenant())) {
            throw Errors.technical(ErrorKind.FORBIDDEN, "only the root tenant may do this", null);
        }
    }

    private Optional<String> token(Request request) {
        Optional<String> header = request.header(tokenHeader);
        return tokenHeader.equalsIgnoreCase("Authorization")
                ? header.filter(text -> text.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(text -> text.substring(7).strip())
                : header;
    }

    private static Optional<String> traceId(String header) {
        var matcher = TRACE_PARENT.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
