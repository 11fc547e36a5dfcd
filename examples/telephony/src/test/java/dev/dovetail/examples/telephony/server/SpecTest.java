package dev.dovetail.examples.telephony.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Coverage;
import dev.dovetail.examples.telephony.testing.Client;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds the document of the API against the files in {@code spec}: every path and method, and of every field whether it
 * is shown, read, required, and within which bounds; every column to filter and sort by. What only an answer can show
 * is held by the tests of the plugins.
 */
class SpecTest {
    private static final Path SPEC = Path.of("spec");
    private static final YAMLMapper YAML = new YAMLMapper();
    /** Read and acted on beside the columns, as an old form of them. */
    private static final Set<String> NOT_TOLD = Set.of("extension commented", "user call_record_enabled");
    /** Bounds that a rule of its own holds, told by no constraint. */
    private static final Set<String> HELD_BY_RULES = Set.of(
            "register_iax remote_port", "user ring_seconds", "user simultaneous_calls", "user subscription_type");

    private static final Map<String, String> BOUNDS =
            Map.of("max_len", "maxLength", "min_len", "minLength", "min", "minimum", "max", "maximum");

    private static JsonNode document;

    @BeforeAll
    static void readDocument() {
        Options options = Objects.requireNonNull(Launcher.options(
                new String[] {"--port=0", "--db=mem", "--auth=dev"}, new PrintWriter(Writer.nullWriter())));
        try (TelephonyServer server = TelephonyServer.start(options, Map.of("DOVETAIL_DEV_TOKEN", "t"))) {
            document = YAML.readTree(
                    Client.of(server.url() + "/1.1").get("/api/api.yml").body());
        }
    }

    @AfterAll
    static void forgetDocument() {
        document = null;
    }

    static List<String> resources() {
        return files("resources");
    }

