package dev.dovetail.dao.mybatis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.sql.TestDatabase;
import dev.dovetail.dao.contract.sql.TestDatabases;
import dev.dovetail.error.DovetailException;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds units of work that consist of little to the statements that a program by hand would need. Run on both
 * databases.
 */
abstract class LoneStatementContract {
    record Owner(Integer id, String name) {}

    record Pet(Integer id, String name) {}

    private static final Resource<Owner, Integer> OWNERS = Resource.of(Owner.class, Owner::id)
            .generatedKey()
            .unique(Owner::name)
            .build();
    private static final Resource<Pet, Integer> PETS =
            Resource.of(Pet.class, Pet::id).generatedKey().build();
    private static final Association<Owner, Integer, Pet, Integer> CARES =
            Association.between(OWNERS, PETS).name("care").build();
    private static final CallContext CALL = CallContext.of(Scope.all());

    private static final EventType<Owner> CREATED = new EventType<>("owner_created", Owner.class);
    private static final EventType<Owner> COMING = new EventType<>("owner_coming", Owner.class);

    private final Dialect dialect;
    private final ConnectionTransactions ambient = ConnectionTransactions.create();
    private final List<String> heard = new ArrayList<>();
    private TestDatabase database;
    private CountingDataSource counted;
    private PluginRegistry registry;
    private CRUDService<Owner, Integer> owners;

