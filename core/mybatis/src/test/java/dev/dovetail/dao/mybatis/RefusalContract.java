package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.error.DovetailException;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says what becomes of values that a table of the application's own does not hold; run on both databases. */
abstract class RefusalContract {
    record Item(
            String code,
            @Nullable String title,
            @Nullable BigDecimal price,
            @Nullable Integer small,
            @Nullable Instant at) {
        static Item of(String code) {
            return new Item(code, null, null, null, null);
        }
    }

    static final Resource<Item, String> ITEMS =
            Resource.of(Item.class, Item::code).unique(Item::title).build();
    private static final CallContext CALL = CallContext.of(Scope.all());

    private final Dialect dialect;
    private TestDatabase database;
    private PluginRegistry registry;

    RefusalContract(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Refuses a title. */
    public static final class Guard implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
            if ("forbidden".equals(after[1])) {
                throw new SQLException("secret", "45000");
            }
        }
    }

    @BeforeEach
    void openDatabase() {
        database = TestDatabases.of(dialect);
    }

    @AfterEach
    void close() {
        if (registry != null) {
            registry.close();
        }
        database.close();
    }

    private CRUDService<Item, String> items(String title, String price) {
        database.run("create table items (code varchar(10) primary key, title " + title + " unique, price " + price
                + ", small smallint, at timestamp(3) with time zone,"
                + " constraint items_small_check check (small <> 13))");
        registry = PluginRegistry.on(
                        MyBatisStore.builder(database.dataSource()).build().createOutbox())
                .plugins(ResourcePlugin.of(ITEMS))
                .load();
        return registry.of(ITEMS);
    }

    private static void refuses(ThrowingCallable work, String... pathsAndCodes) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DovetailException.class, e -> {
            assertThat(e.violations())
                    .extracting(violation -> violation.path() + " " + violation.code())
                    .containsExactly(pathsAndCodes);
            assertThat(e.getMessage()).doesNotContain("secret", "insert");
        });
    }

    @Test
    void tellsEveryValueThatDoesNotFitItsColumn() {
        CRUDService<Item, String> items = items("varchar(5)", "numeric(5, 2)");

        refuses(
                () -> items.create(CALL, new Item("12345678901", "123456", new BigDecimal("1.234"), 40_000, null)),
                "code does-not-fit",
                "title does-not-fit",
                "price does-not-fit",
                "small does-not-fit");
        refuses(
                () -> items.create(CALL, new Item("a", null, new BigDecimal("1000"), null, null)),
                "price does-not-fit");
        assertThat(items.find(CALL, "a")).isEmpty();
    }

    @Test
    void answersWhatTheColumnsKeep() {
        CRUDService<Item, String> items = items("varchar(5)", "numeric(5, 2)");
        Instant at = Instant.parse("2026-11-24T10:11:12.123999999Z");

        Item created = items.create(CALL, new Item("a", "12345", new BigDecimal("1.5"), null, at));

        assertThat(created.price()).isEqualTo(new BigDecimal("1.50"));
        assertThat(created.at()).isEqualTo(Instant.parse("2026-11-24T10:11:12.123Z"));
        assertThat(items.get(CALL, "a")).isEqualTo(created);
    }

    @Test
    void tellsWhatACheckRefuses() {
        CRUDService<Item, String> items = items("varchar(20)", "numeric(5, 2)");

        refuses(() -> items.create(CALL, new Item("a", null, null, 13, null)), "small check");
    }

    @Test
    void tellsWhatATriggerRefusesWithoutItsWords() {
        CRUDService<Item, String> items = items("varchar(20)", "numeric(5, 2)");
        if (dialect == Dialect.H2) {
            database.run(
                    "create trigger guard before insert on items for each row call '" + Guard.class.getName() + "'");
        } else {
            database.run(
                    "create function guard() returns trigger language plpgsql as $$ begin if new.title = 'forbidden'"
                            + " then raise exception 'secret'; end if; return new; end $$",
                    "create trigger guard before insert on items for each row execute function guard()");
        }

        refuses(() -> items.create(CALL, new Item("a", "forbidden", null, null, null)), " not-permitted");
        assertThat(items.create(CALL, Item.of("b")).code()).isEqualTo("b");
    }

    /** PostgreSQL's indexes hold 2,704 bytes; that looked like a failure of the database. */
    @Test
    void takesOrRefusesLongTextsInIndexes() {
        CRUDService<Item, String> items = items("varchar", "numeric(5, 2)");
        StringBuilder text = new StringBuilder();
        new Random(1).ints(10_000, 'a', 0x1000).forEach(text::appendCodePoint);
        Item item = new Item("a", text.toString(), null, null, null);

        if (dialect == Dialect.H2) {
            assertThat(items.create(CALL, item)).isEqualTo(item);
        } else {
            refuses(() -> items.create(CALL, item), "title does-not-fit");
        }
    }

    @Test
    void refusesColumnsThatChangeValuesAtTheLoad() {
        assertThatThrownBy(() -> items("char(20)", dialect == Dialect.H2 ? "numeric" : "double precision"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("column title: pads texts")
                .hasMessageContaining("column price: keeps no d");
    }
}
