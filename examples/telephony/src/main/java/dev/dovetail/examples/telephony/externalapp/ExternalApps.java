package dev.dovetail.examples.telephony.externalapp;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.FreeForm;
import dev.dovetail.examples.telephony.common.TelephonyResource;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** External apps of tenants; those of tenants below are not seen one by one. */
public final class ExternalApps {
    public static final Resource<ExternalApp, Integer> EXTERNAL_APPS = Resource.of(ExternalApp.class, ExternalApp::id)
            .name("ExternalApp")
            .collection("external_apps")
            .generatedKey()
            .tenant(ExternalApp::tenantUuid)
            .tellsTenant()
            .unique(ExternalApp::tenantUuid, ExternalApp::name)
            .readOnly(ExternalApp::name)
            .searchFilterAndSort(ExternalApp::name)
            .defaultSort(ExternalApp::name)
            .build();
    public static final Column<ExternalApp, String> NAME = EXTERNAL_APPS.column(ExternalApp::name);
    private static final String PATH = "/external/apps";

    private ExternalApps() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return TelephonyResource.of(EXTERNAL_APPS)
                .path(PATH)
                .linkedBy(ExternalApp::name)
                .event("external_app", app -> Map.of("name", app.name()))
                .shape(shape -> shape.hide(ExternalApp::id)
                        .reader(ExternalApp::configuration, FreeForm::read, FreeForm.SCHEMA)
                        .part("configuration", FreeForm.part(ExternalApp::configuration)))
                .routes(mine -> mine.methods(Method.SEARCH))
                .plugin()
                .with(HttpPlugin.routing(ExternalApps::route));
    }

    private static void route(Routes routes) {
        Endpoint refuse = exchange -> Response.json(405, "\"\"\n".getBytes(StandardCharsets.UTF_8));
        routes.add(Route.of("POST", PATH, List.of(), refuse).withoutToken());
        new NamedApps<>(routes, EXTERNAL_APPS, NAME, new OfTenant()).add(PATH, List.of());
    }

    private static final class OfTenant implements NamedApps.Owners<ExternalApp> {
        @Override
        public CallContext call(Exchange exchange) {
            return exchange.call().in(exchange.call().scope().narrow());
        }

        @Override
        public Criterion<ExternalApp> owned(Exchange exchange) {
            return Criterion.any();
        }

        @Override
        public Edit<ExternalApp> owning(Exchange exchange) {
            return Edit.of(EXTERNAL_APPS);
        }

        @Override
        public String url(Exchange exchange) {
            return exchange.rootUrl() + PATH;
        }
    }
}
