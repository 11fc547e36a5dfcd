package dev.dovetail.http;

import com.google.common.base.Suppliers;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.UnknownNames;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Refuses parameters of a query that its route does not describe, with the nearest known name. A route that describes
 * nothing takes any. Thread-safe.
 */
final class KnownParameters {
    private final Supplier<IdentityHashMap<Route, Set<String>>> known;

    /** @param routes all routes, complete when the first request comes */
    KnownParameters(Supplier<List<Route>> routes) {
        this.known = Suppliers.memoize(() -> known(routes.get()));
    }

    private static IdentityHashMap<Route, Set<String>> known(List<Route> routes) {
        IdentityHashMap<Route, Set<String>> known = new IdentityHashMap<>();
        for (Route route : routes) {
            Supplier<Description> description = route.description();
            if (description != null) {
                Set<String> names = new LinkedHashSet<>();
                description.get().query().forEach(parameter -> names.add(parameter.name()));
                known.put(route, names);
            }
        }
        return known;
    }

    /** @throws dev.dovetail.error.DovetailException with each parameter that the route does not know */
    void check(Route route, Set<String> given) {
        Set<String> names = given.isEmpty() ? null : known.get().get(route);
        if (names == null || names.containsAll(given)) {
            return;
        }
        Violations violations = new Violations();
        for (String name : new ArrayList<>(given)) {
            if (!names.contains(name)) {
                violations.add(UnknownNames.parameter("", name, names));
            }
        }
        violations.throwIfAny();
    }
}
