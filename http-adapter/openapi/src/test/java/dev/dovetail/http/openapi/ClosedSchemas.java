package dev.dovetail.http.openapi;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Holds bodies against the schemas of a document, in which no object may have a field that is not told. */
final class ClosedSchemas {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectNode document;

    ClosedSchemas(JsonNode document) {
        this.document = (ObjectNode) document.deepCopy();
        close(this.document.get("components").get("schemas"));
        close(this.document.get("paths"));
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
        node.forEach(ClosedSchemas::close);
    }

    /** Returns what is wrong with an answer. */
    List<String> answer(String method, String path, int status, JsonNode body) {
        JsonNode response =
                document.at("/paths").path(path).path(method).path("responses").path(Integer.toString(status));
        if (response.has("$ref")) {
            response = document.at(response.get("$ref").asString().substring(1));
        }
        return faults(response, body);
    }

    /** Returns what is wrong with the body of a request. */
    List<String> request(String method, String path, JsonNode body) {
        return faults(document.at("/paths").path(path).path(method).path("requestBody"), body);
    }

    private List<String> faults(JsonNode owner, JsonNode body) {
        JsonNode content = owner.path("content");
        if (content.isEmpty()) {
            return List.of("no content told");
        }
        ObjectNode schema = (ObjectNode) content.iterator().next().get("schema").deepCopy();
        schema.set("components", document.get("components"));
        return registry.getSchema(schema).validate(body).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /** Returns what is wrong with the schemas themselves. */
    static List<String> faultsOf(JsonNode document) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("$defs", document.at("/components/schemas"));
        return registry
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(all)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
