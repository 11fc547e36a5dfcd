package dev.dovetail.examples.telephony.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks what resources have in common that belong to a tenant, are found by an id, and whose events tell that.
 *
 * @param path of the collection
 * @param name in errors
 * @param event what the names of events start with
 * @param least makes a body with what is required and nothing else
 */
public record PlainResource(Node node, String path, String name, String event, Supplier<ObjectNode> least) {
    /** Returns a new object, with more fields. */
    public JsonNode create(Client by, Object... namesAndValues) {
        return by.post(path, Json.with(least.get(), namesAndValues)).created();
    }

    /** Returns the path of an object. */
    public String item(JsonNode of) {
        return path + "/" + of.get("id");
    }

    /** Returns an object as it is now. */
    public JsonNode now(Client by, JsonNode of) {
        return by.get(item(of)).found();
    }

    /** Checks the answer to the creation of the least that can be: what was given, these fields, the links. */
    public void showsANewOne(Client by, UUID tenant, String rel, Object... namesAndValues) {
        ObjectNode given = least.get();
        Reply reply = by.post(path, given);
        JsonNode created = reply.created();
        String url = by.url(item(created));
        ObjectNode shown = Json.with(given, "id", created.get("id"), "tenant_uuid", tenant.toString());
        shown.setAll(Json.body(namesAndValues));
        assertThat(created).isEqualTo(Json.with(shown, "links", List.of(Json.body("rel", rel, "href", url))));
        assertThat(reply.header("location")).isEqualTo(url);
        assertThat(now(by, created)).isEqualTo(created);
        assertThat(by.get(path + "?id=" + created.get("id")).items()).containsExactly(created);
    }

    /** Checks the event, and before it the reloads, of a creation, an edit that changes nothing, and a deletion. */
    public void tellsOfChanges(Client by, UUID tenant, String... reloads) {
        List<JsonNode> made = new ArrayList<>();
        List<String> created = node.heard(() -> made.add(create(by)));
        ObjectNode data = Json.body("id", made.get(0).get("id"));
        String item = item(made.get(0));
        assertThat(created).isEqualTo(heard(Journal.event(event + "_created", tenant, data), reloads));
        assertThat(node.heard(() -> by.put(item, Json.body()).done()))
                .isEqualTo(heard(Journal.event(event + "_edited", tenant, data), reloads));
        assertThat(node.heard(() -> by.delete(item).done()))
                .isEqualTo(heard(Journal.event(event + "_deleted", tenant, data), reloads));
    }

    private static List<String> heard(String event, String... reloads) {
        return reloads.length == 0 ? List.of(event) : List.of(Journal.reload(reloads), event);
    }

    /** Checks that what is unknown, or an unrelated tenant's, is not found. */
    public void doesNotKnowOthers(Client by, Client stranger) {
        JsonNode foreign = create(stranger);
        for (String id : List.of("2000000001", foreign.get("id").toString())) {
            String text = "Resource Not Found - " + name + " was not found ('id': " + id + ")";
            by.get(path + "/" + id).refused(404, text);
            by.put(path + "/" + id, Json.body()).refused(404, text);
            by.delete(path + "/" + id).refused(404, text);
        }
        assertThat(now(stranger, foreign)).isEqualTo(foreign);
        assertThat(by.get(path + "/x").status()).isEqualTo(404);
    }

    /**
     * Checks that what is read-only or unknown in a body is passed over, and that a body is taken back as it was shown.
     */
    public void ignoresReadOnlyFields(Client by, String... fields) {
        JsonNode one = create(by);
        ObjectNode body = Json.body("id", "x", "tenant_uuid", 1, "links", 1, "nothing_like_it", List.of(1));
        Arrays.stream(fields).forEach(field -> body.put(field, "x"));
        by.put(item(one), body).done();
        by.put(item(one), one).done();
        assertThat(now(by, one)).isEqualTo(one);
    }

    /** Checks that a value that one object has is refused to others, in a creation and, if so, in an edit. */
    public void refusesTaken(Client holder, Client by, String field, boolean inEdits) {
        JsonNode taken = create(holder);
        JsonNode other = create(by);
        String value = taken.get(field).stringValue();
        String text = "Resource Error - " + name + " already exists ('" + field + "': '" + value + "')";
        ObjectNode same = Json.body(field, value);
        assertThat(node.heard(() -> {
                    by.post(path, Json.with(least.get(), field, value)).refused(text);
                    if (inEdits) {
                        by.put(item(other), same).refused(text);
                    }
                }))
                .isEmpty();
        assertThat(now(by, other)).isEqualTo(other);
        holder.put(item(taken), same).done();
    }
}
