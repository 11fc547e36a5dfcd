package dev.dovetail.examples.telephony.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.examples.telephony.coverage.Evidence;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Is an answer of the server.
 *
 * @param request what was asked, for messages
 */
public record Reply(String request, HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Returns the object created. */
    public JsonNode created() {
        return json(201);
    }

    /** Returns what was found. */
    public JsonNode found() {
        return json(200);
    }

    /** Returns the list found. */
    public List<JsonNode> items() {
        return found().get("items").valueStream().toList();
    }

    /** Returns one field of each of the items. */
    public List<String> items(String field) {
        return items().stream().map(item -> item.get(field).asString()).toList();
    }

    /** Asserts that it is 204 without a body. */
    public void done() {
        assertThat(status()).as("%s: %s", request, body()).isEqualTo(204);
        assertThat(body()).as(request).isEmpty();
    }

    /** Asserts that it is a list of these texts. */
    public void refused(int status, String... texts) {
        JsonNode list = json(status);
        assertThat(list.isArray()).as(request).isTrue();
        assertThat(list.valueStream().map(JsonNode::stringValue)).as(request).containsExactly(texts);
        Evidence.current().refused(texts);
    }

    /** Asserts that it is 400 with these texts. */
    public void refused(String... texts) {
        refused(400, texts);
    }

    private JsonNode json(int status) {
        assertThat(status()).as("%s: %s", request, body()).isEqualTo(status);
        assertThat(header("content-type")).as(request).startsWith("application/json");
        assertThat(body()).as(request).endsWith("\n");
        return JsonMapper.shared().readTree(body());
    }
}
