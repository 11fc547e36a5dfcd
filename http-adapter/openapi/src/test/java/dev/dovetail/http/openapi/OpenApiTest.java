package dev.dovetail.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.http.HttpApi;
import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.Protocol;
import dev.dovetail.http.ResourceRoutes.Method;
import dev.dovetail.http.Route;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.Desks;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.resource.Resource;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class OpenApiTest {
    private static final OpenApi PHONES = OpenApi.of("Phones & desks", "1.0")
            .json("/openapi.json")
            .yaml("/openapi.yml")
            .page("/docs");
    private static final KeyFormat<UUID> UUIDS = KeyFormat.uuid();

    private SampleServer server;

    private static SampleServer serve(UnaryOperator<HttpApi.Builder> options) {
        return SampleServer.start(
                Stores.MEMORY,
                registry -> registry.plugins(Sample.plugins())
                        .plugins(Desks.plugins())
                        .plugins(QueueMembers.plugins()),
                api -> options.apply(api.routes(PHONES)));
    }

    @BeforeEach
    void serve() {
        server = serve(UnaryOperator.identity());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode document() {
        Answer answer = server.sendAnonymously("GET", "/openapi.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        return answer.json();
    }

    private static List<String> operations(JsonNode document) {
        List<String> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}"))));
        return all;
    }

    private static JsonNode operation(JsonNode document, String method, String path) {
        return document.get("paths").path(path).path(method);
    }

    private static List<String> names(JsonNode parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(each -> names.add(
                each.has("$ref")
                        ? each.get("$ref").asString()
                        : each.get("name").asString()));
        return names;
    }

    @Test
    void holdsEveryRouteAndNothingElse() {
        List<String> routes = server.api().routes().stream()
                .map(route -> route.method() + " " + route.path())
                .distinct()
                .toList();

        assertThat(routes).hasSizeGreaterThan(50);
        assertThat(operations(document())).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void isValidForAnIndependentParser() {
        SwaggerParseResult parsed = new OpenAPIV3Parser()
                .readContents(server.sendAnonymously("GET", "/openapi.json").body(), null, null);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(document().get("paths").properties());
        assertThat(parsed.getOpenAPI().getInfo().getTitle()).isEqualTo("Phones & desks");
    }

    @Test
    void hasSchemasThatAreSound() {
        JsonNode document = document();

        assertThat(ClosedSchemas.faultsOf(document)).isEmpty();
        assertThat(document.at("/components/schemas").propertyNames()).contains("Phone", "PhoneCreation", "PhoneEdit");
    }

    @Test
    void namesOperationsOnce() {
        List<String> ids = new ArrayList<>();
        document()
                .get("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.get("operationId").asString())));

        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains("listPhones", "createPhone", "getPhone", "editPhone", "patchPhone", "deletePhone")
                .contains("associateTeamPhone", "dissociateTeamPhone", "replaceTeamPhones")
                .contains("listQueueMembers", "createQueueMember", "dissociateQueueMembers")
                .contains("getDeskForwards", "editDeskBusy", "getOpenapiJson");
    }

    @Test
    void tellsWhatAListTakes() {
        JsonNode list = operation(document(), "get", "/phones");

        assertThat(names(list.get("parameters")))
                .startsWith("search", "order", "direction", "limit", "offset", "recurse", "name")
                .contains("name__ne", "name__in", "name__icontains", "kind", "priority__gte", "enabled__isnull")
                .doesNotContain("enabled__gte", "kind__startswith")
                .endsWith("fields", "include", "cursor", "total", "#/components/parameters/Tenant");
        assertThat(list.at("/parameters/1/schema/pattern").asString())
                .isEqualTo("^-?(id|name|description|priority)(,-?(id|name|description|priority))*$");
        assertThat(list.at("/parameters/3/schema").toString())
                .isEqualTo("{\"type\":\"integer\",\"minimum\":1,\"maximum\":1000,\"default\":100}");
        assertThat(parameter(list, "kind").at("/schema/enum").toString()).isEqualTo("[\"desk\",\"soft_phone\"]");
        assertThat(list.get("x-access-pattern").asString()).isEqualTo("phones.read");
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        for (JsonNode parameter : operation.get("parameters")) {
            if (parameter.path("name").asString("").equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError(name);
    }

    @Test
    void tellsViewsOfAList() {
        JsonNode document = document();

        assertThat(names(operation(document, "get", "/desks").get("parameters")))
                .contains("view");
        assertThat(document.at("/components/schemas/DeskPage").toString())
                .contains("DeskNamesView", "DeskForwardedView");
    }

    @Test
    void tellsWhatBodiesHold() {
        JsonNode schemas = document().at("/components/schemas");
        JsonNode creation = schemas.get("PhoneCreation");
        JsonNode edit = schemas.get("PhoneEdit");

        assertThat(creation.get("required").toString()).isEqualTo("[\"name\"]");
        assertThat(edit.has("required")).isFalse();
        assertThat(creation.get("properties").propertyNames())
                .containsExactly(
                        "name", "description", "kind", "priority", "enabled", "maxCalls", "numberRanges", "contact")
                .isEqualTo(edit.get("properties").propertyNames());
        assertThat(creation.at("/properties/name").toString())
                .isEqualTo("{\"type\":\"string\",\"minLength\":1,\"maxLength\":20,\"pattern\":\"^(?:[^!]*)$\"}");
        assertThat(creation.at("/properties/description/type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(creation.at("/properties/priority").toString())
                .isEqualTo("{\"type\":\"integer\",\"format\":\"int32\",\"minimum\":1,\"maximum\":9,\"default\":5}");
        assertThat(creation.at("/properties/kind/default").asString()).isEqualTo("desk");
        assertThat(edit.at("/properties/kind").has("default")).isFalse();
        assertThat(creation.at("/properties/contact").toString())
                .isEqualTo("{\"anyOf\":[{\"$ref\":\"#/components/schemas/PhoneContactInput\"},{\"type\":\"null\"}]}");
        assertThat(schemas.at("/PhoneContactInput/properties/tags/items/maxLength")
                        .asInt())
                .isEqualTo(5);
        assertThat(schemas.at("/PhoneRangeInput/required").toString()).isEqualTo("[\"start\"]");
        assertThat(schemas.at("/PhoneRange/required").toString()).isEqualTo("[\"start\",\"end\",\"length\"]");
    }

    @Test
    void tellsChildrenAndInputsOfBodies() {
        JsonNode schemas = document().at("/components/schemas");

        assertThat(schemas.at("/DeskCreation/properties").propertyNames())
                .containsExactly("name", "note", "count", "extension", "lines");
        assertThat(schemas.at("/DeskEdit/properties").propertyNames()).containsExactly("name", "note", "count");
        assertThat(schemas.at("/LineChild").has("required"))
                .as("the key alone will do")
                .isFalse();
        assertThat(schemas.at("/LineChild/properties").propertyNames()).contains("id", "name", "extensions");
    }

    @Test
    void tellsWhatIsReadOnly() {
        JsonNode phone = document().at("/components/schemas/Phone/properties");

        assertThat(phone.at("/id/readOnly").asBoolean()).isTrue();
        assertThat(phone.at("/teams/readOnly").asBoolean()).isTrue();
        assertThat(phone.at("/name").has("readOnly")).isFalse();
    }

    @Test
    void tellsFailuresByTheirKinds() {
        JsonNode document = document();

        assertThat(operation(document, "get", "/phones/{id}").get("responses").propertyNames())
                .containsExactly("200", "304", "401", "403", "404", "503");
        assertThat(operation(document, "put", "/phones/{id}").get("responses").propertyNames())
                .contains("204", "400", "404", "409", "412", "422");
        assertThat(operation(document, "get", "/openapi.json").get("responses").propertyNames())
                .containsExactly("200");
        assertThat(document.at("/components/responses/Failure404/content").propertyNames())
                .containsExactly("application/problem+json");
    }

    private static List<String> headers(JsonNode operation, int status) {
        return List.copyOf(operation.at("/responses/" + status + "/headers").propertyNames());
    }

    private static List<String> headerParameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation.get("parameters").forEach(each -> {
            if (each.path("in").asString("").equals("header")) {
                names.add(each.get("name").asString());
            }
        });
        return names;
    }

    @Test
    void tellsHeadersOfTheWholeProtocol() {
        JsonNode document = document();
        JsonNode get = operation(document, "get", "/phones/{id}");
        JsonNode create = operation(document, "post", "/phones");
        JsonNode delete = operation(document, "delete", "/phones/{id}");

        assertThat(headers(operation(document, "get", "/phones"), 200)).containsExactly("Link");
        assertThat(headerParameters(get)).containsExactly("If-None-Match");
        assertThat(headers(get, 200)).containsExactly("ETag");
        assertThat(headers(get, 304)).containsExactly("ETag");
        assertThat(headerParameters(create)).containsExactly("Prefer");
        assertThat(headers(create, 201)).containsExactly("ETag", "Location", "Preference-Applied");
        for (String edit : List.of("put", "patch")) {
            JsonNode change = operation(document, edit, "/phones/{id}");
            assertThat(headerParameters(change)).containsExactly("If-Match", "Prefer");
            assertThat(headers(change, 200)).containsExactly("ETag", "Preference-Applied");
            assertThat(headers(change, 204)).containsExactly("ETag", "Preference-Applied");
            assertThat(change.at("/responses/200/content/application~1json/schema/$ref")
                            .asString())
                    .endsWith("/Phone");
        }
        assertThat(headerParameters(delete)).containsExactly("If-Match");
        assertThat(delete.get("responses").propertyNames()).contains("412");
        assertThat(document.at("/components/responses/Failure503/headers").propertyNames())
                .containsExactly("Retry-After");
    }

    @Test
    void tellsNoEntityTagsOfWhatHasNoVersion() {
        JsonNode document = document();

        assertThat(headers(operation(document, "get", "/teams/{id}"), 200)).isEmpty();
        assertThat(headerParameters(operation(document, "put", "/teams/{id}"))).containsExactly("Prefer");
        assertThat(headers(operation(document, "put", "/teams/{id}"), 200)).containsExactly("Preference-Applied");
        assertThat(operation(document, "delete", "/teams/{id}").get("responses").propertyNames())
                .doesNotContain("412");
    }

    @Test
    void tellsNoneOfThemInTheBasicProtocol() {
        try (SampleServer basic = serve(api -> api.protocol(Protocol.BASIC))) {
            String document = PHONES.document(basic.api()).toString();

            assertThat(document)
                    .doesNotContain("ETag", "If-Match", "If-None-Match", "Prefer", "\"Link\"", "\"304\"")
                    .contains("Location", "Retry-After");
        }
    }

    @Test
    void everyHeaderOfRealAnswersIsTold() {
        String phone = "{\"name\": \"p\"}";
        server.post("/phones", phone);
        List<Answer> answers = List.of(
                told("get", "/phones", "/phones?limit=1", null),
                told("post", "/phones", "/phones", "{\"name\": \"q\"}", "Prefer", "return=minimal"),
                told("post", "/phones", "/phones", "{\"name\": \"r\"}"),
                told("get", "/phones", "/phones?limit=1", null),
                told("get", "/phones/{id}", "/phones/1", null),
                told("get", "/phones/{id}", "/phones/1", null, "If-None-Match", "\"1\""),
                told("put", "/phones/{id}", "/phones/1", "{}", "Prefer", "return=representation"),
                told("patch", "/phones/{id}", "/phones/1", "{}", "Prefer", "return=minimal"),
                told("put", "/phones/{id}", "/phones/1", "{}", "If-Match", "\"9\""),
                told("delete", "/phones/{id}", "/phones/1", null, "If-Match", "*"));

        assertThat(answers)
                .extracting(Answer::status)
                .containsExactly(200, 201, 201, 200, 200, 304, 200, 204, 412, 204);
        assertThat(answers.get(3).header("Link")).as("or nothing is held to it").isPresent();
    }

    /** Sends a request, and holds the header fields of the answer to the document. */
    private Answer told(String method, String path, String url, String body, String... headers) {
        Answer answer = server.send(method.toUpperCase(Locale.ROOT), url, body, headers);
        JsonNode operation = operation(document(), method, path);
        for (String name : List.of("ETag", "Link", "Location", "Preference-Applied")) {
            if (answer.header(name).isPresent()) {
                assertThat(headers(operation, answer.status()))
                        .as(method + " " + url + " " + answer.status())
                        .contains(name);
            }
        }
        return answer;
    }

    @Test
    void tellsTokenAndTenant() {
        JsonNode document = document();

        assertThat(document.at("/components/securitySchemes/token").toString())
                .isEqualTo("{\"type\":\"http\",\"scheme\":\"bearer\"}");
        assertThat(document.at("/components/parameters/Tenant/name").asString()).isEqualTo("Tenant");
        assertThat(operation(document, "get", "/openapi.json").get("security").toString())
                .isEqualTo("[]");
        assertThat(operation(document, "put", "/teams/{teamId}/phones/{phoneId}")
                        .get("x-access-pattern")
                        .asString())
                .isEqualTo("teams.{teamId}.phones.{phoneId}.update");
    }

    @Test
    void tellsOtherHeadersPathsAndNames() {
        try (SampleServer other = serve(api -> api.basePath("/v1")
                .naming(Naming.SNAKE_CASE)
                .tokenHeader("X-Auth-Token")
                .tenantHeader("X-Tenant")
                .accessPrefix("confd"))) {
            JsonNode document = PHONES.failures(
                            new Failures(kind -> 400, "application/json", Schema.listOf(Schema.string())))
                    .document(other.api());

            assertThat(document.at("/servers/0/url").asString()).isEqualTo("/v1");
            assertThat(document.at("/components/securitySchemes/token").toString())
                    .isEqualTo("{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Auth-Token\"}");
            assertThat(document.at("/components/parameters/Tenant/name").asString())
                    .isEqualTo("X-Tenant");
            assertThat(document.at("/components/schemas/Phone/properties").propertyNames())
                    .contains("max_calls", "number_ranges");
            JsonNode link = operation(document, "put", "/teams/{team_id}/phones/{phone_id}");
            assertThat(link.get("x-access-pattern").asString())
                    .isEqualTo("confd.teams.{team_id}.phones.{phone_id}.update");
            assertThat(link.get("responses").propertyNames()).containsExactly("204", "400");
        }
    }

    @Test
    void needsNoTokenWhereAllIsOpen() {
        try (SampleServer other = serve(HttpApi.Builder::openToAll)) {
            JsonNode document = PHONES.document(other.api());

            assertThat(document.has("security")).isFalse();
            assertThat(document.get("components").has("securitySchemes")).isFalse();
            assertThat(operation(document, "get", "/phones/{id}")
                            .get("responses")
                            .propertyNames())
                    .doesNotContain("401", "403");
        }
    }

    record Thing(int id, UUID uuid) {}

    @Test
    void joinsTheFormsOfAParameter() {
        Resource<Thing, Integer> things =
                Resource.of(Thing.class, Thing::id).unique(Thing::uuid).build();
        try (SampleServer other = SampleServer.start(
                Stores.MEMORY,
                registry -> registry.plugins(dev.dovetail.plugin.ResourcePlugin.of(things)),
                api -> api.routes(routes -> routes.resource(things)
                                .path("/more/things")
                                .locator(byId -> byId.or(things.column(Thing::uuid), UUIDS))
                                .describing(
                                        Method.DELETE, delete -> delete.parameter("force", Schema.bool(), "Anyway."))
                                .add())
                        .routes(routes -> {
                            routes.add(Route.of("GET", "/told/{}", List.of(UUIDS), exchange -> Response.of(204)));
                            routes.add(Route.of("GET", "/told", List.of(), exchange -> Response.of(204)));
                        }))) {
            JsonNode document = OpenApi.of("Things", "1").document(other.api());
            JsonNode delete = operation(document, "delete", "/more/things/{id}");

            assertThat(delete.at("/parameters/0/schema/type").asString()).isEqualTo("string");
            assertThat(delete.at("/parameters/0/schema/pattern").asString())
                    .matches(pattern -> "12".matches(pattern)
                            && UUID.randomUUID().toString().matches(pattern))
                    .matches(pattern -> !"1x".matches(pattern));
            assertThat(names(delete.get("parameters"))).containsExactly("id", "force", "dry_run");
            assertThat(operation(document, "get", "/told/{id}")
                            .get("operationId")
                            .asString())
                    .isEqualTo("getToldItem");
            assertThat(operation(document, "get", "/told").get("responses").propertyNames())
                    .contains("default");
            assertThat(operations(document)).hasSize(14);
        }
    }

    @Test
    void everyFieldOfRealAnswersIsTold() {
        ClosedSchemas told = new ClosedSchemas(document());
        String phone =
                "{\"name\": \"p\", \"description\": null, \"maxCalls\": 3, \"numberRanges\": [{\"start\": \"1\"}],"
                        + " \"contact\": {\"who\": \"ann\", \"tags\": [\"a\"]}}";
        String desk = "{\"name\": \"d\", \"note\": null, \"count\": 2, \"extension\": {\"exten\": \"10\"},"
                + " \"lines\": [{\"name\": \"l\", \"extensions\": [{\"exten\": \"11\"}]}]}";
        String queue = "{\"id\": \"" + UUID.randomUUID() + "\", \"name\": \"q\"}";

        List<String> faults = new ArrayList<>();
        exchange(told, faults, "post", "/phones", "/phones", phone);
        exchange(told, faults, "post", "/phones", "/phones", "{\"name\": \"\"}");
        exchange(told, faults, "get", "/phones", "/phones?search=p", null);
        exchange(told, faults, "get", "/phones", "/phones?limit=x", null);
        exchange(told, faults, "get", "/phones/{id}", "/phones/1", null);
        exchange(told, faults, "get", "/phones/{id}", "/phones/99", null);
        exchange(told, faults, "put", "/phones/{id}", "/phones/1", "{\"enabled\": true, \"contact\": null}");
        exchange(told, faults, "post", "/teams", "/teams", "{\"code\": \"t\", \"title\": \"T\"}");
        exchange(told, faults, "put", "/teams/{id}/phones", "/teams/t/phones", "{\"phones\": [{\"id\": 1}]}");
        exchange(told, faults, "get", "/teams/{id}", "/teams/t", null);
        exchange(told, faults, "get", "/phones/{id}", "/phones/1", null);
        exchange(told, faults, "delete", "/phones/{id}", "/phones/1", null);
        exchange(told, faults, "post", "/desks", "/desks", desk);
        exchange(told, faults, "get", "/desks/{id}", "/desks/1", null);
        exchange(told, faults, "get", "/desks", "/desks", null);
        exchange(told, faults, "get", "/desks", "/desks?view=names", null);
        exchange(told, faults, "get", "/desks", "/desks?view=forwarded", null);
        exchange(told, faults, "get", "/lines", "/lines", null);
        exchange(told, faults, "get", "/desks/{id}/forwards", "/desks/1/forwards", null);
        exchange(
                told,
                faults,
                "put",
                "/desks/{id}/busy",
                "/desks/1/busy",
                "{\"enabled\": true, \"destination\": \"1\"}");
        exchange(told, faults, "post", "/queues", "/queues", queue);
        exchange(told, faults, "post", "/agents", "/agents", "{\"number\": \"7\"}");
        String at = "/queues/" + server.get("/queues").items("id").get(0);
        exchange(told, faults, "put", "/queues/{queueId}/members/{memberId}", at + "/members/1", "{\"penalty\": 3}");
        exchange(
                told,
                faults,
                "put",
                "/queues/{id}/members",
                at + "/members",
                "{\"members\": [{\"id\": 1, \"note\": null}]}");
        exchange(told, faults, "get", "/queues/{id}/members", at + "/members", null);
        exchange(told, faults, "get", "/queues/{id}", at, null);
        exchange(told, faults, "get", "/agents", "/agents", null);

        assertThat(faults).isEmpty();
    }

    private void exchange(
            ClosedSchemas told, List<String> faults, String method, String path, String url, String body) {
        Answer answer = server.send(method.toUpperCase(Locale.ROOT), url, body);
        String what = method + " " + url + " " + answer.status() + ": ";
        if (answer.status() >= 500) {
            faults.add(what + answer.body());
        }
        if (!answer.body().isEmpty()) {
            told.answer(method, path, answer.status(), answer.json()).forEach(fault -> faults.add(what + fault));
        }
        if (body != null && answer.status() < 300) {
            told.request(method, path, new JsonMapper().readTree(body))
                    .forEach(fault -> faults.add(what + "in " + fault));
        }
    }

    @Test
    void isTheSameAsYaml() {
        Answer yaml = server.sendAnonymously("GET", "/openapi.yml");

        assertThat(yaml.header("Content-Type")).contains("application/yaml");
        assertThat(yaml.body()).startsWith("---\nopenapi: 3.1.0\n");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(document());
    }

    @Test
    void servesAPageToBrowseIt() {
        Answer page = server.sendAnonymously("GET", "/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy").orElseThrow()).startsWith("default-src 'self'");
        assertThat(page.body()).contains("<title>Phones &amp; desks</title>");
        for (String src : List.of("docs/swagger-ui-bundle.js", "docs/swagger-ui.css", "docs/start.js")) {
            assertThat(page.body()).contains("\"" + src + "\"");
            Answer file = server.sendAnonymously("GET", "/" + src);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Content-Type").orElseThrow())
                    .startsWith(src.endsWith("css") ? "text/css" : "text/javascript");
        }
        assertThat(server.sendAnonymously("GET", "/docs/start.js").body()).contains("url: 'openapi.json'");
        assertThat(server.sendAnonymously("GET", "/docs/swagger-ui-bundle.js").body())
                .contains("SwaggerUIBundle");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/index.html",
                "/docs/../openapi.json",
                "/docs/..%2f..%2fMETA-INF%2fMANIFEST.MF",
                "/docs/%2e%2e",
                "/docs/swagger-ui.css%00",
                "/docs/swagger-ui.css/x"
            })
    void servesNoOtherFile(String path) {
        assertThat(server.sendAnonymously("GET", path).status()).isBetween(400, 404);
    }

    @Test
    void pageNeedsTheDocument() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenApi.of("Phones", "1").page("/docs"))
                .withMessageContaining("json(..)");
    }

    @Test
    void numbersNamesThatClash() {
        SchemaTrees trees = new SchemaTrees();
        Schema one = Schema.named("Thing", "one", Schema::string);
        Schema other = Schema.named("Thing", "other", Schema::integer);

        assertThat(trees.tree(one).toString()).contains("schemas/Thing\"");
        assertThat(trees.tree(other).toString()).contains("schemas/Thing2\"");
        assertThat(trees.tree(Schema.named("Thing", "one", Schema::string)).toString())
                .contains("schemas/Thing\"");
        assertThat(new TreeSet<>(trees.referred().propertyNames())).containsExactly("Thing", "Thing2");
    }
}
