package dev.dovetail.examples.telephony.externalapp;

import dev.dovetail.context.CallContext;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.FreeForm;
import dev.dovetail.examples.telephony.common.Links;
import dev.dovetail.examples.telephony.common.TelephonyPlugin;
import dev.dovetail.http.Exchange;
import dev.dovetail.http.Representations;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.Services;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** External apps of tenants; those of tenants below are not seen one by one. */
public final class ExternalApps implements TelephonyPlugin<ExternalApp, Integer> {
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
    static final Column<ExternalApp, String> NAME = EXTERNAL_APPS.column(ExternalApp::name);
    private static final String PATH = "/external/apps";

    private record Data(String name) {}

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

    @Override
    public Resource<ExternalApp, Integer> resource() {
        return EXTERNAL_APPS;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public ValidationGroup<ExternalApp> validation(Services services) {
        return ValidationGroup.<ExternalApp>builder()
                .create(Rules.unique(services.dao(EXTERNAL_APPS)))
                .build();
    }

    @Override
    public Notifier<Change<ExternalApp>> notifier(Services services) {
        return BusEvents.<ExternalApp>ofTenant("external_app", ExternalApp::tenantUuid, app -> new Data(app.name()))
                .build();
    }

    @Override
    public void represent(Representations all) {
        all.shape(EXTERNAL_APPS)
                .hide(ExternalApp::id)
                .reader(ExternalApp::configuration, FreeForm::read, FreeForm.SCHEMA)
                .part("configuration", FreeForm.part(ExternalApp::configuration))
                .part("links", Links.of(rel(), PATH, ExternalApp::name));
    }

    @Override
    public void route(Routes routes) {
        routes.resource(EXTERNAL_APPS).path(PATH).methods(Method.SEARCH).add();
        routes.add(Route.of(
                        "POST",
                        PATH,
                        List.of(),
                        exchange -> Response.json(405, "\"\"\n".getBytes(StandardCharsets.UTF_8)))
                .withoutToken());
        new NamedApps<>(routes, EXTERNAL_APPS, NAME, new OfTenant()).add(PATH, List.of());
    }
}
