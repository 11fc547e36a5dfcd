package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.http.json.Representation;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        EDIT,
        DELETE
    }

    private final Routes routes;
    private final CRUDService<T, K> service;
    private final Map<String, Function<String, Criterion<T>>> filters = new LinkedHashMap<>();
    private final Map<String, Column<T, ?>> sorts = new LinkedHashMap<>();
    private final Set<Method> rootTenantOnly = EnumSet.noneOf(Method.class);
    private Set<Method> methods = EnumSet.allOf(Method.class);
    private String path;
    private Locator<T, K> locator;
    private @Nullable SearchOptions search;
    private ListResource.@Nullable Pager<T> pager;
    private boolean nullBodyFails;

    ResourceRoutes(Routes routes, Resource<T, K> resource) {
        this.routes = routes;
        this.service = routes.services().of(resource);
        this.path = "/" + resource.collection();
        this.locator = Locator.byKey(service);
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

    /** Reserves some of what is answered to the tenant above all others; nothing unless called. */
    public ResourceRoutes<T, K> rootTenantOnly(Method first, Method... more) {
        rootTenantOnly.addAll(EnumSet.of(first, more));
        return this;
    }

    /** Changes how a path names an object; by its key unless called. */
    public ResourceRoutes<T, K> locator(UnaryOperator<Locator<T, K>> change) {
        this.locator = change.apply(locator);
        return this;
    }

    /** Adds a filter that is no column, or replaces the one of this name. */
    public ResourceRoutes<T, K> filter(String parameter, Function<String, Criterion<T>> condition) {
        filters.put(parameter, condition);
        return this;
    }

    /** Adds a name to sort by that is no column's, or replaces the one of this name. */
    public ResourceRoutes<T, K> sort(String parameter, Column<T, ?> column) {
        sorts.put(parameter, column);
        return this;
    }

    /** Sets how queries are read; as the whole API does unless called. */
    public ResourceRoutes<T, K> search(SearchOptions options) {
        this.search = options;
        return this;
    }

    /** Lets something else than the service find pages. */
    public ResourceRoutes<T, K> pager(ListResource.Pager<T> finds) {
        this.pager = finds;
        return this;
    }

    /** Answers the body {@code null} as a failure of the server; for clients who know it so. */
    public ResourceRoutes<T, K> nullBodyFails() {
        this.nullBodyFails = true;
        return this;
    }

    String path() {
        return path;
    }

    Locator<T, K> locator() {
        return locator;
    }

    SearchReader<T> searches(Representation<T> representation) {
        return new SearchReader<>(representation, search == null ? routes.searchOptions() : search, filters, sorts);
    }

    ListResource.Pager<T> pager(CRUDService<T, K> finds) {
        return pager == null ? (exchange, call, asked) -> finds.search(call, asked) : pager;
    }

    /** Adds the paths. */
    public ListResource<T, K> add() {
        Representation<T> representation = routes.representations().of(service.resource());
        Bodies bodies = nullBodyFails ? routes.bodies().failingOnNull() : routes.bodies();
        ListResource<T, K> list = new ListResource<>(service, representation, bodies, this);
        ItemResource<T, K> item = new ItemResource<>(service, representation, bodies, this);
        routes.located(service.resource(), locator);
        add(Method.SEARCH, "GET", path, List.of(), list::search);
        add(Method.CREATE, "POST", path, List.of(), list::create);
        for (KeyFormat<?> format : locator.formats()) {
            add(Method.GET, "GET", path + "/{}", List.of(format), item::get);
            add(Method.EDIT, "PUT", path + "/{}", List.of(format), item::edit);
            add(Method.DELETE, "DELETE", path + "/{}", List.of(format), item::delete);
        }
        return list;
    }

    private void add(Method method, String verb, String at, List<KeyFormat<?>> formats, Endpoint endpoint) {
        if (methods.contains(method)) {
            Route route = Route.of(verb, at, formats, endpoint);
            routes.add(rootTenantOnly.contains(method) ? route.forRootTenant() : route);
        }
    }
}
