package dev.dovetail.examples.telephony.contextcontext;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContextContextHttpTest extends HttpTest {
    private static final String TWICE =
            "Resource Error - Operation not permitted. Cannot include same context more than once";
    private static final String ITSELF =
            "Resource Error - Operation not permitted. Cannot include context inside itself";

    private JsonNode outer;
    private JsonNode one;
    private JsonNode two;

    @BeforeEach
    void contexts() {
        outer = context();
        one = context();
        two = context();
    }

    private Reply include(JsonNode... contexts) {
        return api.put(
                item("contexts", outer) + "/contexts",
                body(
                        "contexts",
                        Arrays.stream(contexts)
                                .map(context -> body("id", context.get("id")))
                                .toList()));
    }

    private Reply put(Object list) {
        return api.put(item("contexts", outer) + "/contexts", body("contexts", list));
    }

    private Stream<JsonNode> included() {
        return api.get(item("contexts", outer)).found().get("contexts").valueStream();
    }

    private List<JsonNode> ids() {
        return included().map(context -> context.get("id")).toList();
    }

    @Covers("context_context/cardinality")
    @Test
    void showsTheIncludedContextsInTheOrderGiven() {
        include(two, one).done();
        assertThat(included())
                .containsExactly(
                        body(
                                "id",
                                two.get("id"),
                                "name",
                                two.get("name"),
                                "label",
                                "context",
                                "links",
                                two.get("links")),
                        body(
                                "id",
                                one.get("id"),
                                "name",
                                one.get("name"),
                                "label",
                                "context",
                                "links",
                                one.get("links")));
        assertThat(api.get("/contexts?id=" + outer.get("id")).items())
                .containsExactly(api.get(item("contexts", outer)).found());
        assertThat(api.get(item("contexts", one)).found().get("contexts")).isEmpty();
    }

    @Covers("conventions/7/2")
    @Test
    void replacesTheWholeSet() {
        include(one).done();
        include(two, one).done();
        assertThat(ids()).containsExactly(two.get("id"), one.get("id"));
        include(one, two).done();
        assertThat(ids()).containsExactly(one.get("id"), two.get("id"));
        include(two).done();
        assertThat(ids()).containsExactly(two.get("id"));
        include().done();
        assertThat(ids()).isEmpty();
    }

    @Test
    void tellsOfTheSetEvenWhenNothingChanges() {
        for (int i = 0; i < 2; i++) {
            assertThat(node.heard(() -> include(two, one).done()))
                    .containsExactly(
                            reload("dialplan reload"),
                            event(
                                    "contexts_associated",
                                    tenant,
                                    body(
                                            "context_id",
                                            outer.get("id"),
                                            "context_ids",
                                            List.of(two.get("id"), one.get("id")))));
        }
        include().done();
        assertThat(node.heard(() -> include().done()))
                .containsExactly(
                        reload("dialplan reload"),
                        event(
                                "contexts_associated",
                                tenant,
                                body("context_id", outer.get("id"), "context_ids", List.of())));
    }

    @Covers({"context_context/rules/associate_in_order/1", "context_context/rules/associate_in_order/2"})
    @Test
    void refusesAContextTwiceAndThenItself() {
        include(one).done();
        assertThat(node.heard(() -> {
                    include(two, two).refused(TWICE);
                    include(outer).refused(ITSELF);
                    include(outer, two).refused(ITSELF);
                    include(outer, outer).refused(TWICE);
                    include(one, one).refused(TWICE);
                }))
                .isEmpty();
        assertThat(ids()).containsExactly(one.get("id"));
    }

    @Covers("context_context/rules/loops")
    @Test
    void allowsLoops() {
        include(one).done();
        api.put(item("contexts", one) + "/contexts", body("contexts", List.of(outer)))
                .done();
        assertThat(ids()).containsExactly(one.get("id"));
    }

    @Covers("context_context/lookup")
    @Test
    void looksThePathUpFirstAndThenTheList() {
        include(one).done();
        api.put("/contexts/2000000001/contexts", body("contexts", List.of(body("id", 2000000002))))
                .refused(404, "Resource Not Found - Context was not found ('id': 2000000001)");
        api.put("/contexts/2000000001/contexts", body())
                .refused(404, "Resource Not Found - Context was not found ('id': 2000000001)");
        put(List.of(body("id", two.get("id")), body("id", 2000000002), body("id", 2000000003)))
                .refused("Input Error - field 'contexts': Context was not found ('id': 2000000002)");
        assertThat(ids()).containsExactly(one.get("id"));
    }

    @Covers({
        "context_context/embedded_in/context",
        "context_context/events/associated",
        "context_context/paths/1",
        "context_context/reload/all"
    })
    @Test
    void looksInAllTenants() {
        var stranger = node.client(tenants.sibling());
        JsonNode foreign = context(stranger);
        include(foreign).done();
        assertThat(ids()).containsExactly(foreign.get("id"));
        assertThat(node.heard(() -> stranger.put(item("contexts", outer) + "/contexts", body("contexts", List.of(one)))
                        .done()))
                .containsExactly(
                        reload("dialplan reload"),
                        event(
                                "contexts_associated",
                                tenant,
                                body("context_id", outer.get("id"), "context_ids", List.of(one.get("id")))));
    }

    @Test
    void takesIntegersInEachOfTheirForms() {
        String id = one.get("id").toString();
        put(List.of(body("id", id), body("id", two.get("id").asInt() + 0.5, "unknown", 1)))
                .done();
        assertThat(ids()).containsExactly(one.get("id"), two.get("id"));
    }

    @Test
    void refusesAnythingButAListOfIds() {
        String list = item("contexts", outer) + "/contexts";
        api.put(list, body()).refused("Input Error - contexts: ['Missing data for required field.']");
        for (Object wrong : List.of("x", 1, true, body("id", 1))) {
            put(wrong).refused("Input Error - contexts: ['Invalid type.']");
        }
        put(null).refused("Input Error - contexts: ['Field may not be null.']");
        put(List.of(body(), body("id", null), body("id", "x"), body("id", true)))
                .refused("Input Error - contexts: {0: {'id': ['Missing data for required field.']},"
                        + " 1: {'id': ['Field may not be null.']}, 2: {'id': ['Not a valid integer.']},"
                        + " 3: {'id': ['Not a valid integer.']}}");
        for (Object wrong : List.of("x", 1, List.of())) {
            put(List.of(wrong)).refused("Input Error - contexts: {0: {'_schema': ['Invalid input type.']}}");
        }
        api.send("PUT", list, "[]").refused("Input Error - contexts: ['Missing data for required field.']");
        api.send("PUT", list, "[1]").refused("Input Error - _schema: ['Invalid input type.']");
    }
}
