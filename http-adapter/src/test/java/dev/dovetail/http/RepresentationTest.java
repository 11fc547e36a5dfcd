package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.http.json.Body;
import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.Part;
import dev.dovetail.http.json.Rendering;
import dev.dovetail.http.json.Representation;
import dev.dovetail.http.json.Schema;
import dev.dovetail.http.sample.Sample;
import dev.dovetail.http.sample.Team;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.validation.InputValidator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepresentationTest {
    private static final CallContext CALL = CallContext.of(Scope.all());
    private static final InputValidator<Team> INPUT = InputValidator.of(Sample.TEAMS);
    private static final Team TEAM = new Team("a", null, "A");

    private final PluginRegistry registry =
            PluginRegistry.on(MemoryStore.create()).plugins(Sample.plugins()).load();
    private final Json json = new Json(false);
    private final Representation<Team> loud = Representation.of(Sample.TEAMS)
            .computed("title", team -> team.title() + "!")
            .build(INPUT);

    private Rendering rendering() {
        return new Rendering(CALL, "", registry.lookups());
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

    private Representation.Builder<Team> teams() {
        return Representation.of(Sample.TEAMS);
    }

    private String written(Representation.Builder<Team> shape) {
        return written(json, shape.build(INPUT), TEAM);
    }

    private Body<Team> read(Representation.Builder<Team> shape, String body) {
        return shape.build(INPUT).read(json.parse(body.getBytes(StandardCharsets.UTF_8)), false);
    }

    @Test
    void showsNothingButWhatIsShownAgain() {
        assertThat(written(teams().hideAll())).isEqualTo("{}");
        assertThat(written(teams().hideAll().show(Team::title).computed("loud", team -> team.title() + "!")))
                .isEqualTo("{\"title\":\"A\",\"loud\":\"A!\"}");
        assertThat(written(teams().hide(Team::tenant))).isEqualTo("{\"code\":\"a\",\"title\":\"A\"}");
    }

    @Test
    void showsMembersOfOneObjectFromSeveralParts() {
        assertThat(written(teams().hideAll()
                        .part("links", "up", Part.nothing())
                        .computed("size", team -> 1)
                        .part("links", "down", Part.emptyList())))
                .isEqualTo("{\"links\":{\"up\":null,\"down\":[]},\"size\":1}");
    }

    @Test
    void addsToAShortForm() {
        assertThat(written(json, loud.only(Set.of("code"), more -> more.computed("size", team -> 1)), TEAM))
                .isEqualTo("{\"code\":\"a\",\"size\":1}");
        assertThatThrownBy(() -> loud.only(Set.of("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown [none]");
    }

    @Test
    void showsDerivedValuesOfAWholePage() {
        registry.unitOfWork().run(CALL, () -> {
            registry.dao(Sample.TEAMS).create(TEAM);
            registry.dao(Sample.TEAMS).create(new Team("b", null, "B"));
            registry.dao(Sample.TEAMS).create(new Team("c", null, "C"));
        });
        Column<Team, String> tenant = Sample.TEAMS.column(Team::tenant);
        Derived<Team, String> above = Derived.found(
                "above",
                String.class,
                () -> Derivation.reference(
                        tenant,
                        Sample.TEAMS,
                        Sample.TEAMS.column(Team::code),
                        Derivation.of(Sample.TEAMS.column(Team::title))));
        Representation<Team> shown = teams().hideAll()
                .derived("above", above)
                .derived("size", above, title -> title == null ? 0 : title.length())
                .build(INPUT);
        List<Team> page = List.of(new Team("x", "b", ""), new Team("y", null, ""), new Team("z", "a", ""));
        Part.Writer<Team> writer = shown.prepare(page, rendering());
        byte[] all = json.write(out -> {
            out.writeStartArray();
            page.forEach(team -> writer.write(team, out));
            out.writeEndArray();
        });
        assertThat(new String(all, StandardCharsets.UTF_8))
                .isEqualTo("[{\"above\":\"B\",\"size\":1},{\"above\":null,\"size\":0},{\"above\":\"A\",\"size\":1}]");
    }

    @Test
    void writesPartsThatAreGivenInsteadOfPreparingThem() {
        Representation<Team> shown = teams().hideAll()
                .part("given", (page, rendering) -> {
                    throw new IllegalStateException("prepared");
                })
                .computed("own", Team::title)
                .build(INPUT);
        byte[] bytes = json.write(out -> shown.write(TEAM, Map.of("given", "[1]", "none", "2"), rendering(), out));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"given\":[1],\"own\":\"A\"}");
    }

    @Test
    void writesAFieldOfCreationsOnlyWhereItIsGiven() {
        Representation<Team> shown = teams().hideAll()
                .shownOnCreation("login", Schema.string())
                .computed("own", Team::title)
                .build(INPUT);
        byte[] created = json.write(out -> shown.write(TEAM, Map.of("login", "\"a\""), rendering(), out));
        assertThat(new String(created, StandardCharsets.UTF_8)).isEqualTo("{\"own\":\"A\",\"login\":\"a\"}");
        assertThat(written(json, shown, TEAM)).isEqualTo("{\"own\":\"A\"}");
        assertThat(properties(shown.createdSchema())).containsExactlyInAnyOrder("own", "login");
        assertThat(properties(shown.schema())).containsExactly("own");
    }

    private static Set<Object> properties(Schema schema) {
        Schema whole = schema.shared().orElseThrow().content().get();
        return Set.copyOf(((Map<?, ?>) whole.keywords().get("properties")).keySet());
    }

    @Test
    void readsAnInputInItsOwnWay() {
        Input<Integer> size = Input.of("size", Integer.class)
                .reading((node, type, reading) ->
                        node.isString() ? node.stringValue().length() : reading.wrongType("string"));
        Body<Team> body = read(teams().input(size), "{\"size\": \"abc\", \"title\": \"T\"}");
        assertThat(body.gives(size)).isTrue();
        assertThat(body.value(size)).isEqualTo(3);
        assertThat(body.value(Sample.TEAMS.column(Team::title))).isEqualTo("T");
        assertThat(body.gives(Sample.TEAMS.column(Team::code))).isFalse();
        assertThat(body.key()).isEmpty();
        assertThat(read(teams().input(size), "{\"size\": 3}").violations())
                .extracting(violation -> violation.path() + " " + violation.code())
                .containsExactly("size type");
        assertThat(read(teams().input(size), "{}").gives(size)).isFalse();
        Body<Team> none = read(teams().input(size.orNull()), "{\"size\": null}");
        assertThat(none.gives(size.orNull())).isTrue();
    }
}
