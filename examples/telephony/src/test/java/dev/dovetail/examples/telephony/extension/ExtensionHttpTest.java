package dev.dovetail.examples.telephony.extension;

import static dev.dovetail.examples.telephony.testing.Journal.event;
import static dev.dovetail.examples.telephony.testing.Journal.reload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Covers;
import dev.dovetail.examples.telephony.testing.Client;
import dev.dovetail.examples.telephony.testing.HttpTest;
import dev.dovetail.examples.telephony.testing.Json;
import dev.dovetail.examples.telephony.testing.Lists;
import dev.dovetail.examples.telephony.testing.Reply;
import dev.dovetail.examples.telephony.testing.Together;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ExtensionHttpTest extends HttpTest {
    private static final String NOWHERE = "Input Error - field 'context': Context was not found ('context': 'nowhere')";
    private static final String SYNTAX = "exten: ['String does not match expected pattern.']";
    private static final String[] RELOADS = {
        "dialplan reload", "module reload res_pjsip.so", "module reload chan_sccp.so", "module reload app_queue.so"
    };

    private static String taken(JsonNode extension) {
        return "Resource Error - Extension already exists ('exten': '"
                + extension.get("exten").stringValue() + "', 'context': '"
                + extension.get("context").stringValue() + "')";
    }

    private static ObjectNode data(JsonNode extension) {
        return body("id", extension.get("id"), "exten", extension.get("exten"), "context", extension.get("context"));
    }

    @Covers({
        "extension/events/created",
        "extension/events/deleted",
        "extension/events/edited",
        "extension/fields/id",
        "extension/fields/links",
        "extension/fields/tenant_uuid",
        "extension/id",
        "extension/not_found",
        "extension/paths/collection",
        "extension/paths/item",
        "extension/reload/create",
        "extension/reload/delete",
        "extension/reload/edit"
    })
    @Test
    void tellsOfACreationAnEditAndADeletion() {
        JsonNode context = context();
        List<JsonNode> made = new ArrayList<>();
        var created = node.heard(() -> made.add(extension(context)));
        JsonNode extension = made.get(0);
        String path = item("extensions", extension);
        var edited = node.heard(() -> api.put(path, body("enabled", false)).done());
        var unchanged = node.heard(() -> api.put(path, body("enabled", false, "exten", extension.get("exten")))
                .done());
        var deleted = node.heard(() -> api.delete(path).done());

        assertThat(created)
                .containsExactly(reload("dialplan reload"), event("extension_created", tenant, data(extension)));
        assertThat(edited).containsExactly(reload(RELOADS), event("extension_edited", tenant, data(extension)));
        assertThat(unchanged).containsExactly(event("extension_edited", tenant, data(extension)));
        assertThat(deleted)
                .containsExactly(reload("dialplan reload"), event("extension_deleted", tenant, data(extension)));
        String text = "Resource Not Found - Extension was not found ('id': " + extension.get("id") + ")";
        api.get(path).refused(404, text);
        api.put(path, body("exten", 1)).refused(404, text);
        api.delete(path).refused(404, text);
    }

    @Test
    void asksForReloadsWhenAnyFieldChanges() {
        JsonNode extension = extension(context());
        String path = item("extensions", extension);
        for (ObjectNode change :
                List.of(body("exten", "" + next()), body("context", context().get("name")), body("commented", true))) {
            assertThat(node.heard(() -> api.put(path, change).done())).contains(reload(RELOADS));
        }
    }

    @Covers({
        "extension/rules/create_in_order/1",
        "extension/rules/create_in_order/2",
        "extension/rules/create_in_order/4"
    })
    @Test
    void checksTheRulesOfACreationInTheirOrder() {
        JsonNode context = context("type", "outcall");
        JsonNode internal = context();
        JsonNode taken = extension(context, "exten", "+1");
        ObjectNode wrong = body("exten", "+1", "context", "nowhere");
        assertThat(node.heard(() -> {
                    api.post("/extensions", wrong).refused(NOWHERE);
                    wrong.set("context", context.get("name"));
                    api.post("/extensions", wrong).refused(taken(taken));
                    wrong.set("context", internal.get("name"));
                    api.post("/extensions", wrong).refused(SYNTAX);
                }))
                .isEmpty();
        assertThat(api.get("/extensions").items()).containsExactly(taken);
    }

    @Covers("extension/rules/edit_in_order/1")
    @Test
    void checksTheRulesOfAnEditInTheirOrder() {
        JsonNode below = context(api.in(tenants.child()), "type", "outcall");
        JsonNode belowInternal = context(api.in(tenants.child()));
        JsonNode taken = api.post("/extensions", body("exten", "+1", "context", below.get("name")))
                .created();
        JsonNode extension = extension(context());
        String path = item("extensions", extension);
        ObjectNode wrong = body("exten", "+1", "context", "nowhere");
        assertThat(node.heard(() -> {
                    api.put(path, wrong).refused(NOWHERE);
                    wrong.set("context", below.get("name"));
                    api.put(path, wrong).refused(taken(taken));
                    wrong.set("context", belowInternal.get("name"));
                    api.put(path, wrong).refused(SYNTAX);
                    wrong.put("exten", "1");
                    api.put(path, wrong)
                            .refused("Resource Error - different tenants ('current_tenant_uuid': '" + tenant
                                    + "', 'context_tenant_uuid': '" + tenants.child() + "')");
                }))
                .isEmpty();
        assertThat(api.get(path).found()).isEqualTo(extension);
    }

    @Covers({"context/notes/1", "extension/tenanted"})
    @Test
    void livesInTheTenantOfItsContext() {
        JsonNode below = context(api.in(tenants.child()));
        JsonNode extension = extension(below);
        assertThat(extension.get("tenant_uuid").stringValue())
                .isEqualTo(tenants.child().toString());
        assertThat(api.get("/extensions").items()).isEmpty();
        assertThat(api.get("/extensions?recurse=true").items()).containsExactly(extension);
        api.put(item("extensions", extension), body("enabled", false)).done();
        Client sibling = node.client(tenants.sibling());
        sibling.get(item("extensions", extension))
                .refused(404, "Resource Not Found - Extension was not found ('id': " + extension.get("id") + ")");
        sibling.post("/extensions", body("exten", "1", "context", below.get("name")))
                .refused("Input Error - field 'context': Context was not found ('context': '"
                        + below.get("name").stringValue() + "')");
    }

    @Test
    void takesTheSameNumberInAnotherContext() {
        JsonNode one = extension(context());
        JsonNode other = extension(context(), "exten", one.get("exten"));
        api.put(item("extensions", other), body("context", one.get("context"))).refused(taken(one));
        api.put(item("extensions", other), other).done();
    }

    @Test
    void givesANumberToOneOfTwo() {
        JsonNode context = context();
        try (Together two = Together.of(2)) {
            for (int round = 0; round < 50; round++) {
                ObjectNode body = extensionBody(context);
                List<Reply> replies = two.run(i -> api.post("/extensions", body));
                assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 400);
                replies.stream().filter(reply -> reply.status() == 400).forEach(reply -> reply.refused(taken(body)));
            }
        }
    }

    @Covers("context/rules/delete_in_order/1")
    @Test
    void keepsItsContext() {
        JsonNode context = context();
        JsonNode extension = extension(context);
        voicemail(context);
        assertThat(node.heard(() -> api.delete(item("contexts", context))
                        .refused("Resource Error - Context is associated with a Extension ('context_id': "
                                + context.get("id") + ", 'extension_id': " + extension.get("id") + ")")))
                .isEmpty();
        api.delete(item("extensions", extension)).done();
        assertThat(api.delete(item("contexts", context)).body()).contains("Voicemail");
    }

    @Covers({"context/rules/edit/1", "context/rules/edit/2"})
    @Test
    void letsItsContextChangeItsType() {
        JsonNode context = context();
        extension(context);
        api.put(item("contexts", context), body("type", "incall")).done();
    }

    // Lists

    private List<String> extens(String query) {
        return api.get("/extensions?" + query).items("exten");
    }

    @Covers("extension/list/sort/exten")
    @Test
    void keepsToTheRulesOfAllLists() {
        JsonNode context = context();
        Lists.of(api, "/extensions", () -> extension(context)).checkInOrderOf("exten");
    }

    @Covers({
        "extension/list/default_sort",
        "extension/list/filter/context",
        "extension/list/filter/exten",
        "extension/list/search",
        "extension/list/sort/context"
    })
    @Test
    void searchesFiltersAndSortsByExtenAndContext() {
        JsonNode one = context();
        JsonNode two = context();
        extension(one, "exten", "123");
        extension(two, "exten", "2*");
        extension(two, "exten", "11");
        String name = one.get("name").stringValue();
        assertThat(extens("")).containsExactly("11", "123", "2*");
        assertThat(extens("direction=desc")).containsExactly("2*", "123", "11");
        boolean ascending = name.compareTo(two.get("name").stringValue()) < 0;
        assertThat(extens("order=context").indexOf("123")).isEqualTo(ascending ? 0 : 2);
        assertThat(extens("search=2*")).containsExactly("2*"); // digits are in names of contexts too
        assertThat(extens("search=" + name.substring(name.length() - 12).toUpperCase()))
                .containsExactly("123");
        assertThat(extens("search=true")).isEmpty();
        assertThat(extens("exten=123")).containsExactly("123");
        assertThat(extens("exten=12")).isEmpty();
        assertThat(extens("context=" + name)).containsExactly("123");
        assertThat(extens("exten=11&context=" + name)).isEmpty();
        api.get("/extensions?order=id").refused("Input Error - order: column 'id' was not found");
    }

    @Test
    void refusesAnExtensionWithoutWhatIsRequired() {
        api.post("/extensions", Json.body("enabled", 2))
                .refused(
                        "Input Error - exten: ['Missing data for required field.']",
                        "Input Error - context: ['Missing data for required field.']",
                        "Input Error - enabled: ['Not a valid boolean.']");
    }
}
