package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.AssociationService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.operation.Linked;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts statements: however many links there are, one for each kind of change. Run on both databases. */
abstract class LinkStatementContract {
    record Queue(Integer id, String name) {}

    record Agent(Integer id, String name) {}

    record Member(int penalty) {}

    private static final Resource<Queue, Integer> QUEUES =
            Resource.of(Queue.class, Queue::id).generatedKey().build();
    private static final Resource<Agent, Integer> AGENTS =
            Resource.of(Agent.class, Agent::id).generatedKey().build();
    private static final Attributes<Member> MEMBER = Attributes.of(Member.class, new Member(0));
    private static final Association<Queue, Integer, Agent, Integer> MEMBERS = Association.between(QUEUES, AGENTS)
            .name("member")
            .ordered()
            .attributes(MEMBER)
            .onDeleteLeft(OnDelete.UNLINK)
            .onDeleteRight(OnDelete.UNLINK)
            .build();
    private static final Association<Queue, Integer, Agent, Integer> LEADERS = Association.between(QUEUES, AGENTS)
            .name("leader")
            .lowestSucceeds()
            .onDeleteRight(OnDelete.UNLINK)
            .onDeleteLeft(OnDelete.UNLINK)
            .build();
    private static final CallContext CALL = CallContext.of(Scope.all());
    private static final int MANY = 100;

    private final Dialect dialect;
    private TestDatabase database;
    private CountingDataSource counted;
    private PluginRegistry registry;
    private AssociationService<Queue, Integer, Agent, Integer> members;
    private AssociationService<Queue, Integer, Agent, Integer> leaders;
    private int queue;
    private final List<Integer> agents = new ArrayList<>();

