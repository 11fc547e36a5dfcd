package dev.dovetail.examples.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the file that the client is generated from the same as what the server tells: {@code -Ddovetail.write=true}.
 */
class DocumentTest {
    private static final Path FILE = Path.of("src/test/openapi/directory.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Test
    void clientIsGeneratedFromWhatTheServerTells() throws IOException {
        try (PluginRegistry registry = Directory.registry()) {
            JsonNode told = JSON.readTree(
                    Directory.DOCUMENT.document(Directory.api(registry)).toString());
            if (Boolean.getBoolean("dovetail.write")) {
                Files.writeString(FILE, JSON.writeValueAsString(told) + "\n");
            }
            assertThat(JSON.readTree(Files.readString(FILE))).isEqualTo(told);
        }
    }
}
