package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.access.TenantResolver;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Lists what is served, and holds the lists of what needs no token and of what looks beyond the caller's tenants. */
class RoutesTest {
    private static HttpApi api(Consumer<Routes> more) {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(Sample.plugins())
                .load();
        return HttpApi.of(registry).tenants(TenantResolver.none()).routes(more).build();
    }

    private static List<String> names(List<Route> routes) {
        return routes.stream().map(route -> route.method() + " " + route.path()).toList();
    }

    @Test
    void listsEveryRoute() {
        assertThat(names(api(routes -> {}).routes()))
                .containsExactly(
                        "GET /phones",
                        "POST /phones",
                        "GET /phones/{}",
                        "PUT /phones/{}",
                        "PATCH /phones/{}",
                        "DELETE /phones/{}",
                        "GET /teams",
                        "POST /teams",
                        "GET /teams/{}",
                        "PUT /teams/{}",
                        "PATCH /teams/{}",
                        "DELETE /teams/{}",
                        "PUT /teams/{}/phones",
                        "GET /teams/{}/phones",
                        "PUT /teams/{}/phones/{}",
                        "DELETE /teams/{}/phones/{}",
                        "GET /phones/{}/teams");
    }

    @Test
    void standardRoutesNeedATokenAndStayInScope() {
        assertThat(api(routes -> {}).routes())
                .noneMatch(Route::open)
                .noneMatch(Route::unscoped)
                .noneMatch(Route::rootTenantOnly);
    }

    @Test
    void tellsWhichRoutesAreOpenAndWhichUnscoped() {
        HttpApi api = api(routes -> {
            routes.add(Route.of("GET", "/health", List.of(), exchange -> Response.of(204))
                    .withoutToken());
            routes.association(Sample.TEAM_PHONES)
                    .path("/all-teams", "/phones")
                    .methods(AssociationRoutes.Method.REPLACE)
                    .unscoped()
                    .add();
        });
        assertThat(names(api.routes().stream().filter(Route::open).toList())).containsExactly("GET /health");
        assertThat(names(api.routes().stream().filter(Route::unscoped).toList()))
                .containsExactly("PUT /all-teams/{}/phones");
    }

    @Test
    void answersAMethodInAnotherWayMadeOfTheStandardOne() {
        try (SampleServer server = SampleServer.start(
                Stores.MEMORY,
                api -> api.routes(routes -> routes.resource(Sample.TEAMS)
                        .path("/groups")
                        .answering(
                                ResourceRoutes.Method.GET,
                                standard ->
                                        exchange -> standard.answer(exchange).with("Other", exchange.pathValue(0)))
                        .answering(ResourceRoutes.Method.DELETE, standard -> exchange -> Response.of(202))
                        .add()))) {
            server.team("a");
            assertThat(server.get("/groups/a").body())
                    .isEqualTo(server.get("/teams/a").body());
            assertThat(server.get("/groups/a").header("Other")).contains("a");
            assertThat(server.delete("/groups/a").status()).isEqualTo(202);
            assertThat(server.get("/teams/a").status()).isEqualTo(200);
            assertThat(server.get("/teams/a").header("Other")).isEmpty();
        }
    }

    @Test
    void changesAnAnswerSeveralTimesTheLastOneOutermost() {
        try (SampleServer server = SampleServer.start(
                Stores.MEMORY,
                api -> api.routes(routes -> routes.resource(Sample.TEAMS)
                        .path("/groups")
                        .answering(
                                ResourceRoutes.Method.SEARCH,
                                standard -> exchange ->
                                        exchange.asks("plain") ? standard.answer(exchange) : Response.of(202))
                        .answering(
                                ResourceRoutes.Method.SEARCH,
                                inner -> exchange -> inner.answer(exchange).with("Other", "last"))
                        .describing(
                                ResourceRoutes.Method.SEARCH,
                                standard -> standard.parameter("plain", Schema.bool(), "Whether to answer."))
                        .add()))) {
            assertThat(server.get("/groups").status()).isEqualTo(202);
            assertThat(server.get("/groups?plain=false").status()).isEqualTo(202);
            assertThat(server.get("/groups?plain=1").status()).isEqualTo(400);
            assertThat(server.get("/groups?plain=true").status()).isEqualTo(200);
            assertThat(server.get("/groups?plain=true").header("Other")).contains("last");
        }
    }

    /** JSON for a part that there is not was left out in silence. */
    @Test
    void refusesToShowAPartThatThereIsNot() {
        List<String> refused = new ArrayList<>();
        try (SampleServer server = SampleServer.start(
                Stores.MEMORY,
                api -> api.routes(routes -> routes.resource(Sample.TEAMS)
                        .path("/groups")
                        .created(creation -> {
                            try {
                                creation.show("nothing", "1");
                            } catch (IllegalArgumentException e) {
                                refused.add(e.getMessage());
                                throw e;
                            }
                        })
                        .add()))) {
            assertThat(server.post("/groups", "{\"code\": \"a\", \"title\": \"Team\"}")
                            .status())
                    .isEqualTo(500);
            assertThat(server.get("/groups/a").status()).isEqualTo(404);
        }
        assertThat(refused).containsExactly("part 'nothing' of Team: unknown; add it to the shape");
    }

    @Test
    void refusesToServeTenantsWithoutKnowingWhichOnesARequestSees() {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(Sample.plugins())
                .load();
        assertThatThrownBy(() -> HttpApi.of(registry).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenants(..)");
    }

    @Test
    void refusesToReserveRoutesWithoutKnowingTheRootTenant() {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(Sample.plugins())
                .load();
        HttpApi.Builder api = HttpApi.of(registry)
                .tenants(TenantResolver.none())
                .routes(routes -> routes.add(Route.of("GET", "/state", List.of(), exchange -> Response.of(204))
                        .forRootTenant()));
        assertThatThrownBy(api::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("rootTenant(..)");
        assertThat(api.rootTenant(() -> Optional.of("acme")).build().routes()).anyMatch(Route::rootTenantOnly);
    }

    @Test
    void refusesARouteBothOpenAndReserved() {
        Route open = Route.of("GET", "/state", List.of(), exchange -> Response.of(204))
                .withoutToken();
        assertThatThrownBy(open::forRootTenant).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void servesThePathsOfAPluginThatIsNeitherOfAResourceNorOfAnAssociation() {
        record Health() implements Plugin, HttpPlugin {
            @Override
            public String name() {
                return "health";
            }

            @Override
            public void route(Routes routes) {
                routes.add(Route.of("GET", "/health", List.of(), exchange -> Response.of(204)));
            }
        }
        Plugin silent = () -> "silent";
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(new Health(), silent)
                .load();
        assertThat(names(HttpApi.of(registry).build().routes())).containsExactly("GET /health");
    }

    @Test
    void refusesARouteGivenTwice() {
        assertThatThrownBy(() -> api(routes -> routes.resource(Sample.PHONES).add()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("route GET /phones: given twice");
    }
}
