package dev.dovetail.examples.telephony.callpickup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CallPickupHttpTest extends HttpTest {
    private static final String PATH = "/callpickups";
    private static final int AT_ONCE = 8;

    private PlainResource pickups;

    @BeforeEach
    void resource() {
        pickups = new PlainResource(node, PATH, "CallPickup", "call_pickup", () -> body("name", "pickup" + next()));
    }

    @Covers({"call_pickup/fields/description", "call_pickup/fields/enabled", "call_pickup/fields/name"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                pickups.least(),
                Field.string("name").required().accepting("").maxLength(128),
                Field.string("description").nullable().accepting("", "x".repeat(1000)),
                Field.bool("enabled").byDefault(true));
    }

    @Test
    void showsEveryFieldOfANewPickup() {
        var none = body("groups", List.of(), "users", List.of());
        pickups.showsANewOne(
                api,
                tenant,
                "callpickups",
                "description",
                null,
                "enabled",
                true,
                "interceptors",
                none,
                "targets",
                none);
    }

    @Covers({
        "call_pickup/events/created",
        "call_pickup/events/deleted",
        "call_pickup/events/edited",
        "call_pickup/paths/item",
        "call_pickup/reload/create",
        "call_pickup/reload/delete",
        "call_pickup/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(pickups.create(api)));
        JsonNode pickup = made.get(0);
        var data = body("id", pickup.get("id"));
        assertThat(created).containsExactly(Journal.event("call_pickup_created", tenant, data));
        assertThat(node.heard(() -> api.put(pickups.item(pickup), body()).done()))
                .containsExactly(Journal.event("call_pickup_edited", tenant, data));
        assertThat(node.heard(() -> api.delete(pickups.item(pickup)).done()))
                .containsExactly(
                        Journal.reload("module reload res_pjsip.so", "module reload chan_sccp.so"),
                        Journal.event("call_pickup_deleted", tenant, data));
    }

    @Covers({"call_pickup/rules/create/1", "call_pickup/rules/edit"})
    @Test
    void refusesANameOfAnyTenant() {
        pickups.refusesTaken(node.client(tenants.sibling()), api, "name", true);
    }

    @Covers("call_pickup/rules/delete")
    @Test
    void getsTheNumberAfterTheHighest() {
        JsonNode one = pickups.create(api);
        int id = one.get("id").asInt();
        JsonNode two = pickups.create(api);
        assertThat(two.get("id").asInt()).isEqualTo(id + 1);
        api.delete(pickups.item(one)).done();
        assertThat(pickups.create(api).get("id").asInt()).isEqualTo(id + 2);
        assertThat(pickups.create(api, "id", 7).get("id").asInt()).isEqualTo(id + 3);
        api.delete(PATH + "/" + (id + 3)).done();
        assertThat(pickups.create(api).get("id").asInt()).isEqualTo(id + 3);
    }

    @Test
    void getsANumberOfItsOwnHoweverManyComeAtOnce() {
        pickups.create(api);
        try (Together threads = Together.of(AT_ONCE)) {
            assertThat(threads.run(i -> pickups.create(api).get("id").asInt())).doesNotHaveDuplicates();
        }
    }

    @Covers("call_pickup/tenanted")
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        pickups.doesNotKnowOthers(api, node.client(tenants.sibling()));
        pickups.ignoresReadOnlyFields(api, "interceptors", "targets");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> pickups.create(api)).check();
    }

    @Covers({
        "call_pickup/fields/id",
        "call_pickup/fields/links",
        "call_pickup/fields/tenant_uuid",
        "call_pickup/id",
        "call_pickup/list/default_sort",
        "call_pickup/list/filter/description",
        "call_pickup/list/filter/enabled",
        "call_pickup/list/filter/id",
        "call_pickup/list/search/description",
        "call_pickup/paths/collection"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = pickups.create(api, "name", "Bee" + next(), "description", "first");
        JsonNode a = pickups.create(api, "name", "Ann" + next(), "enabled", false);
        assertThat(api.get(PATH).items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=id").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=enabled").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?search=FIRST").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=true").items()).isEmpty();
        assertThat(api.get(PATH + "?enabled=no").items()).containsExactly(a);
        assertThat(api.get(PATH + "?description=first").items()).containsExactly(b);
        assertThat(api.get(PATH + "?id=" + a.get("id")).items()).containsExactly(a);
    }
}
