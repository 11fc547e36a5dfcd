package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Collects the paths of an association: which, where, in what scope. Not thread-safe; ends with {@link #add()}.
 *
 * @param <L> the left model
 * @param <LK> the left key
 * @param <R> the right model
 * @param <RK> the right key
 * @since 0.1
 */
public final class AssociationRoutes<L extends Record, LK, R extends Record, RK> {
    /** Names what an association can answer. */
    public enum Method {
        /** PUT on a pair. */
        ASSOCIATE,
        /** DELETE on a pair. */
        DISSOCIATE,
        /** PUT on the list. */
        REPLACE,
        /** DELETE on the list. */
        DISSOCIATE_ALL,
        /** GET on the list. */
        LIST,
        /** GET on the list of left objects, below a right one: {@code /lines/{}/users}. */
        LIST_LEFTS,
        /** POST on the list: creates a right object and links it. */
        CREATE_RIGHT
    }

    private final Routes routes;
    private final Association<L, LK, R, RK> association;
    private Set<Method> methods = EnumSet.of(Method.ASSOCIATE, Method.DISSOCIATE, Method.REPLACE);
    private String leftPath;
    private String rightPath;
    private @Nullable KeyFormat<?> leftFormat;
    private UnaryOperator<CallContext> scope = UnaryOperator.identity();
    private boolean unscoped;
    private boolean attributesInBodies = true;
    private RightNames<RK> rightNames;

    /** What the standard paths answer, of an association that no plugin has routed. */
    static final Set<Method> STANDARD = Collections.unmodifiableSet(
            EnumSet.of(Method.ASSOCIATE, Method.DISSOCIATE, Method.REPLACE, Method.LIST, Method.LIST_LEFTS));

    AssociationRoutes(Routes routes, Association<L, LK, R, RK> association) {
        this.routes = routes;
        this.association = association;
        this.leftPath = "/" + association.left().collection();
        this.rightPath = "/" + association.right().collection();
        this.rightNames = routes.rightKeys(association.right());
    }

    /** Sets the paths of both sides; their collections' names unless called. */
    public AssociationRoutes<L, LK, R, RK> path(String left, String right) {
        this.leftPath = left;
        this.rightPath = right;
        return this;
    }

    /** Takes left objects in this form only; in those of their own paths unless called. */
    public AssociationRoutes<L, LK, R, RK> leftsAs(KeyFormat<?> format) {
        this.leftFormat = format;
        return this;
    }

    /** Sets what is answered; associate, dissociate and replace unless called. */
    public AssociationRoutes<L, LK, R, RK> methods(Method first, Method... more) {
        this.methods = EnumSet.of(first, more);
        return this;
    }

    /**
     * Sets what is answered to all that the standard paths do; links of a resource with itself have no list of lefts.
     */
    AssociationRoutes<L, LK, R, RK> standard() {
        this.methods = EnumSet.copyOf(STANDARD);
        if (association.left().equals(association.right())) {
            methods.remove(Method.LIST_LEFTS);
        }
        return this;
    }

    /** Looks both sides up in all tenants, whatever the caller sees. */
    public AssociationRoutes<L, LK, R, RK> unscoped() {
        this.scope = call -> call.in(Scope.all());
        this.unscoped = true;
        return this;
    }

    /** Has the list name right objects by another unique column than their key: {@code {"users": [{"uuid": ...}]}}. */
    public AssociationRoutes<L, LK, R, RK> rightsNamedBy(Column<R, ?> column) {
        this.rightNames = RightNames.byText(routes.services().of(association.right()), column);
        return this;
    }

    /** Takes no attributes from bodies: a link that stays carries what it carried, one that comes the defaults. */
    public AssociationRoutes<L, LK, R, RK> bodiesWithoutAttributes() {
        this.attributesInBodies = false;
        return this;
    }

    /** Adds the paths. */
    public void add() {
        Locator<L, LK> lefts = routes.locator(association.left());
        Locator<R, RK> rights = routes.locator(association.right());
        AssociationResource<L, LK, R, RK> resource = new AssociationResource<>(
                routes,
                association,
                lefts,
                rights,
                new RightKeys<>(
                        association.right(),
                        rightPath.substring(rightPath.lastIndexOf('/') + 1),
                        routes.naming(),
                        rightNames),
                scope,
                attributesInBodies);
        AssociationOperations<L, R> operations = resource.operations(association);
        String list = leftPath + "/{}" + rightPath;
        for (KeyFormat<?> left : leftFormat == null ? lefts.formats() : List.<KeyFormat<?>>of(leftFormat)) {
            add(Method.REPLACE, "PUT", list, List.of(left), resource::replace, operations);
            add(Method.LIST, "GET", list, List.of(left), resource::list, operations);
            add(Method.CREATE_RIGHT, "POST", list, List.of(left), resource::createRight, operations);
            add(Method.DISSOCIATE_ALL, "DELETE", list, List.of(left), resource::dissociateAll, operations);
            for (KeyFormat<?> right : rights.formats()) {
                add(Method.ASSOCIATE, "PUT", list + "/{}", List.of(left, right), resource::associate, operations);
                add(Method.DISSOCIATE, "DELETE", list + "/{}", List.of(left, right), resource::dissociate, operations);
            }
        }
        String listOfLefts = "/" + association.right().collection() + "/{}" + leftPath;
        for (KeyFormat<?> right : rights.formats()) {
            add(Method.LIST_LEFTS, "GET", listOfLefts, List.of(right), resource::listLefts, operations);
        }
    }

    private void add(
            Method method,
            String verb,
            String at,
            List<KeyFormat<?>> formats,
            Endpoint endpoint,
            AssociationOperations<L, R> operations) {
        if (methods.contains(method)) {
            Route route = Route.of(verb, at, formats, endpoint).described(() -> operations.of(method));
            routes.addServed(unscoped ? route.beyondTenants() : route, false);
        }
    }
}
