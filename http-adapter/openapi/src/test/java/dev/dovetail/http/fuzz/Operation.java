package dev.dovetail.http.fuzz;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Is one operation of a document.
 *
 * @param path with parameters in braces
 * @param body the schema of its body; null if it has none
 * @param mediaType of the body
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        @Nullable JsonNode body,
        @Nullable String mediaType) {

    /**
     * Is a parameter of an operation.
     *
     * @param in query, path or header
     */
    record Parameter(String name, String in, JsonNode schema) {}

    static Operation of(Schemas schemas, String method, String path, JsonNode pathItem, JsonNode operation) {
        List<Parameter> parameters = schemas.parameters(pathItem.path("parameters"), operation.path("parameters"));
        JsonNode content = schemas.resolved(operation.path("requestBody")).path("content");
        String type = content.propertyNames().stream().findFirst().orElse(null);
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                type == null ? null : content.path(type).path("schema"),
                type);
    }

    boolean reads() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
