package dev.dovetail.http.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes trees as YAML; apart from the rest, which does not need the library for it. */
final class Yaml {
    private Yaml() {}

    static byte[] of(JsonNode tree) {
        return YAMLMapper.builder()
                .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build()
                .writeValueAsBytes(tree);
    }
}
