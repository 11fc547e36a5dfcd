package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violation;
import dev.dovetail.error.Violations;
import dev.dovetail.http.error.ErrorRenderer;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Reading;
import dev.dovetail.http.json.Shape;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes the paths of an API. Filled by plugins at the start, in their order; what none of them has routed gets the
 * standard paths, resources before associations.
 *
 * @since 0.1
 */
public final class Routes {
    private final Services services;
    private final Representations representations;
    private final Bodies bodies;
    private final SearchOptions searchOptions;
    private final Naming naming;
    private final JsonTypes types;
    private final ApiStyle style;
    private final Addressing addressing;
    private final ErrorRenderer errors;
    private final List<Runnable> streams = new ArrayList<>();
    private final Router router = new Router();
    private final Map<Object, Locator<?, ?>> locators = new HashMap<>();
    private final Map<Object, Compound<?, ?>> compounds = new HashMap<>();
    private final Set<Object> routed = new HashSet<>();

    Routes(
            Representations representations,
            Bodies bodies,
            SearchOptions searchOptions,
            JsonTypes types,
            ApiStyle style,
            Addressing addressing,
            ErrorRenderer errors) {
        this.services = representations.services();
        this.representations = representations;
        this.bodies = bodies;
        this.searchOptions = searchOptions;
        this.naming = representations.naming();
        this.types = types;
        this.style = style;
        this.addressing = addressing;
        this.errors = errors;
    }

    /** Returns the services. */
    public Services services() {
        return services;
    }

    /** Returns how objects are written and bodies read. */
    public Representations representations() {
        return representations;
    }

    /** Returns what reads bodies. */
    public Bodies bodies() {
        return bodies;
    }

    /** Returns how queries are read unless a resource says otherwise. */
    public SearchOptions searchOptions() {
        return searchOptions;
    }

    /** Starts the paths of a resource. */
    public <T extends Record, K> ResourceRoutes<T, K> resource(Resource<T, K> resource) {
        routed.add(resource);
        return new ResourceRoutes<>(this, resource);
    }

    /** Starts the paths of an association. */
    public <L extends Record, LK, R extends Record, RK> AssociationRoutes<L, LK, R, RK> association(
            Association<L, LK, R, RK> association) {
        routed.add(association);
        return new AssociationRoutes<>(this, association);
    }

    /**
     * Starts the path of some columns of a resource, whose own paths have been added before.
     *
     * @param path below the root, {@code {}} in the place of the object: {@code /users/{}/forwards}
     * @param service over the resource's DAO, with the rules and events of this path
     */
    public <T extends Record, K> SubResource<T, K> sub(String path, Shape<T> shape, CRUDService<T, K> service) {
        return new SubResource<>(this, path, shape, service);
    }

    Naming naming() {
        return naming;
    }

    /** Returns how values are read. */
    public JsonTypes types() {
        return types;
    }

    /** Returns how the API speaks. */
    ApiStyle style() {
        return style;
    }

    boolean offers(Feature feature) {
        return style.features().contains(feature);
    }

    /** Returns how requests reach the API. */
    public Addressing addressing() {
        return addressing;
    }

    /** Returns how failures are answered. */
    public ErrorRenderer errors() {
        return errors;
    }

    /** Has an action called when streams are to end: when the server begins to stop. */
    public void onEndOfStreams(Runnable ends) {
        streams.add(ends);
    }

    void endStreams() {
        streams.forEach(Runnable::run);
    }

    /** Returns the routes added so far; all of them when a request comes. */
    public List<Route> all() {
        return router.routes();
    }

    /** Adds one path whose effects all come about by services. */
    void addServed(Route route, boolean conditional) {
        Route described = offers(Feature.DRY_RUN) && !route.method().equals("GET") ? tried(route) : route;
        add(described.answeredBy(new ServiceEndpoint(route.endpoint(), conditional)));
    }

    private static Route tried(Route route) {
        Supplier<Description> says = route.description();
        return says == null ? route : route.described(() -> FeatureDescriptions.trying(says.get()));
    }

    /** Adds one path. */
    public void add(Route route) {
        router.add(route);
    }

    /** Leaves a resource without the standard paths, which it would get as no plugin has routed it. */
    public void none(Resource<?, ?> resource) {
        routed.add(resource);
    }

    /** Leaves an association without the standard paths, which it would get as no plugin has routed it. */
    public void none(Association<?, ?, ?, ?> association) {
        routed.add(association);
    }

    /** Adds the standard paths of a resource unless it has been routed. */
    void standard(Resource<?, ?> resource) {
        if (!routed.contains(resource)) {
            resource(resource).add();
        }
    }

    /** Adds the standard paths of an association unless it has been routed. */
    void standard(Association<?, ?, ?, ?> association) {
        if (!routed.contains(association)) {
            association(association).standard().add();
        }
    }

    Router router() {
        return router;
    }

    void located(Resource<?, ?> resource, Locator<?, ?> locator) {
        locators.put(resource, locator);
    }

    void compounded(Resource<?, ?> resource, Compound<?, ?> compound) {
        compounds.put(resource, compound);
    }

    /**
     * Returns what creates and edits objects of a resource from bodies. Asked for when a request comes, since the paths
     * of the resource must have been added.
     */
    @SuppressWarnings("unchecked") // filed under its own resource
    public <T extends Record, K> Compound<T, K> compound(Resource<T, K> resource) {
        return (Compound<T, K>) Objects.requireNonNull(compounds.get(resource), () -> resource + ": has no paths");
    }

    /** Returns how paths name the objects of a resource. */
    @SuppressWarnings("unchecked")
    public <T extends Record, K> Locator<T, K> locator(Resource<T, K> resource) {
        Locator<?, ?> known = locators.get(resource);
        return known == null ? Locator.byKey(services.of(resource)) : (Locator<T, K>) known;
    }

    @SuppressWarnings("unchecked")
    <K> RightNames<K> rightKeys(Resource<?, K> right) {
        Class<?> type = right.key().type();
        return RightNames.byKey(
                right, types.schema(type), (node, path, violations) -> (K) key(node, type, right, path, violations));
    }

    private @Nullable Object key(JsonNode node, Class<?> type, Resource<?, ?> right, Path path, Violations violations) {
        Violations found = new Violations();
        Object value = types.read(node, type, right.name(), path, naming, found);
        for (Violation violation : found.toList()) {
            boolean beyond = violation.code().equals(Reading.OUT_OF_RANGE);
            violations.add(beyond ? unknown(right, path, node) : violation);
        }
        return found.isEmpty() ? Objects.requireNonNull(value) : null;
    }

    /** A number that no key can have names an object that is not there. */
    private static Violation unknown(Resource<?, ?> right, Path path, JsonNode number) {
        return Errors.referenceNotFound(
                Path.of(path.first()),
                right.name(),
                Details.of(right.key().name(), new BigInteger(number.asString().strip())));
    }
}
