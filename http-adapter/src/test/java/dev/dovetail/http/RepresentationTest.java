package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.Team;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.validation.InputValidator;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepresentationTest {
    private final PluginRegistry registry =
            PluginRegistry.on(MemoryStore.create()).plugins(Sample.plugins()).load();
    private final Json json = new Json(false);
    private final Representation<Team> loud = Representation.of(Sample.TEAMS)
            .computed("title", team -> team.title() + "!")
            .build(InputValidator.of(Sample.TEAMS));

    private Rendering rendering() {
        return new Rendering(CallContext.of(Scope.all()), "", registry.lookups());
    }

    private String written(Json json, Representation<Team> representation, Team team) {
        return new String(json.write(out -> representation.write(team, rendering(), out)), StandardCharsets.UTF_8);
    }

    @Test
    void readsAColumnThatAPartWrites() {
        Team team = loud.read(json.parse("{\"code\": \"a\", \"title\": \"A\"}".getBytes(StandardCharsets.UTF_8)), true)
                .toCreate();
        assertThat(team.title()).isEqualTo("A");
        assertThat(written(json, loud, team)).isEqualTo("{\"code\":\"a\",\"tenant\":null,\"title\":\"A!\"}");
        assertThat(written(json, loud.only(Set.of("title")), team)).isEqualTo("{\"title\":\"A!\"}");
        assertThat(written(json, loud.only(Set.of("code")), team)).isEqualTo("{\"code\":\"a\"}");
    }
}
