package dev.dovetail.http.sample;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** Returns one field of every item of a page. */
    public List<String> items(String field) {
        List<String> values = new ArrayList<>();
        json().get("items").forEach(item -> values.add(item.get(field).asString()));
        return values;
    }

    public int total() {
        return json().get("total").asInt();
    }

    /** Returns the violations of a problem, each as {@code /pointer code}, in order. */
    public List<String> violations() {
        List<String> all = new ArrayList<>();
        json().get("violations").forEach(violation -> {
            String pointer = violation.has("pointer") ? violation.get("pointer").asString() + " " : "";
            all.add(pointer + violation.get("code").asString());
        });
        return all;
    }
}
