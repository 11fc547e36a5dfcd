package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import dev.dovetail.http.exchange.Request;
import java.util.List;
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
        String tenant =
                request.header(tenantHeader).filter(text -> !text.isEmpty()).orElse(null);
        Credentials credentials = new Credentials(token, Access.name(accessPrefix, route, values), tenant);
        Principal principal = verifier.verify(credentials);
        if (route.rootTenantOnly()) {
            requireRootTenant(principal);
        }
        return new CallContext(tenants.resolve(principal, credentials), principal.actor(), trace);
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
