package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.http.access.StaticTokens;
import dev.dovetail.http.access.Tenants;
import dev.dovetail.http.exchange.Mounts;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.jetty.HttpServer;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.PlainStyle;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.http.style.QueryStyle;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ApiStyleTest {

    /** Takes much, and offers little. */
    private static final class Loose implements ApiStyle, QueryStyle {
        @Override
        public JsonTypes types(JsonTypes types) {
            return types.passingOverUnknown().with(String.class, (node, type, to) -> node.asString());
        }

        @Override
        public JsonNode body(JsonNode body, Request request) {
            return body.isArray()
                    ? JsonNodeFactory.instance.objectNode().put("name", "from " + request.method())
                    : body;
        }

        @Override
        public QueryStyle queries() {
            return this;
        }

        @Override
        public <T extends Record> Criterion<T> equal(
                Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text) {
            return Criterion.in(expression, List.of());
        }

        @Override
        public <T> Search<T> text(Search<T> search, String text) {
            return search.pattern(text);
        }

        @Override
        public boolean flag(String parameter, String text) {
            return text.equals("yes");
        }

        @Override
        public BigInteger number(String text) {
            return new BigInteger(text.strip());
        }

        @Override
        public Set<Feature> features() {
            return Set.of(Feature.PATCH);
        }
    }

    @Test
    void readsBodiesAndQueriesAsTheStyleSays() {
        try (SampleServer server = SampleServer.start(Stores.MEMORY, api -> api.style(new Loose()))) {
            assertThat(server.post("/phones", "{\"name\": 5, \"unknown\": 1}").status())
                    .isEqualTo(201);
            assertThat(server.post("/phones", "[]").status()).isEqualTo(201);
            assertThat(server.get("/phones").items("name")).containsExactly("5", "from POST");
            assertThat(server.get("/phones?search=f%25T").items("name")).containsExactly("from POST");
            assertThat(server.get("/phones?limit=%201&recurse=yes&unknown=1").items("name"))
                    .containsExactly("5");
            assertThat(server.get("/phones?priority=none").items("name")).isEmpty();
        }
    }

    @Test
    void offersTheFeaturesOfTheStyleAlone() {
        try (SampleServer server = SampleServer.start(Stores.MEMORY, api -> api.style(new Loose()))) {
            server.phone("{\"name\": \"a\"}");
            assertThat(server.send("PATCH", "/phones/1", "{\"name\": \"b\"}").status())
                    .isEqualTo(204);
            Answer shown = server.get("/phones/1", "If-None-Match", "\"2\"");
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.header("ETag")).isEmpty();
            assertThat(server.send("OPTIONS", "/phones/1", "").header("Allow"))
                    .contains("DELETE, GET, HEAD, PATCH, PUT");
        }
    }

    @Test
    void servesOneRegistryTwice() throws Exception {
        try (PluginRegistry registry = PluginRegistry.on(Stores.MEMORY.open())
                        .plugins(Sample.plugins())
                        .load();
                HttpServer server = HttpServer.start(Mounts.of("/old", api(registry, "/old", new PlainStyle()))
                        .and("/new", api(registry, "/new", ApiStyle.standard())))) {
            String old = server.url() + "/old/phones";
            HttpResponse<String> created = send("POST", old, "{\"name\": \"a\"}");
            assertThat(created.headers().firstValue("Location")).contains(old + "/1");
            assertThat(created.headers().firstValue("ETag")).isEmpty();

            HttpResponse<String> shown = send("GET", server.url() + "/new/phones/1", "");
            assertThat(shown.body()).isEqualTo(send("GET", old + "/1", "").body());
            assertThat(shown.headers().firstValue("ETag")).contains("\"1\"");
            assertThat(send("PATCH", old + "/1", "{}").statusCode()).isEqualTo(405);
            assertThat(send("PATCH", server.url() + "/new/phones/1", "{}").statusCode())
                    .isEqualTo(204);
            assertThat(send("GET", server.url() + "/phones/1", "").statusCode()).isEqualTo(404);
        }
    }

    private static HttpApi api(PluginRegistry registry, String path, ApiStyle style) {
        return HttpApi.of(registry)
                .basePath(path)
                .style(style)
                .tokens(StaticTokens.builder()
                        .token(SampleServer.TOKEN, "ann", "acme", "#")
                        .build())
                .tenants(Tenants.builder().tenant("acme").build())
                .build();
    }

    private static HttpResponse<String> send(String method, String url, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + SampleServer.TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
