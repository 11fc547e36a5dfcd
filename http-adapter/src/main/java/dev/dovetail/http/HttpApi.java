package dev.dovetail.http;

import dev.dovetail.http.access.Principal;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.access.TokenVerifier;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.error.ProblemRenderer;
import dev.dovetail.http.exchange.Handler;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.idempotency.IdempotencyStore;
import dev.dovetail.plugin.PluginRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Router router;
    private final Representations representations;
    private final ErrorRenderer errors;
    private final Addressing addressing;
    private final long maxBody;
    private final FailureAnswers failures;
    private final Dispatcher dispatcher;
    private final List<RequestObserver> observers;
    private final Routes routes;

    private HttpApi(Builder builder) {
        this.maxBody = builder.maxBody;
        this.errors = builder.errors == null ? new ProblemRenderer(builder.naming) : builder.errors;
        this.failures = new FailureAnswers(errors);
        this.observers = List.copyOf(builder.observers);
        JsonTypes types = builder.style.types(builder.types);
        this.representations = new Representations(builder.registry, builder.naming, types);
        Bodies bodies = new Bodies(builder.style);
        this.addressing = builder.addressing();
        this.routes = new Routes(representations, bodies, builder.search, types, builder.style, addressing, errors);
        List<HttpPlugin> plugins = builder.registry.plugins(HttpPlugin.class);
        plugins.forEach(plugin -> plugin.represent(representations));
        representations.complete();
        plugins.forEach(plugin -> plugin.route(routes));
        builder.registry.resources().forEach(routes::standard);
        builder.registry.associations().forEach(routes::standard);
        builder.more.forEach(more -> more.accept(routes));
        representations.completeShortForms();
        this.router = routes.router();
        Gate gate = new Gate(builder);
        this.dispatcher = new Dispatcher(routes, gate, errors, builder);
        if (builder.batches) {
            BatchResource.add(routes, dispatcher, failures);
        }
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

    /**
     * Ends the streams that are being read; their readers come again. The standalone server does so when it stops; in a
     * container that waits for requests to end, call it when the application begins to stop.
     */
    public void endStreams() {
        routes.endStreams();
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
        try (Observation observation = new Observation(request, observers)) {
            return observation.answered(answer(request, observation));
        }
    }

    private Response answer(Request request, Observation observation) {
        try {
            return dispatcher.answer(observation.admitted(dispatcher.admit(request)));
        } catch (RuntimeException e) {
            return failures.answer(e, request);
        }
    }

    /** Collects an API. Not thread-safe. */
    public static final class Builder {
        private static final long MIB = 1024 * 1024;

        private final PluginRegistry registry;
        private final List<Consumer<Routes>> more = new ArrayList<>();
        private final List<RequestObserver> observers = new ArrayList<>();
        String basePath = "";
        private Naming naming = Naming.CAMEL_CASE;
        private JsonTypes types = JsonTypes.strict();
        private SearchOptions search = SearchOptions.standard();
        private @Nullable ErrorRenderer errors;

        @Nullable
        TokenVerifier verifier;

        @Nullable
        TenantResolver tenants;

        @Nullable
        Supplier<Optional<String>> rootTenant;

        boolean open;
        String tokenHeader = "Authorization";
        String tenantHeader = "Tenant";
        String accessPrefix = "";
        private long maxBody = MIB;
        ApiStyle style = ApiStyle.standard();
        private boolean batches;
        private @Nullable IdempotencyStore kept;
        private Duration keptFor = Duration.ofDays(1);

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

        /**
         * Sets the types that JSON values are read as; the style may read them in another way. {@link
         * JsonTypes#strict()} unless called.
         */
        public Builder types(JsonTypes reads) {
            this.types = reads;
            return this;
        }

        /** Sets the bounds of pages; those of {@link SearchOptions#standard()} unless called. */
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

        /** Sets the largest body taken, in bytes, &gt; 0; 1 MiB unless called. */
        public Builder maxBody(long bytes) {
            this.maxBody = bytes;
            return this;
        }

        /** Sets how the API speaks with its clients; strictly, and with every feature, unless called. */
        public Builder style(ApiStyle speaks) {
            this.style = speaks;
            return this;
        }

        /**
         * Does what is sent by POST under the same {@code Idempotency-Key} once: answers are kept for 24 hours in a
         * store, and given again to a caller who repeats a request.
         *
         * @param store over the registry's own store: {@code IdempotencyStore.in(store)}
         */
        public Builder idempotency(IdempotencyStore store) {
            this.kept = store;
            return this;
        }

        /** Sets how long answers are kept for callers who repeat a request, &gt; 0; 24 hours unless called. */
        public Builder idempotency(IdempotencyStore store, Duration keptFor) {
            if (keptFor.isNegative() || keptFor.isZero()) {
                throw new IllegalArgumentException("keptFor: " + keptFor + " (expected: > 0)");
            }
            this.keptFor = keptFor;
            return idempotency(store);
        }

        @Nullable
        IdempotentRequests repetition() {
            return kept == null ? null : new IdempotentRequests(kept, keptFor, registry.unitOfWork(), registry.clock());
        }

        /**
         * Adds {@code POST /batch}: a list of up to 100 requests, {@code [{"method": ..., "path": ..., "body": ...},
         * ...]}, done in one unit of work, all or none. A caller needs the right to batches, and to each request.
         */
        public Builder batches() {
            this.batches = true;
            return this;
        }

        private boolean tenanted() {
            return registry.resources().stream()
                    .anyMatch(resource -> resource.tenant().isPresent());
        }

        private Addressing addressing() {
            return new Addressing(basePath, tokenHeader, tenantHeader, accessPrefix, open, tenanted());
        }

        /** Adds an observer of every request and its answer; none unless called. */
        public Builder observer(RequestObserver told) {
            observers.add(told);
            return this;
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
