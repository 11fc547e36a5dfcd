package dev.dovetail.examples.telephony.outcall;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Trunking;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OutcallHttpTest extends HttpTest {
    private Trunking kit;

    @BeforeEach
    void kit() {
        kit = new Trunking(api);
    }

    private static ObjectNode least() {
        return body("name", "out" + next());
    }

    private static String path(JsonNode outcall) {
        return item("outcalls", outcall);
    }

    @Covers({
        "outcall/fields/description",
        "outcall/fields/enabled",
        "outcall/fields/id",
        "outcall/fields/internal_caller_id",
        "outcall/fields/links",
        "outcall/fields/name",
        "outcall/fields/preprocess_subroutine",
        "outcall/fields/ring_time",
        "outcall/fields/tenant_uuid",
        "outcall/id",
        "outcall/paths/collection",
        "outcall/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                "/outcalls",
                OutcallHttpTest::least,
                Field.string("name").required().accepting("").maxLength(128),
                Field.bool("internal_caller_id").byDefault(false),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.integer("ring_time")
                        .nullable()
                        .numbers(1, 3600)
                        .showing(0, null)
                        .refusing(-1, "Must be greater than or equal to 0."),
                Field.string("description").nullable().accepting("", "x".repeat(1000)),
                Field.bool("enabled").byDefault(true));
    }

    @Test
    void showsEveryFieldOfANewOutcall() {
        ObjectNode least = least();
        Reply reply = api.post("/outcalls", least);
        JsonNode outcall = reply.created();
        String url = api.url(path(outcall));
        assertThat(outcall)
                .isEqualTo(Json.with(
                        least,
                        "id",
                        outcall.get("id"),
                        "tenant_uuid",
                        tenant.toString(),
                        "internal_caller_id",
                        false,
                        "preprocess_subroutine",
                        null,
                        "ring_time",
                        null,
                        "description",
                        null,
                        "enabled",
                        true,
                        "trunks",
                        List.of(),
                        "extensions",
                        List.of(),
                        "schedules",
                        List.of(),
                        "call_permissions",
                        List.of(),
                        "links",
                        List.of(body("rel", "outcalls", "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
    }

    @Covers({
        "outcall/events/created",
        "outcall/events/deleted",
        "outcall/events/edited",
        "outcall/not_found",
        "outcall/reload"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        int[] id = {0};
        var created = node.heard(() -> id[0] = kit.outcall().get("id").asInt());
        JsonNode data = body("id", id[0]);
        String path = "/outcalls/" + id[0];
        assertThat(created).containsExactly(event("outcall_created", tenant, data));
        assertThat(node.heard(() -> api.put(path, body()).done()))
                .containsExactly(event("outcall_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(path).done())).containsExactly(event("outcall_deleted", tenant, data));
        api.get(path).refused(404, "Resource Not Found - Outcall was not found ('id': " + id[0] + ")");
    }

    @Covers({"outcall/rules/create/1", "outcall/rules/edit"})
    @Test
    void refusesANameOfAnyTenant() {
        JsonNode taken = new Trunking(node.client(tenants.sibling())).outcall();
        JsonNode outcall = kit.outcall();
        String refusal = "Resource Error - Outcall already exists ('name': '"
                + taken.get("name").stringValue() + "')";
        api.post("/outcalls", body("name", taken.get("name"))).refused(refusal);
        api.put(path(outcall), body("name", taken.get("name"))).refused(refusal);
        api.put(path(outcall), outcall).done();
        assertThat(api.get("/outcalls").items()).containsExactly(outcall);
    }

    @Covers({
        "outcall/list/default_sort",
        "outcall/list/filter/name",
        "outcall/list/filter/preprocess_subroutine",
        "outcall/list/search"
    })
    @Test
    void listsByItsColumns() {
        JsonNode a = kit.outcall("description", "Äpfel", "preprocess_subroutine", "sub");
        JsonNode b = kit.outcall("description", "birnen");
        assertThat(api.get("/outcalls").items()).containsExactly(a, b);
        assertThat(api.get("/outcalls?search=apfel").items()).containsExactly(a);
        assertThat(api.get("/outcalls?preprocess_subroutine=sub").items()).containsExactly(a);
        assertThat(api.get("/outcalls?name=" + b.get("name").stringValue()).items())
                .containsExactly(b);
        assertThat(api.get("/outcalls?order=description&direction=desc").items())
                .hasSize(2);
        api.get("/outcalls?order=ring_time").refused("Input Error - order: column 'ring_time' was not found");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, "/outcalls", kit::outcall).check();
    }
}
