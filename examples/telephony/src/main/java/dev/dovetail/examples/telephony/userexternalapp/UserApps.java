package dev.dovetail.examples.telephony.userexternalapp;

import static dev.dovetail.examples.telephony.userexternalapp.UserExternalApps.USER_EXTERNAL_APPS;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.examples.telephony.externalapp.ExternalApp;
import dev.dovetail.examples.telephony.externalapp.ExternalApps;
import dev.dovetail.examples.telephony.externalapp.NamedApps;
import dev.dovetail.examples.telephony.user.User;
import dev.dovetail.examples.telephony.user.Users;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.ListResource;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Shows the apps of a user; those of his tenant stand in for his own where that is asked for. */
final class UserApps implements NamedApps.Owners<UserExternalApp> {
    private static final String VIEW = "view";
    private static final String FALLBACK = "fallback";

    private final Routes routes;
    private final ListResource<UserExternalApp, Integer> own;
    private final NamedApps<UserExternalApp> named;

    UserApps(Routes routes) {
        this.routes = routes;
        this.own = routes.resource(USER_EXTERNAL_APPS)
                .pager((exchange, call, asked) ->
                        services().of(USER_EXTERNAL_APPS).search(call, asked.and(owned(exchange))))
                .list();
        this.named = new NamedApps<>(routes, USER_EXTERNAL_APPS, UserExternalApps.NAME, this);
    }

    NamedApps<UserExternalApp> named() {
        return named;
    }

    private Services services() {
        return routes.services();
    }

    private User user(Exchange exchange) {
        return routes.locator(Users.USERS).get(exchange.call(), exchange.pathValue(0));
    }

    @Override
    public CallContext call(Exchange exchange) {
        return exchange.call();
    }

    @Override
    public Criterion<UserExternalApp> owned(Exchange exchange) {
        return Criterion.equal(UserExternalApps.USER, user(exchange).uuid());
    }

    @Override
    public Edit<UserExternalApp> owning(Exchange exchange) {
        User user = user(exchange);
        return Edit.of(USER_EXTERNAL_APPS)
                .set(UserExternalApps.USER, user.uuid())
                .set(UserExternalApps.TENANT, user.tenantUuid());
    }

    @Override
    public String url(Exchange exchange) {
        return exchange.rootUrl() + "/users/" + user(exchange).uuid() + "/external/apps";
    }

    private static boolean fallsBack(Exchange exchange) {
        Optional<String> view = exchange.request().parameter(VIEW);
        if (view.isPresent() && !view.get().equals(FALLBACK)) {
            throw Errors.invalid(
                            USER_EXTERNAL_APPS.name(),
                            Path.of(VIEW),
                            "enum",
                            Details.of("choices", List.of(FALLBACK)),
                            "unknown (expected: " + FALLBACK + ")")
                    .toException();
        }
        return view.isPresent();
    }

    Response list(Exchange exchange) {
        User user = user(exchange);
        if (!fallsBack(exchange)) {
            return own.search(exchange);
        }
        Map<String, UserExternalApp> byName = new TreeMap<>();
        ofTenant(user, Criterion.any()).forEach(app -> byName.put(app.name(), app));
        services()
                .dao(USER_EXTERNAL_APPS)
                .search(Search.where(owned(exchange)).unlimited())
                .items()
                .forEach(app -> byName.put(app.name(), app));
        List<UserExternalApp> all = new ArrayList<>(byName.values());
        return routes.bodies()
                .page(Page.of(all, all.size()), routes.representations().of(USER_EXTERNAL_APPS), exchange.rendering());
    }

    /** Returns apps of the tenant of a user as if they were his. */
    private List<UserExternalApp> ofTenant(User user, Criterion<ExternalApp> condition) {
        var tenant = ExternalApps.EXTERNAL_APPS.column(ExternalApp::tenantUuid);
        return services()
                .dao(ExternalApps.EXTERNAL_APPS)
                .search(Search.where(Criterion.equal(tenant, user.tenantUuid()).and(condition))
                        .unlimited())
                .items()
                .stream()
                .map(app -> new UserExternalApp(
                        app.id(), user.uuid(), app.tenantUuid(), app.name(), app.label(), app.configuration()))
                .toList();
    }

    /** The app of the tenant stands in where that is asked for. */
    @Override
    public Optional<UserExternalApp> instead(Exchange exchange) {
        User user = user(exchange);
        return fallsBack(exchange)
                ? ofTenant(user, Criterion.equal(ExternalApps.NAME, NamedApps.name(exchange))).stream()
                        .findFirst()
                : Optional.empty();
    }
}
