package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Naming;
import dev.dovetail.http.sample.Answer;
import dev.dovetail.http.sample.SampleServer;
import dev.dovetail.http.sample.Stores;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.plugin.LegacyAssociationPlugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Says how what links carry is read and shown. */
@ParameterizedClass(name = "{0}")
@EnumSource(Stores.class)
class LinkAttributesHttpTest {
    record Queue(int id, String name) {}

    record Agent(int id, String number) {}

    record Member(
            @Min(0) @Max(99) int penalty,
            @Min(0) int ringOrder,
            @Nullable @Size(max = 4) String note) {}

    private static final Resource<Queue, Integer> QUEUES =
            Resource.of(Queue.class, Queue::id).generatedKey().build();
    private static final Resource<Agent, Integer> AGENTS =
            Resource.of(Agent.class, Agent::id).generatedKey().build();
    private static final Attributes<Member> MEMBER = Attributes.byPlace(
                    Member.class, place -> new Member(1, place, null))
            .sortedBy(Member::ringOrder);
    private static final Association<Queue, Integer, Agent, Integer> MEMBERS = Association.between(QUEUES, AGENTS)
            .name("queue_member")
            .attributes(MEMBER)
            .build();
    private static final EventType<String> TOLD = new EventType<>("told", String.class);

    @Parameter
    Stores store;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private boolean namedByNumber;
    private boolean bodiesWithoutAttributes;
    private SampleServer server;

    private final class Members implements LegacyAssociationPlugin<Queue, Integer, Agent, Integer>, HttpPlugin {
        @Override
        public Association<Queue, Integer, Agent, Integer> association() {
            return MEMBERS;
        }

        @Override
        public AssociationNotifier<Queue, Agent> notifier(Services services) {
            return AssociationNotifier.<Queue, Agent>builder()
                    .associated(link -> TOLD.of(link.right().number() + " "
                            + link.attributes(MEMBER).penalty()))
                    .build();
        }

        @Override
        public void represent(Representations all) {
            all.shape(QUEUES).part("members", all.rights(MEMBERS, all.only(AGENTS, "number"), MEMBER));
            all.shape(AGENTS).part("queues", all.lefts(MEMBERS, all.only(QUEUES, "name"), MEMBER, "penalty"));
        }

        @Override
        public void route(Routes routes) {
            AssociationRoutes<Queue, Integer, Agent, Integer> links = routes.association(MEMBERS)
                    .path("/queues", "/members")
                    .methods(
                            AssociationRoutes.Method.ASSOCIATE,
                            AssociationRoutes.Method.DISSOCIATE,
                            AssociationRoutes.Method.REPLACE,
                            AssociationRoutes.Method.LIST);
            if (bodiesWithoutAttributes) {
                links.bodiesWithoutAttributes();
            }
            if (namedByNumber) {
                links.rightsNamedBy(AGENTS.column(Agent::number));
            }
            links.add();
        }
    }

    private void serve(ApiStyle style) {
        server = SampleServer.start(
                store,
                registry -> registry.plugins(ResourcePlugin.of(QUEUES), ResourcePlugin.of(AGENTS), new Members())
                        .listener(event -> heard.add(event.data(TOLD))),
                api -> api.style(style));
        server.post("/queues", "{\"name\": \"sales\"}");
        for (String number : List.of("100", "101", "102")) {
            server.post("/agents", "{\"number\": \"" + number + "\"}");
        }
    }

