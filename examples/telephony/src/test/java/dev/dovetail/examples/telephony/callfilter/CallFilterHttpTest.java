package dev.dovetail.examples.telephony.callfilter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CallFilterHttpTest extends HttpTest {
    private static final String PATH = "/callfilters";

    private PlainResource filters;

    @BeforeEach
    void resource() {
        filters = new PlainResource(
                node,
                PATH,
                "CallFilter",
                "call_filter",
                () -> body("name", "filter" + next(), "strategy", "all", "source", "all"));
    }

    @Covers({
        "call_filter/embedded/fallbacks",
        "call_filter/fields/caller_id_mode",
        "call_filter/fields/caller_id_name",
        "call_filter/fields/description",
        "call_filter/fields/enabled",
        "call_filter/fields/id",
        "call_filter/fields/links",
        "call_filter/fields/name",
        "call_filter/fields/source",
        "call_filter/fields/strategy",
        "call_filter/fields/surrogates_timeout",
        "call_filter/fields/tenant_uuid",
        "call_filter/id",
        "call_filter/paths/collection",
        "call_filter/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                filters.least(),
                Field.string("name").required().accepting("").maxLength(128),
                Field.choice(
                                "strategy",
                                "all-recipients-then-linear-surrogates",
                                "all-recipients-then-all-surrogates",
                                "all-surrogates-then-all-recipients",
                                "linear-surrogates-then-all-recipients",
                                "all")
                        .required(),
                Field.choice("source", "internal", "external", "all").required(),
                Field.choice("caller_id_mode", "prepend", "overwrite", "append").nullable(),
                Field.string("caller_id_name").nullable().accepting("").maxLength(80),
                Field.integer("surrogates_timeout")
                        .nullable()
                        .numbers(5, 2147483000)
                        .showing(0, null)
                        .refusing(-1, "Must be greater than or equal to 0."),
                Field.string("description").nullable().accepting("", "x".repeat(1000)),
                Field.bool("enabled").byDefault(true));
    }

    @Covers("call_filter/list/filter/id")
    @Test
    void showsEveryFieldOfANewFilter() {
        filters.showsANewOne(
                api,
                tenant,
                "callfilters",
                "caller_id_mode",
                null,
                "caller_id_name",
                null,
                "surrogates_timeout",
                null,
                "description",
                null,
                "enabled",
                true,
                "recipients",
                body("users", List.of()),
                "surrogates",
                body("users", List.of()),
                "fallbacks",
                body("noanswer_destination", null));
    }

    @Covers({
        "call_filter/events/created",
        "call_filter/events/deleted",
        "call_filter/events/edited",
        "call_filter/reload"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        filters.tellsOfChanges(api, tenant);
    }

    @Covers({"call_filter/rules/create/1", "call_filter/rules/edit"})
    @Test
    void refusesANameOfAnyTenant() {
        filters.refusesTaken(node.client(tenants.sibling()), api, "name", true);
    }

    @Covers({"call_filter/not_found", "call_filter/tenanted"})
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        filters.doesNotKnowOthers(api, node.client(tenants.sibling()));
        filters.ignoresReadOnlyFields(api, "recipients", "surrogates");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> filters.create(api)).check();
    }

    @Covers({
        "call_filter/list/default_sort",
        "call_filter/list/filter/description",
        "call_filter/list/filter/name",
        "call_filter/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = filters.create(api, "name", "Bee" + next(), "description", "first");
        JsonNode a = filters.create(api, "name", "Ann" + next());
        for (String query : Arrays.asList("?order=id&direction=desc", "")) {
            assertThat(api.get(PATH + query).items()).containsExactly(a, b);
        }
        assertThat(api.get(PATH + "?order=description").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?search=FIRST").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=internal").items()).isEmpty();
        assertThat(api.get(PATH + "?name=" + a.get("name").stringValue()).items())
                .containsExactly(a);
        assertThat(api.get(PATH + "?description=first").items()).containsExactly(b);
        api.get(PATH + "?order=enabled").refused("Input Error - order: column 'enabled' was not found");
    }
}
