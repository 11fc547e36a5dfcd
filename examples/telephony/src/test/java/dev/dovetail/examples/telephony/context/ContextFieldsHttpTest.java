package dev.dovetail.examples.telephony.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Tenants;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ContextFieldsHttpTest extends HttpTest {
    private static final String LENGTHS = "{0: {'_schema': ['Start and end must be of the same length']}}";
    private static final String ORDER = "{0: {'_schema': ['Start of range must be lower than or equal to the end']}}";

    @Covers({
        "context/fields/conference_room_ranges",
        "context/fields/description",
        "context/fields/enabled",
        "context/fields/group_ranges",
        "context/fields/id",
        "context/fields/incall_ranges",
        "context/fields/label",
        "context/fields/links",
        "context/fields/name",
        "context/fields/queue_ranges",
        "context/fields/tenant_uuid",
        "context/fields/type",
        "context/fields/user_ranges",
        "context/fields/uuid",
        "context/id",
        "context/nested/incall_range/1",
        "context/nested/incall_range/did_length",
        "context/nested/range/3/rule",
        "context/nested/range/4/rule",
        "context/nested/range/5/example",
        "context/nested/range/end",
        "context/nested/range/start",
        "context/paths/collection",
        "context/paths/item",
        "conventions/5/2",
        "conventions/5/3"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/contexts",
                () -> body("label", "Ctx"),
                Field.string("label")
                        .required()
                        .accepting("x", "Été 東京 'q' \"d\"", "x".repeat(128))
                        .refusingAll("Length must be between 1 and 128.", "", "x".repeat(129)),
                Field.choice("type", "internal", "incall", "outcall", "services", "others")
                        .byDefault("internal"),
                Field.string("description").nullable().accepting("", "x".repeat(5000)),
                Field.bool("enabled").byDefault(true),
                ranges("user_ranges"),
                ranges("group_ranges"),
                ranges("queue_ranges"),
                ranges("conference_room_ranges"),
                incallRanges());
    }

    private static Field ranges(String name) {
        return rangesOf(name, body())
                .showing(
                        List.of(body("start", "1", "end", "1", "unknown", 1)), List.of(body("start", "1", "end", "1")));
    }

    private static Field incallRanges() {
        Field field = rangesOf("incall_ranges", body("did_length", 0))
                .accepting(List.of(body("start", "100", "end", "200", "did_length", 2)))
                .showing(
                        List.of(body("start", "1", "did_length", "3")),
                        List.of(body("start", "1", "end", "1", "did_length", 3)))
                .refusingAs(
                        List.of(body("start", "1", "did_length", -1)),
                        "{0: {'did_length': ['Must be greater than or equal to 0.']}}")
                .refusingAs(
                        List.of(body("start", "1", "did_length", null)),
                        "{0: {'did_length': ['Field may not be null.']}}");
        for (Object wrong : List.of("x", true, "", List.of())) {
            field.refusingAs(
                    List.of(body("start", "1", "did_length", wrong)), "{0: {'did_length': ['Not a valid integer.']}}");
        }
        return field;
    }

    private static Field rangesOf(String name, ObjectNode more) {
        String digits16 = "9".repeat(16);
        Field field = Field.any(name)
                .byDefault(List.of())
                .accepting(
                        List.of(),
                        List.of(range("1000", "1999", more), range("2000", "2999", more)),
                        List.of(range("0", digits16.substring(15), more)),
                        List.of(range("0000000000000001", digits16, more)))
                .showing(List.of(body("start", "1000")), List.of(range("1000", "1000", more)))
                .refusingAs(List.of(body()), "{0: {'start': ['Missing data for required field.']}}")
                .refusingAs(List.of(body("end", "1")), "{0: {'start': ['Missing data for required field.']}}")
                .refusingAs(List.of(body("start", null)), "{0: {'start': ['Field may not be null.']}}")
                .refusingAs(List.of(body("start", "1", "end", null)), "{0: {'end': ['Field may not be null.']}}")
                .refusingAs(List.of(body("start", 1000)), "{0: {'start': ['Not a valid string.']}}")
                .refusingAs(List.of(body("start", "1", "end", 1000)), "{0: {'end': ['Not a valid string.']}}")
                .refusingAs(List.of(body("start", "")), "{0: {'start': ['Invalid input.']}}")
                .refusingAs(List.of(body("start", "1a")), "{0: {'start': ['Invalid input.']}}")
                .refusingAs(List.of(body("start", "1", "end", "")), "{0: {'end': ['Invalid input.']}}")
                .refusingAs(
                        List.of(body("start", "1".repeat(17))), "{0: {'start': ['Longer than maximum length 16.']}}")
                .refusingAs(
                        List.of(body("start", "1".repeat(16), "end", "1".repeat(17))),
                        "{0: {'end': ['Longer than maximum length 16.']}}")
                .refusingAs(
                        List.of(body("start", "a".repeat(17))),
                        "{0: {'start': ['Invalid input.', 'Longer than maximum length 16.']}}")
                .refusingAs(List.of(body("start", "1", "end", "10")), LENGTHS)
                .refusingAs(List.of(body("start", "9", "end", "10")), LENGTHS)
                .refusingAs(List.of(body("start", "20", "end", "19")), ORDER)
                .refusingAs(
                        List.of(body("start", "1"), body("start", "x"), body()),
                        "{1: {'start': ['Invalid input.']}, 2: {'start': ['Missing data for required field.']}}");
        for (Object notAList : List.of("x", 1, true, body("start", "1"))) {
            field.refusing(notAList, "Invalid type.");
        }
        for (Object notAnObject : List.of("x", 1, List.of())) {
            field.refusingAs(List.of(notAnObject), "{0: {'_schema': ['Invalid input type.']}}");
        }
        return field;
    }

    private static ObjectNode range(String start, String end, ObjectNode more) {
        return Json.with(body("start", start, "end", end), "did_length", more.get("did_length"))
                .remove(more.isEmpty() ? List.of("did_length") : List.of());
    }

    @Covers("conventions/5/1")
    @Test
    void showsEveryFieldOfANewContext() {
        var reply = api.post("/contexts", body("label", "Inside"));
        JsonNode created = reply.created();
        int id = created.get("id").asInt();
        String uuid = created.get("uuid").stringValue();
        assertThat(created)
                .isEqualTo(body(
                        "id", id,
                        "uuid", uuid,
                        "tenant_uuid", tenant.toString(),
                        "name", "ctx-None-internal-" + uuid,
                        "label", "Inside",
                        "type", "internal",
                        "user_ranges", List.of(),
                        "group_ranges", List.of(),
                        "queue_ranges", List.of(),
                        "conference_room_ranges", List.of(),
                        "incall_ranges", List.of(),
                        "description", null,
                        "enabled", true,
                        "contexts", List.of(),
                        "links", List.of(body("rel", "contexts", "href", api.url("/contexts/" + id)))));
        assertThat(reply.header("location")).isEqualTo(api.url("/contexts/" + id));
        assertThat(api.get("/contexts/" + id).found()).isEqualTo(created);
        assertThat(java.util.UUID.fromString(uuid)).hasToString(uuid);
    }

    @Covers("tenant/notes/1")
    @Test
    void namesAContextByTheSlugOfItsTenantAndItsFirstType() {
        var slugged = node.client(Tenants.SLUGGED);
        JsonNode context = context(slugged, "type", "incall");
        String name = "ctx-slug1-incall-" + context.get("uuid").stringValue();
        assertThat(context.get("name").stringValue()).isEqualTo(name);

        slugged.put(item("contexts", context), body("type", "others")).done();

        JsonNode edited = slugged.get(item("contexts", context)).found();
        assertThat(edited.get("name").stringValue()).isEqualTo(name);
        assertThat(edited.get("type").stringValue()).isEqualTo("others");
        slugged.delete(item("contexts", context)).done();
    }

    @Covers("context/rules/create/1")
    @Test
    void takesTheNameForTheLabelWhenThereIsNoLabel() {
        JsonNode context = api.post("/contexts", body("name", "old")).created();
        assertThat(context.get("label").stringValue()).isEqualTo("old");
        assertThat(context.get("name").stringValue()).startsWith("ctx-None-internal-");

        api.put(item("contexts", context), body("name", "newer")).done();
        assertThat(api.get(item("contexts", context)).found().get("label").stringValue())
                .isEqualTo("newer");

        api.put(item("contexts", context), body("name", "ignored", "label", "wins"))
                .done();
        assertThat(api.get(item("contexts", context)).found().get("label").stringValue())
                .isEqualTo("wins");
    }

    @Test
    void ignoresReadOnlyAndUnknownFields() {
        ObjectNode ignored = body(
                "id",
                1,
                "uuid",
                "nonsense",
                "tenant_uuid",
                tenants.sibling().toString(),
                "name",
                5,
                "links",
                "x",
                "contexts",
                "x",
                "nothing_like_it",
                List.of(1));
        JsonNode context =
                api.post("/contexts", Json.with(ignored, "label", "a")).created();
        assertThat(context.get("tenant_uuid").stringValue()).isEqualTo(tenant.toString());
        assertThat(context.has("nothing_like_it")).isFalse();

        api.put(item("contexts", context), Json.with(ignored, "label", "a")).done();
        assertThat(api.get(item("contexts", context)).found()).isEqualTo(context);
    }

    @Covers("conventions/5/4")
    @Test
    void takesBackWhatItShows() {
        JsonNode context = context(
                "user_ranges", List.of(body("start", "1", "end", "2")),
                "incall_ranges", List.of(body("start", "1", "end", "2", "did_length", 1)),
                "description", "text");
        api.put(item("contexts", context), context).done();
        assertThat(api.get(item("contexts", context)).found()).isEqualTo(context);
    }

    @Test
    void tellsAllFaultsAtOnceInTheOrderOfTheFields() {
        api.post("/contexts", body("type", "x", "enabled", "x", "user_ranges", List.of(body("start", "x"))))
                .refused(
                        "Input Error - label: ['Missing data for required field.']",
                        "Input Error - type: ['Must be one of: internal, incall, outcall, services, others.']",
                        "Input Error - user_ranges: {0: {'start': ['Invalid input.']}}",
                        "Input Error - enabled: ['Not a valid boolean.']");
    }

    @Covers("context/notes/3")
    @Test
    void replacesTheRangesOfAKindAndLeavesTheOthers() {
        JsonNode context = context(
                "user_ranges", List.of(body("start", "1", "end", "2")),
                "group_ranges", List.of(body("start", "3", "end", "4")));
        api.put(item("contexts", context), body("user_ranges", List.of(body("start", "7"))))
                .done();
        assertThat(api.get(item("contexts", context)).found())
                .isEqualTo(Json.with(context, "user_ranges", List.of(body("start", "7", "end", "7"))));
        api.put(item("contexts", context), body("user_ranges", List.of(body("end", "7"))))
                .refused("Input Error - user_ranges: {0: {'start': ['Missing data for required field.']}}");
    }

    @Covers("context/notes/2")
    @Test
    void failsOnTwoEqualRangesOfOneKind() {
        List<ObjectNode> twice = List.of(body("start", "1", "end", "2"), body("start", "1", "end", "2"));
        var reply = api.post("/contexts", body("label", "a", "user_ranges", twice));
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).startsWith("[\"Unexpected error: ");
        assertThat(api.get("/contexts").items()).isEmpty();
        JsonNode context = context(
                "user_ranges", List.of(body("start", "1", "end", "2")),
                "group_ranges", List.of(body("start", "1", "end", "2")));
        assertThat(api.put(item("contexts", context), body("group_ranges", twice))
                        .status())
                .isEqualTo(500);
        assertThat(api.get(item("contexts", context)).found()).isEqualTo(context);
    }
}
