package dev.dovetail.examples.telephony.agent;

import static org.assertj.core.api.Assertions.assertThat;

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

class AgentHttpTest extends HttpTest {
    private static final String PATH = "/agents";

    private PlainResource agents;

    @BeforeEach
    void resource() {
        agents = new PlainResource(node, PATH, "Agent", "agent", () -> body("number", "" + next()));
    }

    @TestFactory
    Stream<DynamicContainer> fields() {
        return FieldTests.of(
                api,
                PATH,
                agents.least(),
                Field.string("firstname").nullable().accepting("").maxLength(128),
                Field.string("lastname").nullable().accepting("").maxLength(128),
                Field.string("password").nullable().accepting("").maxLength(128),
                Field.string("language")
                        .nullable()
                        .accepting("fr_FR", "any text")
                        .maxLength(20),
                Field.string("preprocess_subroutine").nullable().accepting("").maxLength(79),
                Field.string("description").nullable().accepting("", "x".repeat(1000)));
    }

    @Test
    void needsANumberAndKeepsIt() {
        api.post(PATH, body()).refused("Input Error - number: ['Missing data for required field.']");
        api.post(PATH, body("number", null)).refused("Input Error - number: ['Field may not be null.']");
        api.post(PATH, body("number", 1)).refused("Input Error - number: ['Not a valid string.']");
        for (String wrong : List.of("", "1".repeat(41), "+1", "a")) {
            api.post(PATH, body("number", wrong))
                    .refused("Input Error - number: ['String does not match expected pattern.']");
        }
        JsonNode agent = agents.create(api, "number", "*#0123456789" + next());
        for (Object ignored : new Object[] {"1", 1, "a", null}) {
            api.put(agents.item(agent), body("number", ignored)).done();
        }
        assertThat(agents.now(api, agent)).isEqualTo(agent);
    }

    @Test
    void showsEveryFieldOfANewAgent() {
        agents.showsANewOne(
                api,
                tenant,
                "agents",
                "firstname",
                null,
                "lastname",
                null,
                "password",
                null,
                "language",
                null,
                "preprocess_subroutine",
                null,
                "description",
                null,
                "queues",
                List.of(),
                "skills",
                List.of(),
                "users",
                List.of());
    }

    @Test
    void tellsOfACreationAnEditAndADeletion() {
        agents.tellsOfChanges(api, tenant, "module reload app_queue.so");
    }

    @Test
    void refusesANumberOfItsTenant() {
        agents.refusesTaken(api, api, "number", false);
        JsonNode there = agents.create(node.client(tenants.sibling()));
        agents.create(api, "number", there.get("number"));
    }

    @Test
    void isConfinedToTenantsAndIgnoresWhatIsReadOnly() {
        agents.doesNotKnowOthers(api, node.client(tenants.sibling()));
        agents.ignoresReadOnlyFields(api, "skills", "users");
    }

    @Test
    void failsOnNull() {
        assertThat(api.send("POST", PATH, "null").status()).isEqualTo(500);
    }

    @Test
    void keepsToTheRulesOfAllLists() {
        Lists.of(api, PATH, () -> agents.create(api)).check();
    }

    @Test
    void searchesFiltersAndSorts() {
        JsonNode b = agents.create(api, "firstname", "Bee", "lastname", "Aye", "description", "first");
        JsonNode a = agents.create(api, "firstname", "Ann", "preprocess_subroutine", "routine");
        assertThat(api.get(PATH).items()).containsExactly(b, a);
        assertThat(api.get(PATH + "?order=firstname").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?order=lastname&direction=desc").items()).containsExactly(a, b);
        assertThat(api.get(PATH + "?search=bEE").items()).containsExactly(b);
        assertThat(api.get(PATH + "?search=first").items()).isEmpty();
        assertThat(api.get(PATH + "?search=ROUTINE").items()).containsExactly(a);
        assertThat(api.get(PATH + "?search=" + b.get("number").stringValue()).items())
                .containsExactly(b);
        assertThat(api.get(PATH + "?number=" + a.get("number").stringValue()).items())
                .containsExactly(a);
        assertThat(api.get(PATH + "?lastname=Aye").items()).containsExactly(b);
        assertThat(api.get(PATH + "?preprocess_subroutine=routine").items()).containsExactly(a);
        api.get(PATH + "?order=language").refused("Input Error - order: column 'language' was not found");
    }
}
