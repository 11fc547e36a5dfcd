package dev.dovetail.examples.telephony.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Field;
import dev.dovetail.examples.telephony.testing.FieldTests;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Journal;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.PlainResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Covers({"agent/fields/number"})
class AgentHttpTest extends HttpTest {
    private static final String PATH = "/agents";

    private PlainResource agents;

    @BeforeEach
    void resource() {
        agents = new PlainResource(node, PATH, "Agent", "agent", () -> body("number", "" + next()));
    }

    @Covers({
        "agent/fields/description",
        "agent/fields/firstname",
        "agent/fields/id",
        "agent/fields/language",
        "agent/fields/lastname",
        "agent/fields/links",
        "agent/fields/password",
        "agent/fields/preprocess_subroutine",
        "agent/fields/tenant_uuid",
        "agent/id",
        "agent/paths/collection",
        "agent/paths/item"
    })
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

    @Covers("agent/rules/edit")
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

    @Covers("agent/list/filter/id")
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

    @Covers({"agent/events/created", "agent/events/deleted", "agent/events/edited", "agent/reload/all"})
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        agents.tellsOfChanges(api, tenant, "module reload app_queue.so");
    }

    @Covers({"agent/compound_create", "agent/embedded/queues"})
    @Test
    void joinsQueuesAtOnce() {
        JsonNode one = queue();
        JsonNode two = queue();
        List<JsonNode> made = new ArrayList<>();
        var heard = node.heard(() -> made.add(agents.create(
                api,
                "queues",
                List.of(body("id", one.get("id"), "penalty", 3, "priority", 4), body("id", two.get("id"))))));
        assertThat(Journal.names(heard))
                .containsExactly(
                        "POST",
                        "agent_created",
                        "queue_member_agent_associated",
                        "agent_edited",
                        "queue_member_agent_associated",
                        "agent_edited");
        JsonNode queues = agents.now(api, made.get(0)).get("queues");
        assertThat(queues).hasSize(2);
        assertThat(queues.get(0).get("penalty").asInt()).isEqualTo(3);
        JsonNode member = api.get(item("queues", one))
                .found()
                .get("members")
                .get("agents")
                .get(0);
        assertThat(member.get("priority").asInt()).isEqualTo(4);
        assertThat(agents.create(api, "queues", null).get("queues")).isEmpty();
        api.put(agents.item(made.get(0)), body("queues", "x")).done();
    }

    private JsonNode queue() {
        return api.post("/queues", body("name", "queue" + next())).created();
    }

    @Test
    void isNotMadeForQueuesThatItCannotJoin() {
        JsonNode hidden = node.client(tenants.sibling())
                .post("/queues", body("name", "queue" + next()))
                .created();
        ObjectNode least = agents.least().get();
        assertThat(node.heard(() -> {
                    api.post(PATH, Json.with(least, "queues", List.of(body("id", hidden.get("id")))))
                            .refused(404, "Resource Not Found - Queue was not found ('id': " + hidden.get("id") + ")");
                    api.post(PATH, Json.with(least, "queues", "x")).refused("Input Error - queues: ['Invalid type.']");
                    api.post(PATH, Json.with(least, "queues", List.of(1, body("penalty", 1), body("id", "x"))))
                            .refused("Input Error - queues: {0: {'_schema': ['Invalid input type.']},"
                                    + " 1: {'id': ['Missing data for required field.']},"
                                    + " 2: {'id': ['Not a valid integer.']}}");
                    JsonNode negative = body("id", queue().get("id"), "penalty", -1);
                    api.post(PATH, Json.with(least, "queues", List.of(negative)))
                            .refused("Input Error - queues: {0: {'penalty': ['Must be greater than or equal to 0.']}}");
                }))
                .noneMatch(told -> told.startsWith("agent") || told.startsWith("queue_member"));
        assertThat(api.get(PATH).items()).isEmpty();
    }

    @Covers("agent/rules/create/1")
    @Test
    void refusesANumberOfItsTenant() {
        agents.refusesTaken(api, api, "number", false);
        JsonNode there = agents.create(node.client(tenants.sibling()));
        agents.create(api, "number", there.get("number"));
    }

    @Covers({"agent/not_found", "agent/tenanted"})
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

    @Covers({
        "agent/list/default_sort",
        "agent/list/filter/lastname",
        "agent/list/filter/number",
        "agent/list/filter/preprocess_subroutine",
        "agent/list/search"
    })
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
