package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.http.json.Child;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.style.Feature;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the paths of a resource: where, which methods, how a path names an object, how lists are searched. Not
 * thread-safe; ends with {@link #add()}.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class ResourceRoutes<T extends Record, K> {
    /** Names what a resource can answer. */
    public enum Method {
        SEARCH,
        CREATE,
        GET,
        /** PUT, and PATCH where it is offered. */
        EDIT,
        DELETE
    }

    private final Routes routes;
    private final CRUDService<T, K> service;
    private final Map<String, Function<String, Criterion<T>>> filters = new LinkedHashMap<>();
    private final Map<String, Expression<T, ?>> sorts = new LinkedHashMap<>();
    private final Set<Method> rootTenantOnly = EnumSet.noneOf(Method.class);
    private Set<Method> methods = EnumSet.allOf(Method.class);
    private String path;
    private Locator<T, K> locator;
    private Column<T, ?> location;
    private @Nullable SearchOptions search;
    private ListResource.@Nullable Pager<T> pager;
    private final List<Consumer<Creation<T>>> created = new ArrayList<>();
    private final List<Compound.Edited<T>> edited = new ArrayList<>();
    private final Map<Method, UnaryOperator<Endpoint>> answers = new EnumMap<>(Method.class);
    private final Map<String, Representation<T>> views = new LinkedHashMap<>();
    private final Map<Method, UnaryOperator<Description>> descriptions = new EnumMap<>(Method.class);

    ResourceRoutes(Routes routes, Resource<T, K> resource) {
        this.routes = routes;
        this.service = routes.services().of(resource);
        this.path = "/" + resource.collection();
        this.locator = Locator.byKey(service);
        this.location = resource.key();
    }

    /** Sets the path of the collection; a slash and the collection's name unless called. */
    public ResourceRoutes<T, K> path(String collection) {
        this.path = collection;
        return this;
    }

    /** Sets what is answered; everything unless called. */
    public ResourceRoutes<T, K> methods(Method first, Method... more) {
        this.methods = EnumSet.of(first, more);
        return this;
    }

    /** Reserves some methods to the tenant above all others; none unless called. */
    public ResourceRoutes<T, K> rootTenantOnly(Method first, Method... more) {
        rootTenantOnly.addAll(EnumSet.of(first, more));
        return this;
    }

    /** Changes how a path names an object; by its key unless called. */
    public ResourceRoutes<T, K> locator(UnaryOperator<Locator<T, K>> change) {
        this.locator = change.apply(locator);
        return this;
    }

    /**
     * Names created objects in {@code Location} by another unique column that paths know; by their key unless called.
     */
    public ResourceRoutes<T, K> locatedBy(Column<T, ?> column) {
        this.location = column;
        return this;
    }

    /** Adds a filter that is no column, or replaces the one of this name. */
    public ResourceRoutes<T, K> filter(String parameter, Function<String, Criterion<T>> condition) {
        filters.put(parameter, condition);
        return this;
    }

    /** Adds a name to sort by, or replaces the one of this name. */
    public ResourceRoutes<T, K> sort(String parameter, Expression<T, ?> expression) {
        sorts.put(parameter, expression);
        return this;
    }

    /** Sets the bounds of pages; those of the whole API unless called. */
    public ResourceRoutes<T, K> search(SearchOptions options) {
        this.search = options;
        return this;
    }

    /** Lets something else than the service find pages. */
    public ResourceRoutes<T, K> pager(ListResource.Pager<T> finds) {
        this.pager = finds;
        return this;
    }

    /** Has something follow each creation from a body, in its unit of work, after what was said before. */
    public ResourceRoutes<T, K> created(Consumer<Creation<T>> step) {
        created.add(step);
        return this;
    }

    /** Has something follow each edit from a body, in its unit of work, after what was said before. */
    public ResourceRoutes<T, K> edited(Compound.Edited<T> step) {
        edited.add(step);
        return this;
    }

    /** Creates the children of a field after their parent; then links each. */
    public <C extends Record> ResourceRoutes<T, K> child(Child<C> child, BiConsumer<Creation<T>, C> then) {
        return child(child, (parent, body) -> Optional.empty(), then);
    }

    /** Creates the children of a field after their parent, but for those that are there already; then links each. */
    public <C extends Record> ResourceRoutes<T, K> child(
            Child<C> child, Compound.Existing<T, C> existing, BiConsumer<Creation<T>, C> then) {
        return created(Compound.children(routes, child, existing, then));
    }

    /** Answers a method in another way, made of the standard one, at the same paths. */
    public ResourceRoutes<T, K> answering(Method method, UnaryOperator<Endpoint> change) {
        answers.merge(method, change, (inner, outer) -> endpoint -> outer.apply(inner.apply(endpoint)));
        return this;
    }

    /** Says more of a method than what its standard answer takes and gives, for documents of the API. */
    public ResourceRoutes<T, K> describing(Method method, UnaryOperator<Description> change) {
        descriptions.merge(method, change, (inner, outer) -> operation -> outer.apply(inner.apply(operation)));
        return this;
    }

    /**
     * Adds a view of the list, chosen by {@code view=}: nothing but what is shown of each object. A view that is not
     * known is refused; a list without views ignores {@code view=}, as any parameter that it does not know.
     */
    public ResourceRoutes<T, K> view(String name, Consumer<Representation.Builder<T>> shows) {
        views.put(name, routes.representations().view(service.resource(), shows));
        return this;
    }

    String path() {
        return path;
    }

    Column<T, ?> location() {
        return location;
    }

    Map<String, Representation<T>> views() {
        return views;
    }

    /** Returns how a path names an object, as set so far. */
    public Locator<T, K> locator() {
        return locator;
    }

    Conditional<T, K> conditional() {
        return new Conditional<>(routes, service.resource());
    }

    Paging<T> paging() {
        return Paging.of(routes.style(), service.resource());
    }

    SearchReader<T> searches(Representation<T> representation) {
        SearchOptions options = search == null ? routes.searchOptions() : search;
        return new SearchReader<>(representation, options, routes.style(), filters, sorts);
    }

    ListResource.Pager<T> pager(CRUDService<T, K> finds) {
        return pager == null ? (exchange, call, asked) -> finds.search(call, asked) : pager;
    }

    /** Returns the list without adding any path, for one within another resource's. */
    public ListResource<T, K> list() {
        return new ListResource<>(service, new Compound<>(routes, service, created, edited), routes.bodies(), this);
    }

    /** Adds the paths. */
    public ListResource<T, K> add() {
        Bodies bodies = routes.bodies();
        Compound<T, K> compound = new Compound<>(routes, service, created, edited);
        ListResource<T, K> list = new ListResource<>(service, compound, bodies, this);
        ItemResource<T, K> item = new ItemResource<>(
                service, compound, bodies, this, routes.services().unitOfWork());
        routes.located(service.resource(), locator);
        routes.compounded(service.resource(), compound);
        add(Method.SEARCH, "GET", path, List.of(), list::search);
        add(Method.CREATE, "POST", path, List.of(), list::create);
        for (KeyFormat<?> format : locator.formats()) {
            add(Method.GET, "GET", path + "/{}", List.of(format), item::get);
            add(Method.EDIT, "PUT", path + "/{}", List.of(format), item::edit);
            if (routes.offers(Feature.PATCH)) {
                add(Method.EDIT, "PATCH", path + "/{}", List.of(format), item::patch);
            }
            add(Method.DELETE, "DELETE", path + "/{}", List.of(format), item::delete);
        }
        return list;
    }

    private Description described(Method method, String verb) {
        Representation<T> representation = routes.representations().of(service.resource());
        Description standard = new ResourceOperations<>(representation, searches(representation), views).of(method);
        Description described =
                descriptions.getOrDefault(method, UnaryOperator.identity()).apply(standard);
        return new FeatureDescriptions(routes.style().features(), representation).of(described, method, verb);
    }

    private void add(Method method, String verb, String at, List<KeyFormat<?>> formats, Endpoint endpoint) {
        if (methods.contains(method)) {
            Endpoint answering =
                    answers.getOrDefault(method, UnaryOperator.identity()).apply(endpoint);
            boolean ofObject = method == Method.EDIT || method == Method.DELETE;
            Endpoint held = ofObject ? conditional().guarded(locator, UnaryOperator.identity(), answering) : answering;
            Route route = Route.of(verb, at, formats, held).described(() -> described(method, verb));
            routes.addServed(rootTenantOnly.contains(method) ? route.forRootTenant() : route, ofObject);
        }
    }
}
