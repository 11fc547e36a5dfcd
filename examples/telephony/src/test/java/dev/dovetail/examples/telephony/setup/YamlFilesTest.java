package dev.dovetail.examples.telephony.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFilesTest {
    @Test
    void keepsTypesAndLines() {
        Yaml yaml = YamlFiles.parse("f.yaml", """
                # a comment
                port: 9486
                contexts:
                  - {name: default, enabled: true, note: null,
                     user_ranges: [{start: '1000', end: "1999"}]}
                """);
        assertThat(yaml.json().toString())
                .isEqualTo("{\"port\":9486,\"contexts\":[{\"name\":\"default\",\"enabled\":true,\"note\":null,"
                        + "\"user_ranges\":[{\"start\":\"1000\",\"end\":\"1999\"}]}]}");
        assertThat(yaml.field("port").orElseThrow().line()).isEqualTo(2);
        assertThat(yaml.at(List.of("contexts", 0)).line()).isEqualTo(4);
        assertThat(yaml.at(List.of("contexts", 0, "user_ranges", 0, "start")).line())
                .isEqualTo(5);
        assertThat(yaml.at(List.of("contexts", 0, "missing")).line()).isEqualTo(4);
    }

    @Test
    void refusesMistakesWithTheirLine() {
        assertThatThrownBy(() -> YamlFiles.parse("f.yaml", "a: 1\nb: [\n"))
                .isInstanceOf(SetupException.class)
                .hasMessageStartingWith("f.yaml, line ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> YamlFiles.parse("f.yaml", "a: 1\na: 2\n"))
                .hasMessage("f.yaml, line 2: key 'a' comes twice");
        assertThatThrownBy(() -> YamlFiles.parse("f.yaml", "- a\n"))
                .hasMessage("f.yaml, line 1: expected keys with values");
        assertThatThrownBy(() -> YamlFiles.read(Path.of("no-such-file.yaml")))
                .isInstanceOf(SetupException.class)
                .hasMessage("file no-such-file.yaml: not found");
        assertThatThrownBy(() -> YamlFiles.parse("f.yaml", "a: &x [*x]\n")).isInstanceOf(SetupException.class);
    }

    @Test
    void takesAnEmptyFile() {
        assertThat(YamlFiles.parse("f.yaml", "# nothing\n").fields()).isEmpty();
    }
}