    LinkStatementContract(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void open() {
        database = TestDatabases.of(dialect);
        SqlStores.create(database, List.of(QUEUES, AGENTS), List.of(MEMBERS, LEADERS));
        counted = new CountingDataSource(database.dataSource());
        MyBatisStore store = MyBatisStore.builder(counted)
                .codec(JacksonCodec.create())
                .dialect(dialect)
                .build()
                .createOutbox();
        registry = PluginRegistry.on(store)
                .plugins(
                        ResourcePlugin.of(QUEUES),
                        ResourcePlugin.of(AGENTS),
                        AssociationPlugin.of(MEMBERS),
                        AssociationPlugin.of(LEADERS))
                .load();
        members = registry.of(MEMBERS);
        leaders = registry.of(LEADERS);
        queue = queue("sales");
        agents.addAll(have(2 * MANY));
    }

    @AfterEach
    void close() {
        registry.close();
        database.close();
    }

    private int queue(String name) {
        return registry.of(QUEUES).create(CALL, new Queue(null, name)).id();
    }

    private static List<Linked<Integer, Member>> all(Collection<Integer> agents, IntFunction<Member> member) {
        return agents.stream()
                .map(agent -> new Linked<>(agent, member.apply(agent)))
                .toList();
    }

    private List<String> replacing(List<Linked<Integer, Member>> wanted) {
        return counted.during(() -> members.associateAll(CALL, queue, MEMBER, wanted));
    }

    private void isStored(List<Linked<Integer, Member>> wanted) {
        assertThat(members.rights(CALL, queue, MEMBER))
                .extracting(each -> new Linked<>(each.value().id(), each.attributes()))
                .isEqualTo(wanted);
    }

    @Test
    void replacesASetOfManyByOneStatementPerKindOfChange() {
        List<Integer> first = agents.subList(0, MANY);
        List<Linked<Integer, Member>> wanted = all(first, Member::new);
        // both sides are locked, the links read before and after that, and once more by the DAO
        assertThat(replacing(wanted))
                .containsExactly("select", "select", "select", "select", "select", "insert", "commit");
        isStored(wanted);

        assertThat(replacing(wanted)).as("unchanged").containsExactly("select", "select", "select", "select", "commit");

        wanted = all(agents.subList(0, MANY + 1), Member::new);
        assertThat(replacing(wanted))
                .as("one added")
                .containsExactly("select", "select", "select", "select", "select", "insert", "commit");
        isStored(wanted);

        List<Integer> reversed = new ArrayList<>(agents.subList(0, MANY + 1));
        Collections.reverse(reversed);
        wanted = all(reversed, Member::new);
        assertThat(replacing(wanted))
                .as("reordered")
                .containsExactly("select", "select", "select", "select", "select", "update", "commit");
        isStored(wanted);

        wanted = all(reversed, agent -> new Member(agent + 1));
        assertThat(replacing(wanted))
                .as("attributes changed")
                .containsExactly("select", "select", "select", "select", "select", "update", "commit");
        isStored(wanted);

        wanted = all(agents.subList(MANY / 2, MANY + MANY / 2), Member::new);
        assertThat(replacing(wanted))
                .as("half replaced, all moved and changed")
                .containsExactly(
                        "select", "select", "select", "select", "select", "delete", "insert", "update", "commit");
        isStored(wanted);

        wanted = all(agents.subList(0, MANY / 2), Member::new);
        assertThat(replacing(wanted))
                .as("all replaced")
                .containsExactly("select", "select", "select", "select", "select", "delete", "insert", "commit");
        isStored(wanted);

        assertThat(counted.during(() -> registry.of(MEMBERS).associateAll(CALL, queue, List.of())))
                .containsExactly("select", "select", "select", "select", "select", "delete", "commit");
        isStored(List.of());
    }

    @Test
    void deletesASideWithManyLinksByOneStatementForThem() {
        members.associateAll(CALL, queue, MEMBER, all(agents.subList(0, MANY), Member::new));
        leaders.associateAll(CALL, queue, agents.subList(0, MANY));
        assertThat(counted.during(() -> registry.of(QUEUES).delete(CALL, queue)))
                .containsExactly("select", "select", "delete", "select", "delete", "delete", "commit");

        List<Integer> queues =
                IntStream.range(0, 20).map(i -> queue("q" + i)).boxed().toList();
        List<Integer> main = List.of(agents.get(5), agents.get(7), agents.get(6));
        queues.forEach(each -> leaders.associateAll(CALL, each, main));
        queues.forEach(each -> members.associateAll(CALL, each, MEMBER, all(main, Member::new)));
        assertThat(counted.during(() -> registry.of(AGENTS).delete(CALL, agents.get(5))))
                .as("another main one follows in each of the queues")
                .containsExactly(
                        "select", "select", "delete", "select", "select", "select", "delete", "update", "delete",
                        "commit");
        assertThat(leaders.rights(CALL, queues).values())
                .hasSize(20)
                .allSatisfy(
                        each -> assertThat(each).extracting(Agent::id).containsExactly(agents.get(6), agents.get(7)));
    }

    @Test
    void looksUpBothDirectionsForManyByOneStatement() {
        List<Integer> queues =
                IntStream.range(0, 20).map(i -> queue("q" + i)).boxed().toList();
        List<Integer> some = agents.subList(0, 50);
        queues.forEach(each -> members.associateAll(CALL, each, MEMBER, all(some, Member::new)));

        assertThat(counted.during(() -> assertThat(members.rights(CALL, queues)).hasSize(20)))
                .containsExactly("select");
        assertThat(counted.during(() -> assertThat(members.lefts(CALL, some)).hasSize(50)))
                .containsExactly("select");
        assertThat(members.lefts(CALL, some.get(3), MEMBER))
                .hasSize(20)
                .allSatisfy(each -> assertThat(each.attributes()).isEqualTo(new Member(some.get(3))));
    }

    @Test
    void replacesAVeryLargeSet() {
        int size = 12_000;
        List<Integer> many = have(size);
        members.associateAll(CALL, queue, MEMBER, all(many, Member::new));
        List<Integer> reversed = new ArrayList<>(many);
        Collections.reverse(reversed);
        List<Linked<Integer, Member>> wanted = all(reversed, agent -> new Member(-agent));
        assertThat(replacing(wanted).stream().filter("update"::equals)).hasSize(3);
        isStored(wanted);
        assertThat(replacing(List.of()).stream().filter("delete"::equals)).hasSize(1);
    }

    private List<Integer> have(int size) {
        database.run("insert into agents(name) select 'a' from "
                + (dialect == Dialect.H2 ? "system_range(1, " : "generate_series(1, ") + size + ")");
        return registry.of(AGENTS).search(CALL, Search.<Agent>all().limit(size)).items().stream()
                .map(Agent::id)
                .toList();
    }
}