    private static List<String> files(String folder) {
        try (Stream<Path> files = Files.list(SPEC.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode spec(String folder, String name) {
        return YAML.readTree(SPEC.resolve(folder).resolve(name + ".yaml").toFile());
    }

    private static JsonNode path(String path) {
        for (Map.Entry<String, JsonNode> one : document.get("paths").properties()) {
            if (places(one.getKey()).equals(places(path))) {
                return one.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    private static String places(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static JsonNode followed(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        return ref.isMissingNode()
                ? schema
                : followed(document.at(ref.stringValue().substring(1)));
    }

    private static JsonNode property(JsonNode schema, String name) {
        JsonNode object = followed(schema);
        JsonNode found = followed(object.path("properties").path(name));
        for (JsonNode part : object.path("allOf")) {
            found = found.isMissingNode() ? property(part, name) : found;
        }
        return found;
    }

    private static boolean requires(JsonNode schema, String name) {
        JsonNode object = followed(schema);
        return object.path("required")
                        .valueStream()
                        .anyMatch(one -> one.stringValue().equals(name))
                || object.path("allOf").valueStream().anyMatch(part -> requires(part, name));
    }

    private static JsonNode content(JsonNode body) {
        JsonNode content = body.path("content");
        return content.isEmpty() ? content : content.iterator().next().path("schema");
    }

    @Test
    void servesEveryPathOfEveryAssociation() {
        List<String> missing = new ArrayList<>();
        for (String name : files("associations")) {
            for (JsonNode one : spec("associations", name).get("paths")) {
                String method = one.get("method").stringValue();
                String path = one.get("path").stringValue();
                if (!path(path).has(method.toLowerCase(Locale.ROOT))) {
                    missing.add(method + " " + path);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void servesEveryPathOf(String name) {
        JsonNode spec = spec("resources", name);
        List<String> missing = new ArrayList<>();
        spec.get("paths").properties().forEach(one -> {
            JsonNode served = path(one.getValue().stringValue());
            for (String method : methods(spec, one.getKey())) {
                if (!served.has(method)) {
                    missing.add(method + " " + one.getValue().stringValue());
                }
            }
        });
        assertThat(missing).isEmpty();
        spec.path("methods").properties().stream()
                .filter(one -> one.getValue().isArray())
                .forEach(one -> Coverage.compared(name + "/methods/" + one.getKey()));
    }

    private static List<String> methods(JsonNode spec, String kind) {
        JsonNode told = spec.path("methods").path(kind);
        if (told.isArray()) {
            return told.valueStream()
                    .map(method -> method.stringValue().toLowerCase(Locale.ROOT))
                    .toList();
        } else if (told.isString()) {
            return List.of("get");
        }
        return switch (kind) {
            case "collection", "template_collection" -> List.of("get", "post");
            case "item", "template_item" -> List.of("get", "put", "delete");
            default -> List.of(); // told in words
        };
    }

    @ParameterizedTest
    @MethodSource("resources")
    void showsAndReadsEveryFieldOf(String name) {
        JsonNode spec = spec("resources", name);
        JsonNode item = path(spec.at("/paths/item").stringValue());
        JsonNode collection = path(spec.at("/paths/collection").asString("/"));
        JsonNode shown = content(item.at("/get/responses/200"));
        JsonNode created = content(collection.at("/post/requestBody"));
        JsonNode edited = content(item.at("/put/requestBody"));
        Set<String> faults = new TreeSet<>();
        for (JsonNode field : spec.path("fields")) {
            String fieldName = field.get("name").stringValue();
            boolean told = !NOT_TOLD.contains(name + " " + fieldName);
            if (property(shown, fieldName).isMissingNode()) {
                faults.add(fieldName + " is not shown");
            }
            for (JsonNode body : List.of(created, edited)) {
                boolean readOnly = field.path("ro").asBoolean(false);
                boolean ignored = body == edited && field.has("immutable");
                boolean read = !property(body, fieldName).isMissingNode();
                if (!body.isEmpty() && told && !ignored && read == readOnly) {
                    faults.add(fieldName + (read ? " is read" : " is not read"));
                }
            }
            boolean required =
                    field.path("req").isBoolean() && field.path("req").booleanValue();
            if (!created.isEmpty() && required != requires(created, fieldName)) {
                faults.add(fieldName + (required ? " is not required" : " is required"));
            }
            if (!HELD_BY_RULES.contains(name + " " + fieldName)) {
                faults.addAll(outOfBounds(field, property(created.isEmpty() ? edited : created, fieldName)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static List<String> outOfBounds(JsonNode field, JsonNode schema) {
        List<String> faults = new ArrayList<>();
        if (schema.isMissingNode()
                || !Set.of("string", "int", "float").contains(field.path("type").asString(""))) {
            return faults;
        }
        List<JsonNode> forms = new ArrayList<>(List.of(schema));
        schema.path("anyOf").forEach(form -> forms.add(followed(form)));
        schema.path("oneOf").forEach(form -> forms.add(followed(form)));
        BOUNDS.forEach((bound, keyword) -> {
            JsonNode expected = field.path(bound);
            if (expected.isNumber()
                    && forms.stream()
                            .noneMatch(form -> form.path(keyword).asDouble(Double.NaN) == expected.asDouble())) {
                faults.add(field.get("name").stringValue() + " has " + bound + " " + expected);
            }
        });
        return faults;
    }

    @ParameterizedTest
    @MethodSource("resources")
    void filtersAndSortsByEveryColumnOf(String name) {
        JsonNode spec = spec("resources", name);
        if (name.equals("user_external_app")) {
            return; // a route of its own, whose parameters are not told one by one
        }
        Set<String> parameters = new TreeSet<>();
        Set<String> orders = new TreeSet<>();
        for (JsonNode parameter :
                path(spec.at("/paths/collection").asString("/")).at("/get/parameters")) {
            JsonNode one = followed(parameter);
            parameters.add(one.get("name").stringValue());
            if (one.get("name").stringValue().equals("order")) {
                one.at("/schema/enum").forEach(column -> orders.add(column.stringValue()));
            }
        }
        List<String> filters = columns(spec.at("/list/filter"));
        assertThat(parameters).containsAll(filters);
        assertThat(orders)
                .containsAll(
                        spec.at("/list/sort").asString("").equals("same as filter")
                                ? filters
                                : columns(spec.at("/list/sort")));
        claim(name + "/list/filter", spec.at("/list/filter"));
        claim(name + "/list/sort", spec.at("/list/sort"));
    }

    /** Claims each column that was compared, or that they are the same as others. */
    private static void claim(String id, JsonNode told) {
        columns(told).forEach(column -> Coverage.compared(id + "/" + column));
        if (told.asString("").equals("same as filter")) {
            Coverage.compared(id);
        }
    }

    private static List<String> columns(JsonNode told) {
        return told.valueStream()
                .map(JsonNode::stringValue)
                .filter(column -> column.matches("\\w+"))
                .toList();
    }
}
