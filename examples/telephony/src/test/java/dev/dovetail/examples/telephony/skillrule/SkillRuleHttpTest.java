package dev.dovetail.examples.telephony.skillrule;

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

class SkillRuleHttpTest extends HttpTest {
    private static final String PATH = "/queues/skillrules";

    private PlainResource rules;

    @BeforeEach
    void resource() {
        rules = new PlainResource(node, PATH, "SkillRule", "skill_rule", () -> body("name", "rule" + next()));
    }

    private static List<JsonNode> definitions(String... texts) {
        return Arrays.stream(texts)
                .map(text -> (JsonNode) body("definition", text))
                .toList();
    }

    @Covers({"skill_rule/fields/name", "skill_rule/fields/rules"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                rules.least(),
                Field.string("name").required().accepting("").maxLength(64),
                Field.any("rules")
                        .nullShownAs(List.of())
                        .accepting(definitions("WT < $mem, english > 50", "french"), List.of())
                        .showing(definitions("b;a", "c"), definitions("b", "a", "c"))
                        .showing(definitions("a;"), definitions("a", ""))
                        .showing(definitions(""), List.of())
                        .showing(List.of(body("definition", "a", "unknown", 1)), definitions("a"))
                        .refusingAs(
                                List.of(body(), body("definition", null), body("definition", 1)),
                                "{0: {'definition': ['Missing data for required field.']},"
                                        + " 1: {'definition': ['Field may not be null.']},"
                                        + " 2: {'definition': ['Not a valid string.']}}")
                        .refusingAs(List.of("x"), "{0: {'_schema': ['Invalid input type.']}}")
                        .refusingAll("Invalid type.", "x", 1, true, body("a", "b")));
    }

    @Covers("skill_rule/list/filter/id")
    @Test
    void showsEveryFieldOfANewRule() {
        rules.showsANewOne(api, tenant, "skillrules", "rules", List.of());
    }

    @Covers({
        "skill_rule/events/created",
        "skill_rule/events/deleted",
        "skill_rule/events/edited",
        "skill_rule/fields/id",
        "skill_rule/fields/links",
        "skill_rule/fields/tenant_uuid",
        "skill_rule/id",
        "skill_rule/paths/collection",
        "skill_rule/paths/item",
        "skill_rule/reload/all",
        "skill_rule/rules/delete",
        "skill_rule/rules/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        rules.tellsOfChanges(api, tenant, "module reload app_queue.so");
    }

    @Covers("skill_rule/rules/create")
    @Test
    void mayHaveTheNameOfAnother() {
        JsonNode one = rules.create(api);
        rules.create(api, "name", one.get("name"));
    }

    @Covers({"skill_rule/not_found", "skill_rule/tenanted"})
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        rules.doesNotKnowOthers(api, node.client(tenants.sibling()));
        rules.ignoresReadOnlyFields(api);
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> rules.create(api)).check();
    }

    @Covers({"skill_rule/list/default_sort", "skill_rule/list/filter/name", "skill_rule/list/search"})
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = rules.create(api, "name", "Bee", "rules", definitions("special"));
        JsonNode a = rules.create(api, "name", "Ann");
        assertThat(api.get(PATH).items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=id").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?search=bEE").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=special").items()).isEmpty();
        assertThat(api.get(PATH + "?search=" + a.get("id")).items()).containsExactly(a);
        assertThat(api.get(PATH + "?name=Ann").items()).containsExactly(a);
        api.get(PATH + "?order=rules").refused("Input Error - order: column 'rules' was not found");
    }
}