    @BeforeEach
    void serve() {
        serve(ApiStyle.standard());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer put(String path, String body) {
        return server.put(path, body.replace('\'', '"'));
    }

    private String members() {
        return server.get("/queues/1").json().get("members").toString().replace("\"", "");
    }

    @Test
    void takesAttributesOfOneLink() {
        assertThat(put("/queues/1/members/2", "{'penalty': 7, 'note': 'x'}").status())
                .isEqualTo(204);
        assertThat(members()).isEqualTo("[{number:101,penalty:7,ringOrder:0,note:x}]");

        assertThat(put("/queues/1/members/2", "{'ringOrder': 3}").status()).isEqualTo(204);
        assertThat(members()).isEqualTo("[{number:101,penalty:7,ringOrder:3,note:x}]");

        assertThat(put("/queues/1/members/2", "{'note': null}").status()).isEqualTo(204);
        assertThat(members()).isEqualTo("[{number:101,penalty:7,ringOrder:3,note:null}]");
        assertThat(server.delete("/queues/1/members/2").status()).isEqualTo(204);
        assertThat(members()).isEqualTo("[]");
    }

    @Test
    void needsNoBody() {
        assertThat(put("/queues/1/members/2", "").status()).isEqualTo(204);
        assertThat(put("/queues/1/members/3", "{}").status()).isEqualTo(204);
        assertThat(members())
                .isEqualTo(
                        "[{number:101,penalty:1,ringOrder:0,note:null},{number:102,penalty:1,ringOrder:0,note:null}]");
        put("/queues/1/members/3", "{'penalty': 5}");
        heard.clear();
        assertThat(put("/queues/1/members/3", "").status()).isEqualTo(204);
        assertThat(members()).contains("{number:102,penalty:5,ringOrder:0,note:null}");
        assertThat(heard).isEmpty();
    }

    @Test
    void mayTakeTheDefaultsForWhatIsAbsent() {
        server.close();
        serve(new ApiStyle() {
            @Override
            public boolean absentMeansDefault(Association<?, ?, ?, ?> association) {
                return association == MEMBERS;
            }
        });
        put("/queues/1/members/2", "{'penalty': 7, 'note': 'x'}");
        assertThat(put("/queues/1/members/2", "{'ringOrder': 3}").status()).isEqualTo(204);
        assertThat(members()).isEqualTo("[{number:101,penalty:1,ringOrder:3,note:null}]");
    }

    @Test
    void replacesAListWithAttributes() {
        assertThat(put("/queues/1/members", "{'members': [{'id': 3}, {'id': 1, 'penalty': 9}]}")
                        .status())
                .isEqualTo(204);
        assertThat(members())
                .isEqualTo(
                        "[{number:102,penalty:1,ringOrder:0,note:null},{number:100,penalty:9,ringOrder:1,note:null}]");
        assertThat(heard).containsExactly("102 1", "100 9");
        heard.clear();

        assertThat(put("/queues/1/members", "{'members': [{'id': 1, 'penalty': 8}, {'id': 3, 'ringOrder': 0}]}")
                        .status())
                .isEqualTo(204);
        assertThat(members())
                .isEqualTo(
                        "[{number:102,penalty:1,ringOrder:0,note:null},{number:100,penalty:8,ringOrder:0,note:null}]");
        assertThat(heard).containsExactly("100 8");
        assertThat(put("/queues/1/members", "{'members': []}").status()).isEqualTo(204);
        assertThat(members()).isEqualTo("[]");
    }

    @Test
    void showsAttributesInListsAndOnBothSides() {
        put("/queues/1/members", "{'members': [{'id': 3, 'penalty': 4}, {'id': 1, 'note': 'n'}]}");

        assertThat(server.get("/queues/1/members").body().replace("\"", ""))
                .isEqualTo(
                        "{total:2,items:[{id:3,number:102,queues:[{name:sales,penalty:4}],penalty:4,ringOrder:0,note:null},"
                                + "{id:1,number:100,queues:[{name:sales,penalty:1}],penalty:1,ringOrder:1,note:n}]}");
        assertThat(server.get("/agents/3").json().get("queues").toString())
                .isEqualTo("[{\"name\":\"sales\",\"penalty\":4}]");
        assertThat(server.get("/agents/2").json().get("queues").toString()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'penalty': -1, 'note': 'longer'}; /penalty min, /note size",
                "{'penalty': 'x', 'note': 'longer'}; /penalty type, /note size",
                "{'penalty': null}; /penalty null",
                "[]; type"
            })
    void tellsEverythingThatIsWrongWithOneLink(String body, String expected) {
        Answer answer = put("/queues/1/members/2", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(String.join(", ", answer.violations())).isEqualTo(expected);
        assertThat(members()).isEqualTo("[]");
        assertThat(put("/queues/9/members/2", body).status()).isEqualTo(404);
        assertThat(put("/queues/1/members/9", body).status()).isEqualTo(404);
    }

    @Test
    void tellsTheElementThatIsWrong() {
        Answer answer = put(
                "/queues/1/members",
                "{'members': [{'id': 1}, {'id': 2, 'penalty': 100}, {'penalty': 'x'}, {'id': 3, 'note': 1, 'ringOrder': -1}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .containsExactly(
                        "/members/1/penalty max",
                        "/members/2/id required",
                        "/members/2/penalty type",
                        "/members/3/ringOrder min",
                        "/members/3/note type");
        assertThat(members()).isEqualTo("[]");
        assertThat(put("/queues/9/members", "{'members': [{'id': 2, 'penalty': 100}]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void mayNameWhatItListsByAnotherColumnThanTheKey() {
        server.close();
        namedByNumber = true;
        serve(ApiStyle.standard());
        assertThat(put("/queues/1/members", "{'members': [{'number': '102', 'penalty': 3}, {'number': '100'}]}")
                        .status())
                .isEqualTo(204);
        String both = "[{number:102,penalty:3,ringOrder:0,note:null},{number:100,penalty:1,ringOrder:1,note:null}]";
        assertThat(members()).isEqualTo(both);

        Answer unknown = put("/queues/1/members", "{'members': [{'number': '101'}, {'number': 'x'}, {'number': 'y'}]}");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.violations()).containsExactly("/members reference-not-found");
        assertThat(unknown.body()).contains("\"number\":\"x\"");
        Answer unsound = put("/queues/1/members", "{'members': [{'id': 1}, {'number': 1, 'penalty': -1}]}");
        assertThat(unsound.violations())
                .containsExactly("/members/0/number required", "/members/1/number type", "/members/1/penalty min");
        assertThat(put("/queues/9/members", "{'members': [{'number': 'x'}]}").status())
                .isEqualTo(404);
        assertThat(members()).isEqualTo(both);
    }

    @Test
    void mayTakeNoAttributesFromBodies() {
        server.close();
        bodiesWithoutAttributes = true;
        serve(ApiStyle.standard());
        put("/queues/1/members", "{'members': [{'id': 3, 'penalty': 7}]}");
        server.registry().of(MEMBERS).associate(CallContext.of(Scope.all()), 1, 3, new Member(5, 0, "n"));
        put("/queues/1/members", "{'members': [{'id': 1, 'penalty': 'x'}, {'id': 3, 'penalty': 7}]}");
        put("/queues/1/members/3", "{'penalty': 8}");
        assertThat(members())
                .isEqualTo("[{number:102,penalty:5,ringOrder:0,note:n},{number:100,penalty:1,ringOrder:0,note:null}]");
    }

    @Test
    void ignoresUnknownFieldsAsEverywhere() {
        assertThat(put("/queues/1/members/2", "{'unheard': 1, 'penalty': 2}").status())
                .isEqualTo(204);
        assertThat(members()).contains("penalty:2");
    }

    @Test
    void refusesToShowWhatThereIsNot() {
        Representations all = new Representations(server.registry(), Naming.CAMEL_CASE, JsonTypes.strict());
        assertThatThrownBy(() -> all.lefts(MEMBERS, all.full(QUEUES), MEMBER, "weight"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attributes of Member: unknown [weight]");
        Attributes<Member> others = Attributes.of(Member.class, new Member(1, 1, null));
        assertThatThrownBy(() -> all.rights(MEMBERS, all.full(AGENTS), others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("association queue_member: Member are not its attributes");
    }
}
