package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.http.Route;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the document of the API against the routes and against real answers, those of the sample objects. */
class ApiDocumentTest {
    private static TelephonyServer server;
    private static Client api;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        Options options = Objects.requireNonNull(Launcher.options(
                new String[] {"--port=0", "--db=mem", "--auth=dev"}, new PrintWriter(Writer.nullWriter())));
        server = TelephonyServer.start(options, Map.of("DOVETAIL_DEV_TOKEN", "t"));
        api = Client.of(server.url() + "/1.1").token("t");
        Reply reply = Client.of(server.url() + "/1.1").get("/api/api.yml");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/yaml");
        document = new YAMLMapper().readTree(reply.body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Set<String> routes() {
        Set<String> all = new TreeSet<>();
        for (Route route : RoutesTest.all()) {
            all.add(route.method() + " " + route.path());
        }
        return all;
    }

    private static List<String> operations() {
        List<String> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> all.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "{}"))));
        return all;
    }

    @Test
    void holdsEveryRouteAndNothingElse() {
        assertThat(routes()).hasSizeGreaterThan(200);
        assertThat(operations()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void isValidForAnIndependentParser() {
        var parsed = new OpenAPIV3Parser().readContents(document.toString(), null, null);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths())
                .hasSameSizeAs(document.get("paths").properties());
    }

    @Test
    void namesOperationsOnce() {
        List<String> ids = new ArrayList<>();
        document.get("paths")
                .forEach(path -> path.forEach(
                        operation -> ids.add(operation.get("operationId").asString())));

        assertThat(ids)
                .doesNotHaveDuplicates()
                .contains("listUsers", "createUser", "editUser", "associateUserLine", "dissociateUserLine")
                .contains("replaceUserLines", "getUserForwards", "getInfos", "putMohFile");
    }

    @Test
    void tellsHowClientsProveWhoTheyAre() {
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/1.1");
        assertThat(document.at("/components/securitySchemes/token/name").asString())
                .isEqualTo("X-Auth-Token");
        assertThat(document.at("/components/parameters/Tenant/name").asString()).isEqualTo("Wazo-Tenant");
        assertThat(document.get("paths")
                        .path("/users/{id}")
                        .at("/get/x-access-pattern")
                        .asString())
                .isEqualTo("confd.users.{id}.read");
    }

    @Test
    void everyFieldOfRealAnswersIsTold() {
        Checks checks = new Checks();
        String context = checks.post(
                        "/contexts",
                        "{'label': 'in', 'user_ranges': [{'start': '1000', 'end': '1999'}],"
                                + " 'incall_ranges': [{'start': '2000', 'end': '2999', 'did_length': 4}]}")
                .path("name")
                .asString();
        String user = checks.post(
                        "/users",
                        ("{'firstname': 'Ann', 'forwards': {'busy': {'enabled': true, 'destination': '1'}},"
                                        + " 'fallbacks': {'busy_destination': {'type': 'none'}, 'fail_destination': null},"
                                        + " 'voicemail': {'number': '1001', 'context': 'CONTEXT'},"
                                        + " 'lines': [{'context': 'CONTEXT', 'endpoint_sip': {'name': 'ann'},"
                                        + " 'extensions': [{'exten': '1001', 'context': 'CONTEXT'}]}]}")
                                .replace("CONTEXT", context))
                .path("id")
                .asString();
        for (String[] each : new String[][] {
            {"/groups", "{'label': 'g'}"},
            {"/queues", "{'name': 'q'}"},
            {"/agents", "{'number': '1'}"},
            {"/agents/skills", "{'name': 's'}"},
            {"/queues/skillrules", "{'name': 'r', 'rules': [{'definition': 'a > 1'}]}"},
            {
                "/ivr",
                "{'name': 'i', 'menu_sound': 'm', 'choices': [{'exten': '1', 'destination':"
                        + " {'type': 'user', 'user_id': USER}}], 'abort_destination': {'type': 'hangup', 'cause': 'busy'}}"
            },
            {
                "/schedules",
                "{'name': 's', 'timezone': 'Europe/Paris', 'closed_destination': {'type': 'none'},"
                        + " 'open_periods': [{'hours_start': '08:00', 'hours_end': '12:00'}], 'exceptional_periods':"
                        + " [{'hours_start': '08:00', 'hours_end': '12:00', 'destination': {'type': 'none'}}]}"
            },
            {"/moh", "{'label': 'm', 'mode': 'files'}"},
            {"/trunks", "{'context': 'CONTEXT'}"},
            {"/conferences", "{'name': 'c'}"},
            {"/parkinglots", "{'slots_start': '801', 'slots_end': '850'}"},
            {"/pagings", "{'number': '123'}"},
            {"/switchboards", "{'name': 's'}"},
            {"/applications", "{'name': 'a'}"},
            {"/callpermissions", "{'name': 'p', 'extensions': ['1']}"},
            {"/callpickups", "{'name': 'p'}"},
            {"/callfilters", "{'name': 'f', 'strategy': 'all-recipients-then-linear-surrogates', 'source': 'all'}"},
            {"/incalls", "{'destination': {'type': 'user', 'user_id': USER}}"},
            {"/outcalls", "{'name': 'o'}"},
            {"/endpoints/custom", "{'interface': 'dahdi/1'}"},
            {"/endpoints/iax", "{'name': 'x'}"},
            {"/endpoints/sip/templates", "{'label': 't', 'endpoint_section_options': [['webrtc', 'yes']]}"},
            {"/registers/iax", "{'remote_host': 'host'}"},
            {"/phone-numbers", "{'number': '+33123'}"},
            {"/phone-numbers/ranges", "{'start_number': '+3320', 'end_number': '+3322'}"},
            {"/access_features", "{'host': '1.1.1.1', 'feature': 'phonebook'}"},
            {"/users", "{'firstname': 5, 'email': 'x'}"}
        }) {
            checks.post(each[0], each[1].replace("CONTEXT", context).replace("USER", user));
        }
        Set<String> paths = document.get("paths").propertyNames().stream().collect(java.util.stream.Collectors.toSet());
        for (String path : paths) {
            if (!path.contains("{") && document.get("paths").path(path).has("get") && !path.startsWith("/api/")) {
                JsonNode answer = checks.get(path, path + "?recurse=true");
                for (JsonNode item : answer.path("items")) {
                    for (String key : List.of("id", "uuid", "name")) {
                        if (item.has(key) && paths.contains(path + "/{id}")) {
                            checks.get(
                                    path + "/{id}", path + "/" + item.get(key).asString());
                            break;
                        }
                    }
                }
            }
        }
        checks.get("/users", "/users?view=directory&recurse=true");
        checks.get("/users", "/users?view=summary&recurse=true");
        checks.get("/users", "/users?view=line_presence&recurse=true");
        checks.get("/users/{id}/forwards", "/users/" + user + "/forwards");
        checks.get("/users/{id}/fallbacks", "/users/" + user + "/fallbacks");
        checks.get("/lines", "/lines?limit=x");

        assertThat(checks.faults).isEmpty();
        assertThat(checks.answered).hasSizeGreaterThan(100);
        assertThat(checks.answered)
                .filteredOn(each -> each.startsWith("post") && each.endsWith("201"))
                .hasSize(28);
    }

    /** Asks, and holds answers against their schemas, in which no object may have a field that is not told. */
    private static final class Checks {
        private final List<String> faults = new ArrayList<>();
        private final Set<String> answered = new TreeSet<>();
        private final ObjectNode closed = (ObjectNode) document.deepCopy();
        private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

        Checks() {
            close(closed.get("components").get("schemas"));
            close(closed.get("paths"));
        }

        private static void close(JsonNode node) {
            if (node instanceof ObjectNode object
                    && object.get("properties") instanceof ObjectNode
                    && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            node.forEach(Checks::close);
        }

        JsonNode get(String path, String url) {
            return check("get", path, url, api.get(url));
        }

        /** Creates an object; what was taken has to be told too. */
        JsonNode post(String path, String body) {
            JsonNode given = new JsonMapper().readTree(body.replace('\'', '"'));
            Reply reply = api.post(path, given);
            if (reply.status() == 201) {
                hold(path + " body", closed.get("paths").path(path).at("/post/requestBody"), given);
            }
            return check("post", path, path, reply);
        }

        private JsonNode check(String method, String path, String url, Reply reply) {
            String what = method + " " + url + " " + reply.status();
            answered.add(what);
            JsonNode response = closed.get("paths")
                    .path(path)
                    .path(method)
                    .path("responses")
                    .path(Integer.toString(reply.status()));
            if (response.has("$ref")) {
                response = closed.at(response.get("$ref").asString().substring(1));
            }
            JsonNode body = new JsonMapper().readTree(reply.body());
            hold(what, response, body);
            return body;
        }

        private void hold(String what, JsonNode owner, JsonNode body) {
            if (owner.path("content").isEmpty()) {
                faults.add(what + ": not told: " + body);
                return;
            }
            ObjectNode schema = (ObjectNode)
                    owner.get("content").iterator().next().get("schema").deepCopy();
            schema.set("components", closed.get("components"));
            registry.getSchema(schema)
                    .validate(body)
                    .forEach(error -> faults.add(what + ": " + error.getInstanceLocation() + " " + error.getMessage()));
        }
    }
}
