package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.dao.contract.sql.TestSchema;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says how a SQL store checks its tables when plugins are loaded; run on both databases. */
abstract class StartContract {
    record Book(int id, String title) {}

    record Shelf(int id, String place) {}

    static final Derived<Book, Integer> LENGTH =
            Derived.of("titleLength", Integer.class, book -> book.title().length());
    static final Derived<Book, String> PLACE = Derived.found(
            "place",
            String.class,
            () -> Derivation.left(StartContract.ROWS, Derivation.of(StartContract.SHELVES.column(Shelf::place))));
    static final Resource<Book, Integer> BOOKS = Resource.of(Book.class, Book::id)
            .search(Book::title)
            .filterAlso(LENGTH)
            .sortAlso(PLACE)
            .build();
    static final Resource<Shelf, Integer> SHELVES =
            Resource.of(Shelf.class, Shelf::id).collection("shelves").build();
    static final Association<Shelf, Integer, Book, Integer> ROWS =
            Association.between(SHELVES, BOOKS).ordered().build();

    private final Dialect dialect;
    private final ConnectionTransactions ambient = ConnectionTransactions.create();
    private TestDatabase database;

    StartContract(Dialect dialect) {
        this.dialect = dialect;
    }

    @BeforeEach
    void makeTables() {
        database = TestDatabases.of(dialect);
        SqlStores.create(database, List.of(BOOKS, SHELVES), List.of(ROWS));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MyBatisStore store() {
        MyBatisStore store = MyBatisStore.builder(database.dataSource())
                .dialect(dialect)
                .ambient(ambient)
                .build();
        use(store);
        return store;
    }

    private static void use(Store store) {
        store.dao(BOOKS);
        store.dao(SHELVES);
        store.dao(ROWS);
    }

    private void load(Store store) {
        PluginRegistry.on(store)
                .plugins(ResourcePlugin.of(BOOKS), ResourcePlugin.of(SHELVES), AssociationPlugin.of(ROWS))
                .load();
    }

    @Test
    void asksForEachTableOnce() {
        CountingDataSource counted = new CountingDataSource(database.dataSource());
        MyBatisStore store = MyBatisStore.builder(counted).dialect(dialect).build();
        use(store);
        assertThat(counted.during(store::verify)).containsExactly("select", "select", "select");
    }

    /** A table that was made without position showed at the first link only, as a statement that was refused. */
    @Test
    void namesTheColumnThatIsMissing() {
        database.run("alter table shelf_book drop column position");
        assertThatThrownBy(() -> load(store()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(
                        "association shelf_book: table shelf_book: column position, since it is ordered: ")
                .hasMessageContaining(
                        dialect == Dialect.H2 ? "\"POSITION\" not found;\n" : "\"position\" does not exist;\n")
                .hasMessageEndingWith(
                        "create it, or tell the store's builder its name: table(..) of a resource, links(..) of an association");
    }

    record Place(int shelfHeight, String side) {}

    private static final Attributes<Place> PLACE_IN = Attributes.of(Place.class, new Place(0, ""));
    private static final Association<Shelf, Integer, Book, Integer> PLACES = Association.between(SHELVES, BOOKS)
            .name("place")
            .attributes(PLACE_IN)
            .build();

    @Test
    void namesTheAttributeThatIsMissing() {
        database.run(TestSchema.of(PLACES), "alter table place drop column shelf_height");
        MyBatisStore store = store();
        store.dao(PLACES);
        assertThatThrownBy(store::verify)
                .hasMessageContaining(
                        "association place: table place: column shelf_height, which keeps an attribute: ");

        database.run("alter table place add column height integer");
        MyBatisStore told = MyBatisStore.builder(database.dataSource())
                .dialect(dialect)
                .links(PLACES, names -> names.attribute(PLACE_IN.column(Place::shelfHeight), "height"))
                .build();
        told.dao(PLACES);
        assertThatCode(told::verify).doesNotThrowAnyException();

        MyBatisStore other = MyBatisStore.builder(database.dataSource())
                .dialect(dialect)
                .links(ROWS, names -> names.attribute(PLACE_IN.column(Place::shelfHeight), "height"))
                .build();
        assertThatThrownBy(() -> other.dao(ROWS))
                .hasMessage("Place.shelfHeight: not an attribute of the association of table shelf_book");
    }

    @Test
    void namesEverythingThatIsMissing() {
        database.run(
                "alter table books drop column title_length",
                "alter table books drop column search_text",
                "alter table shelf_book drop column id",
                "alter table shelves drop column place");
        assertThatThrownBy(() -> load(store()))
                .hasMessageContaining(
                        "resource Book: table books: column title_length, which keeps derived value titleLength: ")
                .hasMessageContaining(
                        "resource Book: table books: column search_text, which keeps the texts searched: ")
                .hasMessageContaining("resource Book: table books: derived value place: ")
                .hasMessageContaining("resource Shelf: table shelves: column place: ")
                .hasMessageContaining(
                        "association shelf_book: table shelf_book: column id, which keeps the order of linking: ");
    }

    @Test
    void namesTheTableThatIsMissing() {
        database.run("drop table shelf_book");
        assertThatThrownBy(() -> load(store()))
                .hasMessageContaining("association shelf_book: table shelf_book: ")
                .hasMessageContaining("resource Book: table books: derived value place: ")
                .hasMessageNotContaining("resource Shelf");
    }

    @Test
    void checksWhatIsUsedOnly() {
        database.run("drop table shelf_book", "drop table books");
        MyBatisStore store =
                MyBatisStore.builder(database.dataSource()).dialect(dialect).build();
        assertThatCode(store::verify).doesNotThrowAnyException();
        store.dao(SHELVES);
        assertThatCode(store::verify).doesNotThrowAnyException();
        store.dao(BOOKS);
        assertThatThrownBy(store::verify).hasMessageContaining("resource Book: table books: ");
    }

    @Test
    void looksForNamesThatWereTold() {
        database.run(
                "alter table books rename column search_text to folded",
                "alter table shelves rename to furniture",
                "alter table shelf_book rename column position to place");
        MyBatisStore store = MyBatisStore.builder(database.dataSource())
                .dialect(dialect)
                .table(BOOKS, names -> names.searchText("folded"))
                .table(SHELVES, names -> names.name("furniture"))
                .links(ROWS, names -> names.position("place"))
                .build();
        assertThatCode(() -> load(store)).doesNotThrowAnyException();
    }

    @Test
    void leavesATransactionOfTheApplicationAsItIs() throws Exception {
        MyBatisStore store = store();
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (ConnectionTransactions.Joined joined = ambient.join(connection)) {
                connection.createStatement().execute("insert into shelves values (1, 'attic')");
                assertThatCode(() -> load(store)).doesNotThrowAnyException();
                if (dialect == Dialect.POSTGRESQL) {
                    connection.createStatement().execute("alter table shelf_book drop column position");
                    assertThatThrownBy(() -> load(store)).isInstanceOf(IllegalStateException.class);
                }
                assertThat(joined.rollbackOnly()).isFalse();
                assertThat(store.dao(SHELVES).find(1)).isPresent();
                joined.commit();
            }
        }
        assertThat(store.dao(SHELVES).search(Search.all()).total()).isEqualTo(1);
    }

    @Test
    void leavesAUnitOfWorkAsItIs() {
        database.run("alter table shelf_book drop column position");
        MyBatisStore store = store();
        UnitOfWork units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        units.run(CallContext.of(Scope.all()), () -> {
            store.dao(SHELVES).create(new Shelf(1, "attic"));
            assertThatThrownBy(store::verify).isInstanceOf(IllegalStateException.class);
            store.dao(SHELVES).create(new Shelf(2, "cellar"));
        });
        assertThat(store.dao(SHELVES).search(Search.all()).total()).isEqualTo(2);
    }

    @Test
    void loadsWithoutADatabaseThatIsAway() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(dialect == Dialect.H2 ? "jdbc:h2:tcp://127.0.0.1:1/x" : "jdbc:postgresql://127.0.0.1:1/x");
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource nowhere = new HikariDataSource(config)) {
            MyBatisStore away = MyBatisStore.builder(nowhere).dialect(dialect).build();
            assertThatCode(() -> load(away)).doesNotThrowAnyException();
        }
    }
}
