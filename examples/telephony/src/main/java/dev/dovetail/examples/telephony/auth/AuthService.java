package dev.dovetail.examples.telephony.auth;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.util.concurrent.UncheckedExecutionException;
import dev.dovetail.context.Scope;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.setup.Uuids;
import dev.dovetail.http.access.Credentials;
import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Knows tokens and tenants from an authentication service.
 *
 * <p>What the service grants is remembered for a while, what it denies never, so that a new token works at once. While
 * the service is away, what is not remembered ends with {@link ErrorKind#STORE_UNAVAILABLE}. The master tenant is that
 * of the server's own token, and is known as soon as that has been got; {@link #start()} is needed for that.
 */
public final class AuthService implements Authentication {
    private static final long MOST_REMEMBERED = 10_000;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private record Grant(String token, String access, String tenant) {}

    private final AuthClient client;
    private final Cache<Grant, Principal> grants;
    private final Cache<Grant, Scope> scopes;
    private final ServiceToken own;

    private AuthService(AuthClient client, Duration remember) {
        this.client = client;
        this.own = new ServiceToken(client::ownToken);
        this.grants = CacheBuilder.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .build();
        this.scopes = CacheBuilder.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .build();
    }

    /**
     * Returns what asks the service at {@code http://account:password@host:port}; nothing is asked yet.
     *
     * @param remember how long answers are remembered; zero for never
     */
    public static AuthService at(URI service, Duration remember) {
        return new AuthService(AuthClient.of(service), remember);
    }

    /** Asks for the server's own token in the background, again and again until it is there. */
    public AuthService start() {
        own.start();
        return this;
    }

    @Override
    public TokenVerifier tokens() {
        return credentials -> {
            Optional<String> tenant = tenant(credentials);
            String token = credentials.token();
            if (token.isBlank() || token.equals(".") || token.equals("..")) {
                throw unauthenticated();
            }
            Grant grant = new Grant(token, credentials.access(), tenant.orElse(""));
            return remembered(grants, grant, () -> ask(credentials, tenant));
        };
    }

    private Principal ask(Credentials credentials, Optional<String> tenant) {
        AuthClient.Answer answer = client.token(credentials.token(), credentials.access(), tenant);
        if (answer.status() == NOT_FOUND) {
            throw unauthenticated();
        } else if (answer.status() != OK) {
            throw forbidden();
        }
        JsonNode metadata = answer.body().path("data").path("metadata");
        UUID own = Uuids.parse(metadata.path("tenant_uuid").asString(""))
                .orElseThrow(() -> AuthClient.unavailable("its answer names no tenant"));
        return new Principal(metadata.path("uuid").asString(""), own.toString());
    }

    @Override
    public TenantResolver tenants() {
        return (principal, credentials) -> {
            String wanted = tenant(credentials).orElseGet(() -> String.valueOf(principal.tenant()));
            UUID home = Uuids.parse(wanted).orElseThrow(AuthService::forbidden);
            Grant grant = new Grant(credentials.token(), "", home.toString());
            return remembered(scopes, grant, () -> scope(credentials.token(), home));
        };
    }

    private Scope scope(String token, UUID home) {
        AuthClient.Answer answer = client.tenants(token, home.toString());
        if (answer.status() != OK) {
            throw forbidden();
        }
        return Scope.of(home, listed(answer));
    }

    private static Set<UUID> listed(AuthClient.Answer answer) {
        Set<UUID> tenants = new LinkedHashSet<>();
        for (JsonNode tenant : answer.body().path("items")) {
            Uuids.parse(tenant.path("uuid").asString("")).ifPresent(tenants::add);
        }
        return tenants;
    }

    /** Returns the tenants that the server's own account sees, which is that of the master tenant. */
    @Override
    public Set<UUID> allTenants() {
        AuthClient.Answer answer = client.tenants(client.freshToken());
        Set<UUID> tenants = listed(answer);
        if (answer.status() != OK
                || tenants.isEmpty()
                || tenants.size() < answer.body().path("total").asInt(tenants.size())) {
            throw AuthClient.unavailable("it does not list all tenants: " + answer.status());
        }
        return tenants;
    }

    @Override
    public Logins logins() {
        return new AuthLogins(client);
    }

    @Override
    public Optional<UUID> masterTenant() {
        return own.tenant();
    }

    @Override
    public boolean hasServiceToken() {
        return own.isThere();
    }

    @Override
    public void close() {
        own.close();
    }

    private static Optional<String> tenant(Credentials credentials) {
        String tenant = credentials.tenant();
        if (tenant == null || tenant.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Uuids.parse(tenant).orElseThrow(AuthService::forbidden).toString());
    }

    private static <V> V remembered(Cache<Grant, V> cache, Grant grant, Supplier<V> ask) {
        try {
            return cache.get(grant, ask::get);
        } catch (UncheckedExecutionException | ExecutionException e) {
            if (e.getCause() instanceof DovetailException failure) {
                throw failure;
            }
            throw new IllegalStateException("the authentication service could not be asked", e);
        }
    }

    private static DovetailException unauthenticated() {
        return Errors.technical(ErrorKind.UNAUTHENTICATED, "the token is unknown", null);
    }

    private static DovetailException forbidden() {
        return Errors.technical(ErrorKind.FORBIDDEN, "the token does not grant this", null);
    }
}
