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
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.error.ProblemRenderer;
import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.MalformedJsonException;
import dev.dovetail.http.json.Naming;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Serves a registry's resources and associations. Give it to a {@code HttpServer} or mount it as a servlet.
 *
 * <pre>{@code
 * HttpApi api = HttpApi.of(registry).tokens(StaticTokens...).build();
 * }</pre>
 *
 * <p>Every route needs a token; without a {@link Builder#tokens} every request is refused, unless
 * {@link Builder#openToAll()} is written out. Thread-safe.
 *
 * @since 0.1
 */
public final class HttpApi implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    /** Failures that are not the caller's; others are no business of the log, whatever their cause. */
    private static final Set<ErrorKind> OURS = Set.of(
            ErrorKind.STORE_UNAVAILABLE,
            ErrorKind.TIMED_OUT,
            ErrorKind.CONFLICT,
            ErrorKind.UNIT_FAILED,
            ErrorKind.STORE_FAILED);

    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final Router router;
    private final Representations representations;
    private final ErrorRenderer errors;
    private final Gate gate;
    private final String basePath;
    private final Addressing addressing;
    private final long maxBody;

    private HttpApi(Builder builder) {
        this.basePath = builder.basePath;
        this.maxBody = builder.maxBody;
        this.errors = builder.errors == null ? new ProblemRenderer(builder.naming) : builder.errors;
        this.gate = new Gate(builder);
        this.representations = new Representations(builder.registry, builder.naming, builder.types);
        Bodies bodies = new Bodies(new Json(builder.newline), builder.emptyValuesAreObjects);
        this.addressing = builder.addressing();
        Routes routes = new Routes(representations, bodies, builder.search, builder.types, addressing);
        List<Plugin> plugins = new ArrayList<>(builder.registry.plugins());
        plugins.sort(Comparator.comparing(plugin -> plugin instanceof AssociationPlugin<?, ?, ?, ?>));
        for (Plugin plugin : plugins) {
            if (plugin instanceof HttpPlugin http) {
                http.represent(representations);
            }
        }
        representations.complete();
        for (Plugin plugin : plugins) {
            if (plugin instanceof HttpPlugin http) {
                http.route(routes);
            } else {
                routes.standard(plugin);
            }
        }
        builder.more.forEach(more -> more.accept(routes));
        representations.completeShortForms();
        this.router = routes.router();
    }

    /** Starts an API over a registry. */
    public static Builder of(PluginRegistry registry) {
        return new Builder(registry);
    }

    /** Returns the representations of the API's resources. */
    public Representations representations() {
        return representations;
    }

    /** Returns how requests reach this API. */
    public Addressing addressing() {
        return addressing;
    }

    /** Returns every route, in the order added: what is served, what is open, unscoped or reserved. */
    public List<Route> routes() {
        return router.routes();
    }

    @Override
    public long maxBody() {
        return maxBody;
    }

    @Override
    public Response refuse(int status) {
        return errors.refused(status);
    }

    @Override
    public Response handle(Request request) {
        try {
            return route(request);
        } catch (DovetailException e) {
            return failed(e, request);
        } catch (MalformedJsonException e) {
            return errors.malformed(String.valueOf(e.getMessage()), request);
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return errors.unforeseen(e, request);
        }
    }

    private Response failed(DovetailException failure, Request request) {
        boolean ours = OURS.contains(failure.kind());
        LOG.atLevel(ours ? Level.WARN : Level.DEBUG)
                .setCause(failure.getCause())
                .log("{} {}: {}", request.method(), request.path(), failure.getMessage());
        return errors.render(failure, request);
    }

    private Response route(Request request) {
        String path = request.path();
        Router.Match match = path.startsWith(basePath + "/") ? router.find(path.substring(basePath.length())) : null;
        if (match == null) {
            return errors.noSuchPath(request);
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        Route route = match.routes().get(method);
        if (route == null) {
            Set<String> allowed = allowed(match);
            return errors.methodNotAllowed(allowed, request).with("Allow", String.join(", ", allowed));
        }
        CallContext call = gate.admit(route, match.values(), request);
        String root = request.baseUrl() + basePath;
        return route.endpoint().answer(new Exchange(request, call, match.values(), root, representations.services()));
    }

    private static Set<String> allowed(Router.Match match) {
        Set<String> allowed = new TreeSet<>(match.methods());
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return allowed;
    }

    /** Lets requests through that bring a token with the right to what they ask. */
    private static final class Gate {
        private final @Nullable TokenVerifier verifier;
        private final TenantResolver tenants;
        private final Supplier<Optional<String>> rootTenant;
        private final boolean open;
        private final String tokenHeader;
        private final String tenantHeader;
        private final String accessPrefix;

        Gate(Builder builder) {
            this.verifier = builder.verifier;
            this.tenants = builder.tenants == null ? TenantResolver.none() : builder.tenants;
            this.rootTenant = builder.rootTenant == null ? Optional::empty : builder.rootTenant;
            this.open = builder.open;
            this.tokenHeader = builder.tokenHeader;
            this.tenantHeader = builder.tenantHeader;
            this.accessPrefix = builder.accessPrefix;
        }

        CallContext admit(Route route, List<String> values, Request request) {
            String trace =
                    request.header("traceparent").flatMap(HttpApi::traceId).orElse(null);
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
                    .orElseThrow(() ->
                            Errors.technical(ErrorKind.STORE_UNAVAILABLE, "the root tenant is not known yet", null));
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
    }

    private static Optional<String> traceId(String header) {
        var matcher = TRACE_PARENT.matcher(header);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Collects an API. Not thread-safe. */
    public static final class Builder {
        private static final long MIB = 1024 * 1024;

        private final PluginRegistry registry;
        private final List<Consumer<Routes>> more = new ArrayList<>();
        private String basePath = "";
        private Naming naming = Naming.CAMEL_CASE;
        private JsonTypes types = JsonTypes.strict();
        private SearchOptions search = SearchOptions.standard();
        private @Nullable ErrorRenderer errors;
        private @Nullable TokenVerifier verifier;
        private @Nullable TenantResolver tenants;
        private @Nullable Supplier<Optional<String>> rootTenant;
        private boolean open;
        private String tokenHeader = "Authorization";
        private String tenantHeader = "Tenant";
        private String accessPrefix = "";
        private boolean newline;
        private boolean emptyValuesAreObjects;
        private long maxBody = MIB;

        private Builder(PluginRegistry registry) {
            this.registry = registry;
        }

        /** Sets the path that all others start with, without a slash at the end; empty unless called. */
        public Builder basePath(String path) {
            this.basePath = path;
            return this;
        }

        /** Sets how JSON fields are named; camelCase unless called. */
        public Builder naming(Naming names) {
            this.naming = names;
            return this;
        }

        /** Sets how JSON values are read; strictly unless called. */
        public Builder types(JsonTypes reads) {
            this.types = reads;
            return this;
        }

        /** Sets how queries are read. */
        public Builder search(SearchOptions options) {
            this.search = options;
            return this;
        }

        /** Sets how failures are answered; as RFC 9457 problems unless called. */
        public Builder errors(ErrorRenderer renders) {
            this.errors = renders;
            return this;
        }

        /** Sets who knows tokens. */
        public Builder tokens(TokenVerifier verifies) {
            this.verifier = verifies;
            return this;
        }

        /** Sets who knows which tenants a request sees; needed as soon as a resource has a tenant. */
        public Builder tenants(TenantResolver resolves) {
            this.tenants = resolves;
            return this;
        }

        /**
         * Sets who knows the tenant above all others, to which routes may be reserved; needed as soon as one is.
         *
         * @param knows returns that tenant as {@link Principal#tenant()} names it; empty while it is not known, which
         *     makes such routes end with STORE_UNAVAILABLE
         */
        public Builder rootTenant(Supplier<Optional<String>> knows) {
            this.rootTenant = knows;
            return this;
        }

        /** Serves everything to everybody, writes included: for a network of its own, tests and first steps. */
        public Builder openToAll() {
            this.open = true;
            return this;
        }

        /** Sets the header of the token; {@code Authorization} with the scheme Bearer (RFC 6750) unless called. */
        public Builder tokenHeader(String name) {
            this.tokenHeader = name;
            return this;
        }

        /** Sets the header of the tenant wanted; {@code Tenant} unless called. */
        public Builder tenantHeader(String name) {
            this.tenantHeader = name;
            return this;
        }

        /** Sets the word that names of operations start with; none unless called. */
        public Builder accessPrefix(String word) {
            this.accessPrefix = word;
            return this;
        }

        /** Ends every JSON answer with a newline. */
        public Builder newline() {
            this.newline = true;
            return this;
        }

        /** Takes the bodies {@code null}, {@code []}, {@code 0}, {@code false} and {@code ""} for {@code {}}. */
        public Builder emptyValuesAreObjects() {
            this.emptyValuesAreObjects = true;
            return this;
        }

        /** Sets the largest body taken, in bytes, &gt; 0; 1 MiB unless called. */
        public Builder maxBody(long bytes) {
            this.maxBody = bytes;
            return this;
        }

        private boolean tenanted() {
            return registry.plugins().stream()
                    .anyMatch(plugin -> plugin instanceof ResourcePlugin<?, ?> of
                            && of.resource().tenant().isPresent());
        }

        private Addressing addressing() {
            return new Addressing(basePath, tokenHeader, tenantHeader, accessPrefix, open, tenanted());
        }

        /** Adds paths that belong to no plugin. */
        public Builder routes(Consumer<Routes> adds) {
            more.add(adds);
            return this;
        }

        /**
         * Returns the API.
         *
         * @throws IllegalArgumentException if a plugin's representation or paths are at fault
         * @throws IllegalStateException if a resource has a tenant and nothing says which tenants a request sees, or a
         *     route is reserved to the root tenant and nothing says which one that is
         */
        public HttpApi build() {
            if (tenanted() && tenants == null && !open) {
                throw new IllegalStateException("resources have tenants and nothing says which ones a request sees;"
                        + " tell the builder: tenants(..), or tenants(TenantResolver.none()) if all of them");
            }
            HttpApi api = new HttpApi(this);
            if (rootTenant == null && !open && api.routes().stream().anyMatch(Route::rootTenantOnly)) {
                throw new IllegalStateException("routes are reserved to the root tenant and nothing says which one that"
                        + " is; tell the builder: rootTenant(..)");
            }
            return api;
        }
    }
}
