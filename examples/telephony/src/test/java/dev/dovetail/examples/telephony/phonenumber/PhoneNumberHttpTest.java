package dev.dovetail.examples.telephony.phonenumber;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class PhoneNumberHttpTest extends HttpTest {
    private static final String LIST = "/phone-numbers";
    private static final String NOT_DIGITS = "not a valid digit-only phone number";

    private JsonNode number(String number, Object... namesAndValues) {
        return api.post(LIST, Json.with(body("number", number), namesAndValues)).created();
    }

    private JsonNode number() {
        return number("1" + next());
    }

    private static String path(JsonNode number) {
        return LIST + "/" + number.get("uuid").stringValue();
    }

    private JsonNode now(JsonNode number) {
        return api.get(path(number)).found();
    }

    private static JsonNode data(JsonNode number, Object... namesAndValues) {
        return Json.with(number, namesAndValues);
    }

    @Covers({"phone_number/fields/caller_id_name", "phone_number/fields/number", "phone_number/fields/shared"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                LIST,
                () -> body("number", "2" + next()),
                Field.string("number")
                        .required()
                        .accepting("+1", "0", "1".repeat(128))
                        .refusingAll(NOT_DIGITS, "1a", "+", "1+", " 1")
                        .refusing("1".repeat(129), "Length must be between 1 and 128.")
                        .refusingAs("", "['Length must be between 1 and 128.', '" + NOT_DIGITS + "']"),
                Field.string("caller_id_name")
                        .nullable()
                        .accepting("x", "x".repeat(256))
                        .refusingAll("Length must be between 1 and 256.", "", "x".repeat(257)),
                Field.bool("shared").byDefault(false));
    }

    @Covers({
        "phone_number/events/created",
        "phone_number/events/deleted",
        "phone_number/not_found",
        "phone_number/reload",
        "phone_number/rules/delete"
    })
    @Test
    void showsEveryFieldAndTellsOfChanges() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(number("+123", "main", true)));
        JsonNode number = made.get(0);
        assertThat(number)
                .isEqualTo(body(
                        "uuid",
                        number.get("uuid"),
                        "tenant_uuid",
                        tenant.toString(),
                        "number",
                        "+123",
                        "caller_id_name",
                        null,
                        "main",
                        false,
                        "shared",
                        false,
                        "links",
                        List.of(body("rel", "phone_numbers", "href", api.url(path(number))))));
        assertThat(created).containsExactly(event("phone_number_created", tenant, data(number)));
        assertThat(node.heard(() -> api.put(path(number), body("shared", true)).done()))
                .containsExactly(event("phone_number_edited", tenant, data(number, "shared", true)));
        assertThat(node.heard(() -> api.delete(path(number)).done()))
                .containsExactly(event("phone_number_deleted", tenant, data(number, "shared", true)));
        api.get(path(number))
                .refused(
                        404,
                        "Resource Not Found - PhoneNumber was not found ('uuid': UUID('"
                                + number.get("uuid").stringValue() + "'))");
    }

    @Covers({"phone_number/rules/create/1", "phone_number/rules/edit"})
    @Test
    void isUniqueInItsTenant() {
        JsonNode first = number("1");
        JsonNode second = number("2");
        node.client(tenants.sibling()).post(LIST, body("number", "1")).created();
        String refusal = "Resource Error - PhoneNumber already exists ('number': '1', 'tenant_uuid': '" + tenant + "')";
        api.post(LIST, body("number", "1")).refused(refusal);
        api.put(path(second), body("number", "1")).refused(refusal);
        api.put(path(first), first).done();
        assertThat(api.get(LIST).items()).containsExactly(first, second);
    }

    @Covers({
        "phone_number/events/edited",
        "phone_number/events/main_updated",
        "phone_number/fields/links",
        "phone_number/fields/main",
        "phone_number/fields/tenant_uuid",
        "phone_number/fields/uuid",
        "phone_number/id",
        "phone_number/list/filter/main",
        "phone_number/main_path/GET",
        "phone_number/main_path/effect",
        "phone_number/main_path/events/1",
        "phone_number/main_path/events/2",
        "phone_number/main_path/events/3",
        "phone_number/paths/collection",
        "phone_number/paths/item",
        "phone_number/paths/main",
        "phone_number/rules/main"
    })
    @Test
    void hasOneMainNumberForEachTenant() {
        JsonNode first = number();
        JsonNode second = number();
        String main = LIST + "/main";
        String none = "Resource Not Found - PhoneNumber was not found ('main': True)";
        api.get(main).refused(404, none);
        JsonNode chosen = data(first, "main", true, "shared", true);
        assertThat(node.heard(() -> choose(first)))
                .containsExactly(
                        event("phone_number_edited", tenant, chosen),
                        event(
                                "phone_number_main_updated",
                                tenant,
                                body("current_main_uuid", null, "new_main_uuid", first.get("uuid"))));
        assertThat(api.get(main).found())
                .isEqualTo(now(first))
                .isEqualTo(Json.with(first, "main", true, "shared", true));
        node.client(tenants.child()).get(main).refused(404, none);
        api.in(tenants.child()).get(main).refused(404, none);

        assertThat(node.heard(() -> choose(second)))
                .containsExactly(
                        event("phone_number_edited", tenant, data(first, "shared", true)),
                        event("phone_number_edited", tenant, data(second, "main", true, "shared", true)),
                        event(
                                "phone_number_main_updated",
                                tenant,
                                body("current_main_uuid", first.get("uuid"), "new_main_uuid", second.get("uuid"))));
        assertThat(now(first)).isEqualTo(Json.with(first, "shared", true));
        assertThat(api.put(path(second), body("shared", false)).status()).isEqualTo(500);
        assertThat(api.get(LIST + "?main=true").items()).containsExactly(now(second));
        api.delete(path(second)).done();
        api.get(main).refused(404, none);
    }

    private void choose(JsonNode number) {
        Reply reply = api.put(LIST + "/main", body("phone_number_uuid", number.get("uuid")));
        reply.done();
        assertThat(reply.header("location")).isEqualTo(api.url(path(number)));
    }

    @Covers("phone_number/main_path/PUT")
    @Test
    void choosesAmongTheNumbersOfTheTenantOnly() {
        Client child = api.in(tenants.child());
        JsonNode below = child.post(LIST, body("number", "1")).created();
        String uuid = below.get("uuid").stringValue();
        api.put(LIST + "/main", body("phone_number_uuid", uuid))
                .refused(404, "Resource Not Found - PhoneNumber was not found ('uuid': '" + uuid + "')");
        api.put(LIST + "/main", body())
                .refused("Input Error - phone_number_uuid: ['Missing data for required field.']");
        api.put(LIST + "/main", body("phone_number_uuid", "x"))
                .refused("Input Error - phone_number_uuid: ['Not a valid UUID.']");
    }

    @Test
    void choosesOneAtATime() {
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 20; round++) {
                List<JsonNode> numbers = List.of(number(), number());
                List<Reply> replies = two.run(i -> api.put(
                        LIST + "/main", body("phone_number_uuid", numbers.get(i).get("uuid"))));
                assertThat(replies).extracting(Reply::status).containsOnly(204);
                assertThat(api.get(LIST + "?main=true").items()).hasSize(1);
            }
        }
    }

    private Reply range(String start, String end) {
        return api.post(LIST + "/ranges", body("start_number", start, "end_number", end));
    }

    @Covers({
        "phone_number/ranges/POST/no_location",
        "phone_number/ranges/POST/status",
        "phone_number/ranges/events",
        "phone_number/ranges/generated",
        "phone_number/ranges/response"
    })
    @Test
    void createsTheNumbersOfARangeThatAreNotThere() {
        JsonNode present = number("+12");
        List<JsonNode> replies = new ArrayList<>();
        var heard = node.heard(() -> {
            Reply reply = range("+010", "+13");
            assertThat(reply.header("location")).isEmpty();
            replies.add(reply.created());
        });
        JsonNode made = replies.get(0);
        assertThat(api.get(LIST).items("number")).containsExactly("+10", "+11", "+12", "+13");
        assertThat(heard).hasSize(3).allMatch(event -> event.startsWith("phone_number_created"));
        assertThat(made.get("total").asInt()).isEqualTo(4);
        List<JsonNode> created = made.get("created").valueStream().toList();
        assertThat(created.stream().map(one -> now(one).get("number").stringValue()))
                .containsExactly("+10", "+11", "+13");
        List<JsonNode> all = new ArrayList<>(created);
        all.add(present);
        assertThat(made.get("links"))
                .isEqualTo(Json.of(all.stream()
                        .map(one -> body("rel", "phone_numbers", "href", api.url(path(one))))
                        .toList()));
        assertThat(range("+10", "+13").created().get("created")).isEmpty();
        assertThat(range("7", "7").created().get("total").asInt()).isEqualTo(1);
    }

    @Covers({
        "phone_number/paths/ranges",
        "phone_number/ranges/POST/body",
        "phone_number/ranges/errors/1",
        "phone_number/ranges/errors/2"
    })
    @Test
    void refusesARangeThatIsNone() {
        String order = "Input Error - _schema: ['start phone number must precede end phone number']";
        String size = "Input Error - _schema: ['range size must be between 1 and 10000']";
        range("2", "10").refused(order);
        range("9", "10").refused(order);
        range("10", "9").refused(size);
        range("10000", "20000").refused(size);
        range("1a", "")
                .refused(
                        "Input Error - start_number: ['" + NOT_DIGITS + "']",
                        "Input Error - end_number: ['Length must be between 1 and 128.', '" + NOT_DIGITS + "']");
        api.post(LIST + "/ranges", body("start_number", "1"))
                .refused("Input Error - end_number: ['Missing data for required field.']");
        assertThat(range("10000", "19999").created().get("total").asInt()).isEqualTo(10_000);
    }

    @Covers({
        "phone_number/list/default_sort",
        "phone_number/list/filter/number",
        "phone_number/list/filter/shared",
        "phone_number/list/search"
    })
    @Test
    void listsByItsColumns() {
        JsonNode a = number("100", "caller_id_name", "Zoé");
        JsonNode b = number("200", "shared", true);
        assertThat(api.get(LIST).items()).containsExactly(a, b);
        assertThat(api.get(LIST + "?search=ZOE").items()).containsExactly(a);
        assertThat(api.get(LIST + "?shared=yes").items()).containsExactly(b);
        assertThat(api.get(LIST + "?number=100").items()).containsExactly(a);
        assertThat(api.get(LIST + "?order=caller_id_name").items()).containsExactly(a, b);
        api.get(LIST + "?order=uuid").refused("Input Error - order: column 'uuid' was not found");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, LIST, this::number).checkInOrderOf("number");
    }
}
