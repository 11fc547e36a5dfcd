package dev.dovetail.dao.compare;

import static dev.dovetail.dao.contract.StoreContract.DESK;
import static dev.dovetail.dao.contract.StoreContract.PEOPLE;
import static dev.dovetail.dao.contract.StoreContract.PERSON_ROOMS;
import static dev.dovetail.dao.contract.StoreContract.ROOMS;
import static dev.dovetail.dao.contract.StoreContract.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.contract.sql.TestSchema;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.dao.mybatis.Dialect;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.query.Criterion;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Drives the same random operations through every store at once: each has to answer as the others do. */
class StoresAgreeTest {
    private static final TestDatabase[] DATABASES = new TestDatabase[2];
    private static final World[] WORLDS = new World[2];

    @BeforeContainer
    static void open() {
        for (Dialect dialect : Dialect.values()) {
            TestDatabase database = TestDatabases.of(dialect);
            for (var resource : List.of(PEOPLE, ROOMS)) {
                database.run(TestSchema.of(resource, dialect).toArray(String[]::new));
            }
            for (var link : List.of(PERSON_ROOMS, ROUTE, DESK)) {
                database.run(TestSchema.of(link));
            }
            DATABASES[dialect.ordinal()] = database;
            WORLDS[dialect.ordinal()] = World.over(
                    dialect.name(),
                    MyBatisStore.builder(database.dataSource())
                            .codec(JacksonCodec.create())
                            .build()
                            .createOutbox());
        }
    }

    @AfterContainer
    static void close() {
        for (TestDatabase database : DATABASES) {
            database.close();
        }
    }

    private static World emptied(Dialect dialect) {
        TestDatabase database = DATABASES[dialect.ordinal()];
        database.run(
                "delete from " + PERSON_ROOMS.name(),
                "delete from " + ROUTE.name(),
                "delete from " + DESK.name(),
                "delete from people",
                "delete from rooms",
                "alter table people alter column id restart with 1");
        World world = WORLDS[dialect.ordinal()];
        world.created().clear();
        return world;
    }

    @Provide
    Arbitrary<List<Op>> sequences() {
        return Ops.sequences(25);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void answerAlike(@ForAll("sequences") List<Op> sequence) {
        compare(sequence);
    }

    @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
    @Tag("slow")
    void answerAlikeForLong(@ForAll("sequences") List<Op> sequence) {
        compare(sequence);
    }

    private static void compare(List<Op> sequence) {
        World memory = World.over("memory", MemoryStore.create());
        List<World> others = List.of(emptied(Dialect.H2), emptied(Dialect.POSTGRESQL));
        List<Op> all = new ArrayList<>(sequence);
        all.add(new Op.SearchPeople(Criterion.any(), "", false, List.of(), -1, 0));
        all.add(new Op.SearchRooms(""));
        for (Op op : all) {
            String expected = memory.answer(op);
            for (World other : others) {
                assertThat(other.answer(op)).as("%s on %s", op, other.name()).isEqualTo(expected);
            }
        }
    }
}
