package dev.dovetail.http.fuzz;

import dev.dovetail.http.fuzz.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a document: its operations, and what its references lead to. */
final class Schemas {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;

    Schemas(JsonNode document) {
        this.document = document;
    }

    /** Returns what comes before all paths. */
    String base() {
        String url = document.at("/servers/0/url").asString("");
        return url.equals("/") ? "" : url;
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> all.add(Operation.of(
                                this, member.getKey(), path.getKey(), path.getValue(), member.getValue()))));
        return all;
    }

    List<Parameter> parameters(JsonNode... lists) {
        List<Parameter> all = new ArrayList<>();
        for (JsonNode list : lists) {
            list.forEach(each -> {
                JsonNode parameter = resolved(each);
                all.add(new Parameter(
                        parameter.path("name").asString(), parameter.path("in").asString(), parameter.path("schema")));
            });
        }
        return all;
    }

    /** Follows references. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            at = document.at(at.get("$ref").asString().substring(1));
        }
        return at;
    }
}
