package dev.dovetail.http.openapi;

import dev.dovetail.http.Addressing;
import dev.dovetail.http.Description;
import dev.dovetail.http.Endpoint;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Route;
import dev.dovetail.http.Routes;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents an API in OpenAPI 3.1, from nothing but its declarations: routes, resources, representations, constraints.
 *
 * <pre>{@code
 * HttpApi.of(registry)
 *         .routes(OpenApi.of("Phones", "1.0").json("/openapi.json").page("/docs"))
 *         ...
 * }</pre>
 *
 * <p>The document is made when it is first asked for, and kept. It holds no data, so that its paths are open to
 * requests without a token. What a route of one's own takes and answers is told by {@link Route#described}, and what a
 * part looks like by {@code Part.as}; without that it says that they are not described.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class OpenApi implements Consumer<Routes> {
    private static final String YAML = "application/yaml";

    private final String title;
    private final String version;
    private final Failures failures;
    private final List<Consumer<Served>> served;
    private final @Nullable String jsonPath;

    /** Adds what is served to the routes of one API. */
    private record Served(Routes routes, Supplier<ObjectNode> document) {
        void add(String path, String media, Function<JsonNode, byte[]> write) {
            Supplier<byte[]> bytes = once(() -> write.apply(document.get()));
            add(
                    path,
                    List.of(),
                    exchange -> Response.of(200, media, bytes.get()),
                    () -> Description.of("get" + Schema.nameOf(path), "Shows this document.")
                            .answering(200, answer(media, Schema.object())));
        }

        void add(String path, List<KeyFormat<?>> formats, Endpoint endpoint, Supplier<Description> operation) {
            routes.add(Route.of("GET", path, formats, endpoint).withoutToken().described(operation));
        }

        static Description.Answer answer(String media, Schema schema) {
            return new Description.Answer(
                    "What was asked for.", new Description.Content(media, schema, true), java.util.Map.of());
        }
    }

    private OpenApi(
            String title, String version, Failures failures, List<Consumer<Served>> served, @Nullable String jsonPath) {
        this.title = title;
        this.version = version;
        this.failures = failures;
        this.served = List.copyOf(served);
        this.jsonPath = jsonPath;
    }

    /**
     * Starts the document of an API, served nowhere yet.
     *
     * @param title what the API is called
     * @param version of the API
     */
    public static OpenApi of(String title, String version) {
        return new OpenApi(title, version, Failures.problems(), List.of(), null);
    }

    /** Says how failures are answered; as RFC 9457 problems unless called. */
    public OpenApi failures(Failures answered) {
        return new OpenApi(title, version, answered, served, jsonPath);
    }

    private OpenApi with(Consumer<Served> more, @Nullable String json) {
        List<Consumer<Served>> all = new ArrayList<>(served);
        all.add(more);
        return new OpenApi(title, version, failures, all, json);
    }

    /** Serves the document as JSON at a path below the root of the API: {@code /openapi.json}. */
    public OpenApi json(String path) {
        return with(to -> to.add(path, Response.JSON, new Json(false)::write), path);
    }

    /** Serves the document as YAML at a path below the root of the API; needs {@code jackson-dataformat-yaml}. */
    public OpenApi yaml(String path) {
        return with(to -> to.add(path, YAML, Yaml::of), jsonPath);
    }

    /**
     * Serves Swagger UI, which browses the document, at a path below the root of the API: {@code /docs}. Needs
     * {@code org.webjars:swagger-ui} on the class path, as it is: with its {@code META-INF/maven}.
     *
     * @throws IllegalStateException if the document is not served as {@link #json} yet, or Swagger UI is not there
     */
    public OpenApi page(String path) {
        if (jsonPath == null) {
            throw new IllegalStateException("page: the document is not served; call json(..) before");
        }
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
        BrowsingPage page = new BrowsingPage(title, path, up + jsonPath.substring(1));
        KeyFormat<String> files = new KeyFormat<>(
                Pattern.compile(BrowsingPage.TYPES.keySet().stream()
                        .sorted()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))),
                name -> name,
                Schema.oneOf(BrowsingPage.TYPES.keySet().stream().sorted().toList()));
        return with(
                to -> {
                    String name = Schema.nameOf(path);
                    to.add(
                            path,
                            List.of(),
                            exchange -> page.page(),
                            () -> Description.of("get" + name, "Browses this document.")
                                    .answering(200, Served.answer("text/html", Schema.string())));
                    to.add(
                            path + "/{}",
                            List.of(files),
                            page::file,
                            () -> Description.of(
                                            "get" + name + "File",
                                            "Shows a file of the page that browses this document.")
                                    .answering(200, Served.answer("*/*", Schema.string())));
                },
                jsonPath);
    }

    /** Adds the paths; called by {@code HttpApi.Builder.routes}. */
    @Override
    public void accept(Routes routes) {
        Supplier<ObjectNode> document = once(
                () -> document(routes.addressing(), routes.representations().naming(), routes.all()));
        served.forEach(each -> each.accept(new Served(routes, document)));
    }

    private static <T> Supplier<T> once(Supplier<T> makes) {
        return com.google.common.base.Suppliers.memoize(makes::get);
    }

    /** Returns the document of an API, made anew. */
    public ObjectNode document(HttpApi api) {
        return document(api.addressing(), api.representations().naming(), api.routes());
    }

    private ObjectNode document(Addressing addressing, Naming naming, List<Route> routes) {
        ObjectNode info =
                JsonNodeFactory.instance.objectNode().put("title", title).put("version", version);
        return new Document(addressing, naming, failures).of(info, routes);
    }
}
