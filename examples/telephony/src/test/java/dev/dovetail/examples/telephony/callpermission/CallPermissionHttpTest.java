package dev.dovetail.examples.telephony.callpermission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

class CallPermissionHttpTest extends HttpTest {
    private static final String PATH = "/callpermissions";
    private static final String NO_PATTERN = "String does not match expected pattern.";
    private static final int ATTEMPT = 60;

    private PlainResource permissions;

    @BeforeEach
    void resource() {
        permissions = new PlainResource(
                node, PATH, "CallPermission", "call_permission", () -> body("name", "permission" + next()));
    }

    @Covers({
        "call_permission/fields/description",
        "call_permission/fields/enabled",
        "call_permission/fields/extensions",
        "call_permission/fields/id",
        "call_permission/fields/links",
        "call_permission/fields/mode",
        "call_permission/fields/name",
        "call_permission/fields/password",
        "call_permission/fields/tenant_uuid",
        "call_permission/id",
        "call_permission/paths/collection",
        "call_permission/paths/item"
    })
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                permissions.least(),
                Field.string("name")
                        .required()
                        .accepting("x", "x".repeat(128))
                        .refusingAll("Length must be between 1 and 128.", "", "x".repeat(129)),
                Field.string("password")
                        .nullable()
                        .accepting("0123456789#*", "1".repeat(40))
                        .notMatching("", "1".repeat(41), "12a", "+1"),
                Field.choice("mode", "allow", "deny").byDefault("deny"),
                extensions(),
                Field.bool("enabled").byDefault(true),
                Field.string("description").nullable().accepting("", "x".repeat(1000)));
    }

    private static Field extensions() {
        return Field.any("extensions")
                .byDefault(List.of())
                .accepting(
                        List.of(),
                        List.of("123", "_+33NXZ*#[1-9]."),
                        List.of("_1!", "1.2.3.", "1".repeat(200), "1.".repeat(40)))
                .showing(List.of("2", "1", "2", "1"), List.of("2", "1"))
                .refusingAs(List.of("1", "x"), "{1: ['" + NO_PATTERN + "']}")
                .refusingAs(List.of(""), "{0: ['" + NO_PATTERN + "']}")
                .refusingAs(List.of("1.".repeat(41)), "{0: ['" + NO_PATTERN + "']}")
                .refusingAs(
                        List.of("+_1", "1..", "__1", "."),
                        "{"
                                + String.join(
                                        ", ",
                                        "0: ['" + NO_PATTERN + "']",
                                        "1: ['" + NO_PATTERN + "']",
                                        "2: ['" + NO_PATTERN + "']",
                                        "3: ['" + NO_PATTERN + "']")
                                + "}")
                .refusingAs(Arrays.asList(1, null), "{0: ['Not a valid string.'], 1: ['Field may not be null.']}")
                .refusingAll("Not a valid list.", "x", 1, true, body("a", "b"));
    }

    /** Tried in all its divisions, a text of sixty digits and a letter would keep a processor busy for years. */
    @Test
    void refusesALongExtensionAtOnce() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> api.post(PATH, body("name", "x", "extensions", List.of("1".repeat(ATTEMPT) + "x")))
                        .refused("Input Error - extensions: {0: ['" + NO_PATTERN + "']}"));
    }

    @Covers("call_permission/list/filter/id")
    @Test
    void showsEveryFieldOfANewPermission() {
        permissions.showsANewOne(
                api,
                tenant,
                "callpermissions",
                "password",
                null,
                "mode",
                "deny",
                "extensions",
                List.of(),
                "enabled",
                true,
                "description",
                null,
                "outcalls",
                List.of(),
                "groups",
                List.of(),
                "users",
                List.of());
    }

    @Covers({
        "call_permission/events/created",
        "call_permission/events/deleted",
        "call_permission/events/edited",
        "call_permission/reload"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        permissions.tellsOfChanges(api, tenant);
    }

    @Covers({"call_permission/rules/create/1", "call_permission/rules/edit"})
    @Test
    void refusesANameOfItsTenant() {
        permissions.refusesTaken(api, api, "name", true);
        var sibling = node.client(tenants.sibling());
        JsonNode there = permissions.create(sibling);
        permissions.create(api, "name", there.get("name"));
        permissions.create(api.in(tenants.child()), "name", there.get("name"));
    }

    @Covers({"call_permission/not_found", "call_permission/tenanted"})
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        permissions.doesNotKnowOthers(api, node.client(tenants.sibling()));
        permissions.ignoresReadOnlyFields(api, "users", "groups", "outcalls");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> permissions.create(api)).check();
    }

    @Covers({
        "call_permission/list/default_sort",
        "call_permission/list/filter/description",
        "call_permission/list/filter/mode",
        "call_permission/list/filter/name",
        "call_permission/list/search"
    })
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = permissions.create(api, "name", "Bee", "description", "first", "mode", "allow");
        JsonNode a = permissions.create(api, "name", "Ann", "password", "555", "extensions", List.of("777"));
        assertThat(api.get(PATH).items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=id").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=mode").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?search=FIRST").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=allow").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=true").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?search=777").items()).isEmpty();
        assertThat(api.get(PATH + "?search=555").items()).isEmpty();
        assertThat(api.get(PATH + "?mode=deny").items()).containsExactly(a);
        assertThat(api.get(PATH + "?enabled=false").items()).isEmpty();
        assertThat(api.get(PATH + "?description=first&name=Bee").items()).containsExactly(b);
        api.get(PATH + "?order=password").refused("Input Error - order: column 'password' was not found");
    }
}
