package dev.dovetail.examples.telephony.skill;

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

class SkillHttpTest extends HttpTest {
    private static final String PATH = "/agents/skills";

    private PlainResource skills;

    @BeforeEach
    void resource() {
        skills = new PlainResource(node, PATH, "Skill", "skill", () -> body("name", "skill" + next()));
    }

    @Covers({"skill/fields/description", "skill/fields/name"})
    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                skills.least(),
                Field.string("name")
                        .required()
                        .accepting("a-_.Z9")
                        .maxLength(64)
                        .notMatching("", "a b", "\u00e9")
                        .refusingAs(
                                " ".repeat(65),
                                "['String does not match expected pattern.', 'Longer than maximum length 64.']"),
                Field.string("description").nullable().accepting("", "x".repeat(1000)));
    }

    @Covers("skill/list/filter/id")
    @Test
    void showsEveryFieldOfANewSkill() {
        skills.showsANewOne(api, tenant, "skills", "description", null, "agents", List.of());
    }

    @Covers({
        "skill/events/created",
        "skill/events/deleted",
        "skill/events/edited",
        "skill/fields/id",
        "skill/fields/links",
        "skill/fields/tenant_uuid",
        "skill/id",
        "skill/paths/collection",
        "skill/paths/item",
        "skill/reload"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        skills.tellsOfChanges(api, tenant);
    }

    @Covers({"skill/rules/create/1", "skill/rules/edit"})
    @Test
    void refusesANameOfItsTenant() {
        skills.refusesTaken(api, api, "name", true);
        JsonNode there = skills.create(node.client(tenants.sibling()));
        skills.create(api, "name", there.get("name"));
    }

    @Covers({"skill/not_found", "skill/tenanted"})
    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        skills.doesNotKnowOthers(api, node.client(tenants.sibling()));
        skills.ignoresReadOnlyFields(api, "agents");
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> skills.create(api)).check();
    }

    @Covers({"skill/list/default_sort", "skill/list/filter/description", "skill/list/filter/name", "skill/list/search"})
    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = skills.create(api, "name", "Bee", "description", "first");
        JsonNode a = skills.create(api, "name", "Ann");
        assertThat(api.get(PATH).items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=id").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=description").items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?search=FIRST").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=" + a.get("id")).items()).containsExactly(a);
        assertThat(api.get(PATH + "?name=Ann").items()).containsExactly(a);
        assertThat(api.get(PATH + "?description=first").items()).containsExactly(b);
    }
}
