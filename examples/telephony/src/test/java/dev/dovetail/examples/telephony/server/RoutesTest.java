package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.examples.telephony.auth.Authentication;
import dev.dovetail.examples.telephony.auth.FixedAuthentication;
import dev.dovetail.examples.telephony.bus.Bus;
import dev.dovetail.examples.telephony.livereload.LiveReloadStore;
import dev.dovetail.examples.telephony.sysconfd.Sysconfd;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.Route;
import dev.dovetail.notification.CommandSender;
import dev.dovetail.plugin.PluginRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists the routes that go around what all others are held by, so that none does unseen. */
class RoutesTest {

    private static List<String> routes(Predicate<Route> of) {
        return names(all(), of);
    }

    private static List<String> names(List<Route> routes, Predicate<Route> of) {
        return routes.stream().filter(of).map(RoutesTest::name).distinct().toList();
    }

    /** Returns every route at {@code /1.1}. */
    static List<Route> all() {
        return all(Api::of);
    }

    private static List<Route> all(BiFunction<PluginRegistry, Authentication, HttpApi.Builder> api) {
        var authentication = FixedAuthentication.development("token");
        try (PluginRegistry registry = PluginRegistry.on(LiveReloadStore.over(MemoryStore.create()))
                .plugins(Plugins.all(UUID.randomUUID(), authentication, Bus.of(Optional.empty(), UUID.randomUUID())))
                .sender(Sysconfd.TARGET, CommandSender.none())
                .load()) {
            return api.apply(registry, authentication).build().routes();
        }
    }

    private static String name(Route route) {
        return route.method()
                + route.segments().stream()
                        .map(segment -> "/" + (segment.literal() == null ? "{}" : segment.literal()))
                        .collect(Collectors.joining("", " ", ""));
    }

    /** Their clients know these as looking up in all tenants what they name, in paths and bodies. */
    @Test
    void onlyTheseLookBeyondTheTenantsOfTheCaller() {
        assertThat(routes(Route::unscoped))
                .containsExactlyInAnyOrder(
                        "PUT /contexts/{}/contexts",
                        "PUT /users/{}/lines",
                        "GET /users/{}/services",
                        "PUT /users/{}/services",
                        "GET /users/{}/services/dnd",
                        "PUT /users/{}/services/dnd",
                        "GET /users/{}/services/incallfilter",
                        "PUT /users/{}/services/incallfilter",
                        "GET /users/{}/forwards",
                        "PUT /users/{}/forwards",
                        "GET /users/{}/forwards/busy",
                        "PUT /users/{}/forwards/busy",
                        "GET /users/{}/forwards/noanswer",
                        "PUT /users/{}/forwards/noanswer",
                        "GET /users/{}/forwards/unconditional",
                        "PUT /users/{}/forwards/unconditional",
                        "PUT /trunks/{}/registers/iax/{}",
                        "DELETE /trunks/{}/registers/iax/{}",
                        "GET /users/{}/fallbacks",
                        "PUT /users/{}/fallbacks",
                        "PUT /users/{}/groups",
                        "GET /groups/{}/fallbacks",
                        "PUT /groups/{}/fallbacks",
                        "PUT /groups/{}/members/extensions");
    }

    @Test
    void thoseOfTheWholeProtocolAreTheSameAndPatch() {
        List<Route> whole = all(Api::whole);
        List<String> others = names(whole, route -> !route.method().equals("PATCH"));

        assertThat(others)
                .filteredOn(name -> !name.startsWith("GET /openapi."))
                .containsExactlyInAnyOrderElementsOf(
                        routes(route -> !route.path().equals("/api/api.yml")));
        assertThat(others)
                .containsAll(names(whole, RoutesTest::patches).stream()
                        .map(name -> name.replaceFirst("PATCH", "PUT"))
                        .toList());
        assertThat(names(whole, Route::unscoped)).containsExactlyInAnyOrderElementsOf(routes(Route::unscoped));
        assertThat(names(whole, route -> route.open() && !route.path().startsWith("/openapi.")))
                .containsExactlyInAnyOrderElementsOf(
                        routes(route -> route.open() && !route.path().equals("/api/api.yml")));
        assertThat(names(whole, route -> route.rootTenantOnly() && !patches(route)))
                .containsExactlyInAnyOrderElementsOf(routes(Route::rootTenantOnly));
    }

    private static boolean patches(Route route) {
        return route.method().equals("PATCH");
    }

    /** The document of the API holds no data; the others are refused whoever asks. */
    @Test
    void onlyTheseAreOpenToRequestsWithoutAToken() {
        assertThat(routes(Route::open))
                .containsExactlyInAnyOrder(
                        "GET /api/api.yml",
                        "POST /tenants",
                        "PUT /tenants/{}",
                        "DELETE /tenants/{}",
                        "POST /external/apps",
                        "POST /users/{}/external/apps");
    }
}