    LoneStatementContract(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Owners that the store alone keeps unique, so that only what a test adds costs statements. */
    private static ResourcePlugin<Owner, Integer> owners() {
        return ResourcePlugin.of(OWNERS).withoutUniqueRule();
    }

    /** Fails after the owner of this name has been written. */
    private static Plugin failing(String unwanted) {
        return owners().afterwards((services, change) -> {
            if (change.value().name().equals(unwanted)) {
                throw new IllegalStateException(unwanted);
            }
        });
    }

    /** Tells of what is created. */
    private static Plugin loud() {
        return owners().announces(Notifier.<Owner>of().created(CREATED::of).build());
    }

    /** Tells of what is to be written, before it is. */
    private static Plugin early() {
        return owners().prepare((services, change) -> services.unitOfWork().call(change.call(), unit -> {
            unit.about("owner", announcements -> announcements.announce(COMING.of(change.value())));
            return change.value();
        }));
    }

    /** Deletes another owner after each creation, by a DAO that is put around the store's. */
    @SuppressWarnings("unchecked") // it is one
    private static Dao<Owner, Integer> twice(Store store, Resource<Owner, Integer> owners) {
        Dao<Owner, Integer> own = store.dao(owners);
        return (Dao<Owner, Integer>) Proxy.newProxyInstance(
                Dao.class.getClassLoader(), new Class<?>[] {Dao.class}, (self, method, arguments) -> {
                    Object result = method.invoke(own, arguments);
                    if (method.getName().equals("create")) {
                        own.delete(-1);
                    }
                    return result;
                });
    }

    @BeforeEach
    void open() {
        database = TestDatabases.of(dialect);
        SqlStores.create(database, List.of(OWNERS, PETS), List.of(CARES));
        counted = new CountingDataSource(database.dataSource());
        load(ResourcePlugin.of(OWNERS).withoutUniqueRule()); // which would look first
    }

    private void load(Plugin plugin) {
        MyBatisStore store = MyBatisStore.builder(counted)
                .codec(JacksonCodec.create())
                .dialect(dialect)
                .ambient(ambient)
                .build()
                .createOutbox();
        registry = PluginRegistry.on(store)
                .plugins(plugin, ResourcePlugin.of(PETS), AssociationPlugin.of(CARES))
                .listener(event -> heard.add(event.name()))
                .load();
        owners = registry.of(OWNERS);
    }

    @AfterEach
    void close() {
        registry.close();
        database.close();
    }

    private List<String> creating(String name) {
        return counted.during(() -> owners.create(CALL, new Owner(null, name)));
    }

    private List<String> stored() {
        return owners.search(CALL, Search.all()).items().stream()
                .map(Owner::name)
                .toList();
    }

    @Test
    void savesTheCommitOfACreationThatNothingFollows() {
        assertThat(creating("Ann")).containsExactly("insert");
        assertThat(stored()).containsExactly("Ann");
    }

    @Test
    void creationThatIsRefusedLeavesNothing() {
        creating("Ann");

        assertThatThrownBy(() -> creating("Ann")).isInstanceOf(DovetailException.class);

        assertThat(stored()).containsExactly("Ann");
        assertThat(creating("Bob")).containsExactly("insert");
    }

    @Test
    void creationIsUndoneByWhatFollowsIt() {
        registry.close();
        load(failing("Ann"));

        assertThatThrownBy(() -> creating("Ann")).hasMessage("Ann");

        assertThat(stored()).isEmpty();
        assertThat(creating("Bob")).containsExactly("insert", "commit");
    }

    @Test
    void creationIsUndoneWithTheUnitThatItIsPartOf() {
        assertThatThrownBy(() -> registry.unitOfWork().run(CALL, () -> {
                    creating("Ann");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(stored()).isEmpty();
    }

    @Test
    void creationIsUndoneWithTheTransactionThatItIsPartOf() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (ConnectionTransactions.Joined joined = ambient.join(connection)) {
                owners.create(CALL, new Owner(null, "Ann"));
                assertThat(joined.rollbackOnly()).isFalse();
            }
        }
        assertThat(stored()).isEmpty();
    }

    @Test
    void creationIsTriedWithoutBeingKept() {
        registry.unitOfWork().dryRun(CALL, () -> owners.create(CALL, new Owner(null, "Ann")));

        assertThat(stored()).isEmpty();
    }

    @Test
    void keyThatIsGivenCommitsWithThePlaceOfTheSequence() {
        List<String> statements = counted.during(() -> owners.create(CALL, new Owner(40, "Ann")));

        assertThat(statements).startsWith("insert").endsWith("commit").hasSizeGreaterThan(2);
        assertThat(owners.create(CALL, new Owner(null, "Bob")).id()).isGreaterThan(40);
    }

    private Owner renamed(int id, String name) {
        return owners.edit(CALL, id, Edit.of(OWNERS).set(OWNERS.column(Owner::name), name));
    }

    /** A driver of PostgreSQL sends a statement and its commit as one message. */
    private void assertThatCommitsAlong(String begin) {
        assertThat(counted.texts().stream().filter(text -> text.startsWith(begin)))
                .singleElement()
                .asString()
                .matches(text -> text.endsWith("; commit") == (dialect == Dialect.POSTGRESQL));
    }

    @Test
    void commitsAnEditByItsLastStatement() {
        int ann = owners.create(CALL, new Owner(null, "Ann")).id();

        assertThat(counted.during(() -> renamed(ann, "Eve"))).startsWith("select", "update");

        assertThatCommitsAlong("update");
        assertThat(stored()).containsExactly("Eve");
    }

    @Test
    void editThatIsRefusedLeavesNothing() {
        creating("Ann");
        int bob = owners.create(CALL, new Owner(null, "Bob")).id();

        assertThatThrownBy(() -> renamed(bob, "Ann")).isInstanceOf(DovetailException.class);

        assertThat(stored()).containsExactly("Ann", "Bob");
        assertThat(renamed(bob, "Eve").name()).isEqualTo("Eve");
    }

    @Test
    void editIsUndoneWithWhateverItIsPartOf() throws Exception {
        int ann = owners.create(CALL, new Owner(null, "Ann")).id();

        registry.unitOfWork().dryRun(CALL, () -> renamed(ann, "Eve"));
        assertThatThrownBy(() -> registry.unitOfWork().run(CALL, () -> {
                    renamed(ann, "Eve");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (ConnectionTransactions.Joined joined = ambient.join(connection)) {
                renamed(ann, "Eve");
                assertThat(joined.rollbackOnly()).isFalse();
            }
        }

        assertThat(stored()).containsExactly("Ann");
    }

    @Test
    void commitsByTheStatementThatRecordsEvents() {
        registry.close();
        load(loud());

        assertThat(creating("Ann")).startsWith("insert", "insert");

        assertThatCommitsAlong("insert into dovetail_outbox");
        registry.unitOfWork().dryRun(CALL, () -> owners.create(CALL, new Owner(null, "Bob")));
        assertThat(stored()).containsExactly("Ann");
        assertThat(heard).containsExactly("owner_created");
    }

    @Test
    void writesOfADaoAroundTheStoresAreNotTakenForTheLast() {
        registry.close();
        load(owners().dao(LoneStatementContract::twice));

        assertThat(creating("Ann")).containsExactly("insert", "delete", "commit");

        assertThat(stored()).containsExactly("Ann");
    }

    @Test
    void commitsADeletionByItsLastStatement() {
        int ann = owners.create(CALL, new Owner(null, "Ann")).id();

        counted.during(() -> owners.delete(CALL, ann));

        assertThatCommitsAlong("delete from owner");
        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsAnnouncedBeforeTheLastStatementIsRecordedWithIt() {
        registry.close();
        load(early());
        int ann = owners.create(CALL, new Owner(null, "Ann")).id();

        counted.during(() -> renamed(ann, "Eve"));

        assertThatCommitsAlong("insert into dovetail_outbox");
        assertThat(heard).containsExactly("owner_coming", "owner_coming");
        assertThat(stored()).containsExactly("Eve");
    }

    @Test
    void linksAndUnlinksWithoutLookingFirst() {
        AssociationService<Owner, Integer, Pet, Integer> cares = registry.of(CARES);
        int owner = owners.create(CALL, new Owner(null, "Ann")).id();
        int pet = registry.of(PETS).create(CALL, new Pet(null, "Rex")).id();

        assertThat(counted.during(
                        () -> assertThat(cares.associate(CALL, owner, pet)).isTrue()))
                .containsExactly("select", "select", "insert", "commit");
        assertThatCommitsAlong("insert into care");
        assertThat(counted.during(
                        () -> assertThat(cares.associate(CALL, owner, pet)).isFalse()))
                .containsExactly("select", "select", "insert", "commit");
        assertThat(cares.rights(CALL, owner)).extracting(Pet::name).containsExactly("Rex");

        assertThat(counted.during(
                        () -> assertThat(cares.dissociate(CALL, owner, pet)).isTrue()))
                .containsExactly("select", "select", "delete", "commit");
        assertThatCommitsAlong("delete from care");
        assertThat(counted.during(
                        () -> assertThat(cares.dissociate(CALL, owner, pet)).isFalse()))
                .containsExactly("select", "select", "delete", "commit");
        assertThat(cares.rights(CALL, owner)).isEmpty();
    }
}
