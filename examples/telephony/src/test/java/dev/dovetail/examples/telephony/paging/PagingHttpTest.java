package dev.dovetail.examples.telephony.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class PagingHttpTest extends HttpTest {
    private static final String PATH = "/pagings";

    private PlainResource pagings;

    @BeforeEach
    void resource() {
        pagings = new PlainResource(node, PATH, "Paging", "paging", () -> body("number", "" + next()));
    }

    private static Field bool(String name, boolean byDefault) {
        return Field.any(name)
                .byDefault(byDefault)
                .accepting(true, false)
                .showing("Yes", true)
                .showing("off", false)
                .showing(1, true)
                .showing("0", false)
                .refusingAll("Not a valid boolean.", "", "x", 2, List.of(), body("a", 1));
    }

    @Covers({
        "paging/fields/announce_caller",
        "paging/fields/announce_sound",
        "paging/fields/caller_notification",
        "paging/fields/duplex",
        "paging/fields/enabled",
        "paging/fields/id",
        "paging/fields/ignore_forward",
        "paging/fields/links",
        "paging/fields/name",
        "paging/fields/number",
        "paging/fields/record",
        "paging/fields/tenant_uuid",
        "paging/id",
        "paging/paths/collection",
        "paging/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                pagings.least(),
                Field.string("number")
                        .required()
                        .accepting("0123456789", "1".repeat(32))
                        .refusing("1".repeat(33), "Longer than maximum length 32.")
                        .refusingAs("x".repeat(33), "['Longer than maximum length 32.', 'Invalid input.']")
                        .refusingAll("Invalid input.", "", "1a", "+1", "*1"),
                Field.string("name").nullable().accepting("").maxLength(128),
                bool("announce_caller", true),
                Field.string("announce_sound").nullable().accepting("").maxLength(64),
                bool("caller_notification", true),
                bool("duplex", false),
                bool("ignore_forward", false),
                bool("record", false),
                bool("enabled", true));
    }

    @Covers("paging/list/filter/id")
    @Test
    void showsEveryFieldOfANewPaging() {
        pagings.showsANewOne(
                api,
                tenant,
                "pagings",
                "name",
                null,
                "announce_caller",
                true,
                "announce_sound",
                null,
                "caller_notification",
                true,
                "duplex",
                false,
                "ignore_forward",
                false,
                "record",
                false,
                "enabled",
                true,
                "members",
                body("users", List.of()),
                "callers",
                body("users", List.of()));
    }

    @Covers({"paging/events/created", "paging/events/deleted", "paging/events/edited", "paging/reload"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        pagings.tellsOfChanges(api, tenant);
    }

    @Covers({"paging/rules/create/1", "paging/rules/edit"})
    @Test
    void refusesANumberOfAnyTenant() {
        pagings.refusesTaken(node.client(tenants.sibling()), api, "number", true);
    }

    @Covers({"paging/not_found", "paging/tenanted"})
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        pagings.doesNotKnowOthers(api, node.client(tenants.sibling()));
        pagings.ignoresReadOnlyFields(api, "members", "callers");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> pagings.create(api)).check();
    }

    @Covers({
        "paging/list/default_sort",
        "paging/list/filter/announce_sound",
        "paging/list/filter/name",
        "paging/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = pagings.create(api, "name", "Bee", "announce_sound", "beep");
        JsonNode a = pagings.create(api, "name", "Ann");
        assertThat(api.get(PATH).items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=number").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=announce_sound").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?search=BEEP").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=" + a.get("number").stringValue()).items())
                .containsExactly(a);
        assertThat(api.get(PATH + "?name=Ann").items()).containsExactly(a);
        assertThat(api.get(PATH + "?announce_sound=beep").items()).containsExactly(b);
        api.get(PATH + "?order=duplex").refused("Input Error - order: column 'duplex' was not found");
    }
}
