package dev.dovetail.examples.telephony.userexternalapp;

import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.common.BusEvents;
import dev.dovetail.examples.telephony.common.FreeForm;
import dev.dovetail.http.Description;
import dev.dovetail.http.HttpPlugin;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** External apps of users. */
public final class UserExternalApps {
    public static final Resource<UserExternalApp, Integer> USER_EXTERNAL_APPS = Resource.of(
                    UserExternalApp.class, UserExternalApp::id)
            .name("UserExternalApp")
            .collection("user_external_apps")
            .generatedKey()
            .unique(UserExternalApp::userUuid, UserExternalApp::name)
            .readOnly(UserExternalApp::userUuid, UserExternalApp::tenantUuid, UserExternalApp::name)
            .searchFilterAndSort(UserExternalApp::name)
            .defaultSort(UserExternalApp::name)
            .build();
    static final Column<UserExternalApp, String> NAME = USER_EXTERNAL_APPS.column(UserExternalApp::name);
    static final Column<UserExternalApp, UUID> USER = USER_EXTERNAL_APPS.column(UserExternalApp::userUuid);
    static final Column<UserExternalApp, UUID> TENANT = USER_EXTERNAL_APPS.column(UserExternalApp::tenantUuid);
    private static final String PATH = "/users/{}/external/apps";

    private UserExternalApps() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(USER_EXTERNAL_APPS)
                .announces(BusEvents.<UserExternalApp>ofTenant(
                                "user_external_app", UserExternalApp::tenantUuid, app -> Map.of("name", app.name()))
                        .build())
                .with(HttpPlugin.representing(all -> all.shape(USER_EXTERNAL_APPS)
                                .hide(UserExternalApp::id, UserExternalApp::userUuid, UserExternalApp::tenantUuid)
                                .reader(UserExternalApp::configuration, FreeForm::read, FreeForm.SCHEMA)
                                .part("configuration", FreeForm.part(UserExternalApp::configuration)))
                        .routing(UserExternalApps::route));
    }

    private static void route(Routes routes) {
        routes.none(USER_EXTERNAL_APPS);
        UserApps apps = new UserApps(routes);
        for (KeyFormat<?> user : List.of(KeyFormat.integer(), KeyFormat.uuid())) {
            routes.add(Route.of("GET", PATH, List.of(user), apps::list)
                    .described(() -> Description.of("listUserExternalApps", "Shows the apps of a user.")
                            .answering(
                                    200,
                                    Description.page(routes.representations()
                                            .of(USER_EXTERNAL_APPS)
                                            .schema()))
                            .failing(ErrorKind.NOT_FOUND, ErrorKind.INVALID_INPUT)));
            // meant to be refused, but known to clients as a failure
            routes.add(Route.of("POST", PATH, List.of(user), exchange -> {
                        throw Errors.technical(ErrorKind.STORE_FAILED, "apps are made by their names", null);
                    })
                    .withoutToken());
            apps.named().add(PATH, List.of(user));
        }
    }
}
