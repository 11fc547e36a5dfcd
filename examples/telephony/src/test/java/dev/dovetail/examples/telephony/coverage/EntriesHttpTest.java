package dev.dovetail.examples.telephony.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.testing.Accesses;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the server for what entries say that follow one pattern, by the words of the files themselves. */
class EntriesHttpTest extends HttpTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "Az_0-9",
            "a b",
            "a.b",
            "12",
            "*12#",
            "1a",
            "x".repeat(79),
            "x".repeat(80),
            "1".repeat(255),
            "Dial(a)",
            "system(a)",
            "trysystem(a)",
            "ab(a)",
            "Dial(a");

    private static Stream<Entry> entries(String pattern) {
        return SpecEntries.read().values().stream().filter(entry -> entry.id().matches(pattern));
    }

    private static Stream<DynamicTest> tests(Stream<Entry> entries, Consumer<Entry> check) {
        return entries.map(entry -> DynamicTest.dynamicTest(entry.id(), () -> {
            check.accept(entry);
            Coverage.compared(entry.id());
        }));
    }

    // Destinations

    @TestFactory
    Stream<DynamicTest> holdsEachFieldOfADestinationToItsBounds() {
        return tests(
                entries("destinations/variants/.*").filter(entry -> entry.said().has("type")), this::isHeld);
    }

    private void isHeld(Entry entry) {
        JsonNode field = entry.said();
        String name = field.get("name").stringValue();
        ObjectNode destination = destination(entry);
        if (field.path("req").asBoolean(false)) {
            refuses(name, Json.without(destination, name), "Missing data for required field.");
        }
        if (field.path("nullable").asBoolean(false)) {
            takes(name, Json.with(destination, name, null));
        } else {
            refuses(name, Json.with(destination, name, null), "Field may not be null.");
        }
        wrongType(field).ifPresent(message -> refuses(name, Json.with(destination, name, wrong(field)), message));
        isInBounds(field, name, destination);
        if (field.has("pattern")) {
            matches(field, name, destination);
        }
        if (field.has("default")) {
            JsonNode shown = api.post("/incalls", body("destination", real(Json.without(destination, name))))
                    .created();
            assertThat(shown.get("destination").get(name)).isEqualTo(field.get("default"));
        }
    }

    private void isInBounds(JsonNode field, String name, ObjectNode destination) {
        if (field.has("min")) {
            int least = field.get("min").asInt();
            takes(name, Json.with(destination, name, least));
            refuses(name, Json.with(destination, name, least - 1), "Must be greater than or equal to " + least + ".");
        }
        if (field.has("enum")) {
            String choices =
                    field.get("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
            refuses(name, Json.with(destination, name, "x"), "Must be one of: " + choices + ".");
        }
        if (field.has("max_len")) {
            int longest = field.get("max_len").asInt();
            takes(name, Json.with(destination, name, text(field, longest)));
            refuses(
                    name,
                    Json.with(destination, name, text(field, longest + 1)),
                    "Longer than maximum length " + longest + ".");
        }
        if (field.path("digits").asBoolean(false)) {
            takes(name, Json.with(destination, name, "12"));
            refuses(name, Json.with(destination, name, "1a"), "Invalid input.");
            refuses(name, Json.with(destination, name, ""), "Invalid input.");
        }
    }

    private void matches(JsonNode field, String name, ObjectNode destination) {
        Pattern pattern = Pattern.compile(field.get("pattern").stringValue());
        for (String text : TEXTS) {
            ObjectNode given = Json.with(destination, name, text);
            if (pattern.matcher(text).lookingAt()) {
                takes(name, given);
            } else {
                refuses(name, given, "String does not match expected pattern.");
            }
        }
    }

    private static Optional<String> wrongType(JsonNode field) {
        return Optional.ofNullable(FieldProof.WRONG_TYPES.get(field.path("type").asString("")));
    }

    private static Object wrong(JsonNode field) {
        return field.path("type").asString("").equals("email") ? "x" : List.of(1);
    }

    private static String text(JsonNode field, int length) {
        if (field.path("type").asString("").equals("email")) {
            String domain = "@" + "d".repeat(length - 64 - 5) + ".com";
            return "e".repeat(length - domain.length()) + domain;
        }
        String form = field.path("pattern").asString("").contains("\\((.*)\\)") ? "Dial(%s)" : "%s";
        String filler = field.path("digits").asBoolean(false) ? "1" : "x";
        return form.formatted(filler.repeat(length - form.formatted("").length()));
    }

    /** Returns a destination of the variant that a field belongs to, with nothing wrong in it. */
    private static ObjectNode destination(Entry entry) {
        String[] id = entry.id().split("/");
        JsonNode variant = entry.file().root().path("variants").path(id[2]);
        ObjectNode destination = body("type", id[2]);
        if (variant.has("selector")) {
            String chosen = id[3].equals("selector") ? "directory" : id[3];
            destination.put(variant.at("/selector/name").stringValue(), chosen);
            variant = variant.path(chosen);
        }
        variant.valueStream()
                .filter(field -> field.path("req").asBoolean(false))
                .forEach(field -> destination.set(field.get("name").stringValue(), sample(field)));
        return destination;
    }

    private static JsonNode sample(JsonNode field) {
        return switch (field.get("type").stringValue()) {
            case "int" -> Json.of(2000000001);
            case "uuid" -> Json.of(Accesses.UUID);
            case "email" -> Json.of("a@example.com");
            default -> Json.of(field.get("name").stringValue().equals("command") ? "Dial(a)" : "12");
        };
    }

    /** Returns a destination whose target is there. */
    private ObjectNode real(ObjectNode destination) {
        return destination.has("voicemail_id")
                ? Json.with(destination, "voicemail_id", voicemail(context()).get("id"))
                : destination;
    }

    private void refuses(String field, ObjectNode destination, String message) {
        Reply reply = api.post("/incalls", body("destination", destination));
        assertThat(reply.status()).as("%s: %s", destination, reply.body()).isEqualTo(400);
        assertThat(reply.body())
                .as("%s", destination)
                .contains("'" + field + "': ['")
                .contains(message);
    }

    /** Checks that a field is taken; what the destination leads to need not be there. */
    private void takes(String field, ObjectNode destination) {
        Reply reply = api.post("/incalls", body("destination", destination));
        assertThat(reply.status()).as("%s: %s", destination, reply.body()).isIn(201, 400);
        assertThat(reply.body()).as("%s", destination).doesNotContain("'" + field + "': ['");
    }

    // Options of SIP endpoints and transports

    @TestFactory
    Stream<DynamicTest> listsTheOptionsThatItKnows() {
        return tests(
                entries("(endpoint_sip|sip_transport)/known_keys/.*")
                        .filter(entry -> entry.said().isArray()),
                this::isListed);
    }

    private void isListed(Entry entry) {
        boolean transport = entry.file().name().equals("sip_transport");
        String field = transport ? "options" : entry.name() + "_section_options";
        Client client = transport ? node.client(Tenants.MASTER) : api;
        String known = String.join(
                ", ", entry.said().valueStream().map(JsonNode::asString).toList());
        client.post(
                        entry.file().root().at("/paths/collection").stringValue(),
                        body("name", "n" + next(), field, List.of(List.of("nothing", "a"))))
                .refused("Input Error - '" + field + ": invalid variable (nothing)' must be one of (" + known + ")");
    }

    // Lists

    @TestFactory
    Stream<DynamicTest> findsAnObjectByAColumn() {
        return tests(
                entries("(call_pickup/list/search/name|incall/list/search/description|ivr/list/search/id"
                        + "|voicemail/list/search/pager|register_iax/list/search)"),
                this::isFound);
    }

    private void isFound(Entry entry) {
        String column = entry.said().stringValue().equals("all") ? "id" : entry.name();
        ObjectNode least = entry.file().name().equals("voicemail") ? voicemailBody(context()) : least(entry.file());
        if (!column.equals("id")) {
            least.put(column, "needle" + next());
        }
        String list = entry.file().root().at("/paths/collection").stringValue();
        JsonNode created = api.post(list, least).created();
        assertThat(api.get(list + "?search=" + created.get(column).asString()).items())
                .contains(created);
    }

    @TestFactory
    Stream<DynamicTest> sortsByAColumnUnlessAsked() {
        return tests(entries("(register_iax|external_app)/list/default_sort"), this::isSorted);
    }

    private void isSorted(Entry entry) {
        String column = entry.said().stringValue();
        String list = entry.file().root().at("/paths/collection").stringValue();
        for (String name : List.of("b", "a")) {
            api.post(column.equals("name") ? list + "/" + name : list, least(entry.file()))
                    .created();
        }
        List<JsonNode> values =
                api.get(list).items().stream().map(item -> item.get(column)).toList();
        assertThat(values).hasSizeGreaterThan(1);
        assertThat(values)
                .isSortedAccordingTo(Comparator.comparing(
                        value -> value.isNumber() ? "%012d".formatted(value.asLong()) : value.stringValue()));
    }

    // What is only read

    @TestFactory
    Stream<DynamicTest> saysNothingOfWhatIsOnlyRead() {
        return tests(
                entries("(infos|status|tenant)/(events|reload)")
                        .filter(entry -> entry.text().equals("none")),
                entry -> assertThat(node.heard(() ->
                                entry.file().paths().forEach(path -> api.get(path.replace("{uuid}", Accesses.UUID)))))
                        .isEmpty());
    }

    // Tenants

    @TestFactory
    Stream<DynamicTest> keepsWhatATenantOwnsToItAndThoseAbove() {
        return tests(entries("\\w+/tenanted").filter(entry -> entry.text().equals("own")), this::isOwn);
    }

    private void isOwn(Entry entry) {
        String list = entry.file().root().at("/paths/collection").stringValue();
        Map<UUID, JsonNode> made = new LinkedHashMap<>();
        for (UUID in : List.of(tenants.own(), tenants.child(), tenants.sibling())) {
            JsonNode object = node.client(in).post(list, least(entry.file())).created();
            assertThat(object.get("tenant_uuid").stringValue()).isEqualTo(in.toString());
            made.put(in, object);
        }
        JsonNode own = made.get(tenants.own());
        JsonNode below = made.get(tenants.child());
        JsonNode beside = made.get(tenants.sibling());
        assertThat(api.get(list).items()).contains(own).doesNotContain(below, beside);
        assertThat(api.get(list + "?recurse=true").items()).contains(own, below).doesNotContain(beside);
        api.put(list + "/" + Json.key(below), body()).done();
        api.delete(list + "/" + Json.key(below)).done();
        assertThat(api.get(list + "/" + Json.key(beside)).status()).isEqualTo(404);
        assertThat(api.put(list + "/" + Json.key(beside), body()).status()).isEqualTo(404);
        assertThat(api.delete(list + "/" + Json.key(beside)).status()).isEqualTo(404);
    }

    /** Returns a body with what the file requires. */
    private static ObjectNode least(SpecFile file) {
        ObjectNode least = body();
        String number = String.valueOf(next());
        file.root()
                .path("fields")
                .valueStream()
                .filter(field -> field.path("req").asBoolean(false))
                .forEach(field -> least.set(field.get("name").stringValue(), least(field, number)));
        return least;
    }

    private static JsonNode least(JsonNode field, String number) {
        return field.has("enum")
                ? field.get("enum").get(field.get("enum").size() - 1)
                : field.path("type").asString("").equals("destination") ? body("type", "none") : Json.of(number);
    }
}
