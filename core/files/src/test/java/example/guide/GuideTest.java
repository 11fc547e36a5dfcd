package example.guide;

import static example.guide.Keys.KEY;
import static example.guide.Keys.USER_KEYS;
import static example.guide.UserLines.LINES;
import static example.guide.UserLines.LINE_GIVEN;
import static example.guide.UserLines.USER_LINES;
import static example.guide.Users.USERS;
import static example.guide.Users.USER_CREATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.file.FileStore;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.Command;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.testing.TestRegistry;
import dev.dovetail.transaction.DryRun;
import example.guide.Keys.Key;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what the guide shows: each block of core/README.md is in this package. */
class GuideTest {
    private final List<String> heard = new ArrayList<>();
    private final PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
            .plugins(Users.PLUGIN, ResourcePlugin.of(LINES), UserLines.PLUGIN, AssociationPlugin.of(USER_KEYS))
            .listener(event -> heard.add(event.name()))
            .sender("exchange", commands -> commands.forEach(command -> heard.add(command.action())))
            .load();
    private final CallContext call = CallContext.of(Scope.of("north")).by("admin");
    private final CRUDService<User, Integer> users = registry.of(USERS);
    private final CRUDService<Line, String> lines = registry.of(LINES);
    private final AssociationService<User, Integer, Line, String> userLines = registry.of(USER_LINES);

    @AfterEach
    void close() {
        registry.close();
    }

    private User create(String name) {
        return users.create(call, new User(0, null, name, null, 0));
    }

    @Test
    void services() {
        User ann = users.create(call, new User(0, null, "Ann", "ann@example.org", 0));
        assertThat(ann).isEqualTo(new User(1, "north", "Ann", "ann@example.org", 1));

        assertThat(users.get(call, ann.id())).isEqualTo(ann); // or not found
        assertThat(users.find(call, 99)).isEmpty();
        assertThat(users.findBy(call, Criterion.equal(USERS.column(User::name), "Ann")))
                .contains(ann);

        User anna = users.edit(call, ann.id(), Edit.of(USERS).set(USERS.column(User::name), "Anna"));
        assertThat(anna.email()).isEqualTo("ann@example.org"); // what an edit does not give stays
        users.delete(call, anna.id());
    }

    @Test
    void rules() {
        create("Ann");
        DovetailException refused = catchThrowableOfType(DovetailException.class, () -> create("Ann"));
        assertThat(refused.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);

        User root = create("root");
        assertThatThrownBy(() -> users.delete(call, root.id())).hasMessageContaining("Root stays.");
    }

    @Test
    void errors() {
        DovetailException refused = catchThrowableOfType(DovetailException.class, () -> create(""));
        Violation violation = refused.violations().get(0); // everything that is wrong is among them
        assertThat(violation.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
        assertThat(violation.path()).hasToString("name");
        assertThat(violation.code()).isEqualTo("size");
        assertThat(violation.details()).containsEntry("min", 1).containsEntry("max", 64);
    }

    @Test
    void notifier() {
        User ann = create("Ann");
        lines.create(call, new Line("1001"));
        userLines.associate(call, ann.id(), "1001");
        assertThat(heard).containsExactly("user_created", "reload", "line_given");
    }

    @Test
    void associations() {
        User ann = create("Ann");
        User bob = create("Bob");
        lines.create(call, new Line("1001"));
        lines.create(call, new Line("1002"));

        assertThat(userLines.associate(call, ann.id(), "1001")).isTrue();
        assertThat(userLines.associate(call, ann.id(), "1001")).isFalse(); // it was there: no rule, no event
        userLines.associateAll(call, ann.id(), List.of("1002", "1001")); // the whole set, in order
        assertThat(userLines.rights(call, ann.id())).containsExactly(new Line("1002"), new Line("1001"));
        assertThat(userLines.lefts(call, "1001")).containsExactly(users.get(call, ann.id()));

        assertThatThrownBy(() -> userLines.associate(call, bob.id(), "1001")) // a line is one user's: oneLeft()
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED));
        users.delete(call, ann.id()); // her links go with her: OnDelete.UNLINK
        userLines.associate(call, bob.id(), "1001");
    }

    @Test
    void units() {
        assertThatThrownBy(() -> registry.unitOfWork().run(call, () -> {
                    User ann = create("Ann");
                    lines.create(call, new Line("1001"));
                    userLines.associate(call, ann.id(), "1001");
                    create("Ann"); // taken
                }))
                .isInstanceOf(DovetailException.class);

        assertThat(users.search(call, Search.all()).items()).isEmpty();
        assertThat(lines.find(call, "1001")).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void tenancy() {
        User ann = create("Ann"); // in the tenant of the call
        CallContext south = CallContext.of(Scope.of("south"));
        CallContext both = CallContext.of(Scope.of("top", Set.of("north", "south")));

        assertThat(users.find(south, ann.id())).isEmpty();
        assertThatThrownBy(() -> users.delete(south, ann.id())).isInstanceOf(DovetailException.class);
        assertThat(users.get(both, ann.id())).isEqualTo(ann);
        assertThat(users.get(CallContext.of(Scope.all()), ann.id())).isEqualTo(ann); // written out where it is meant
    }

    @Test
    void searches() {
        List.of("René", "Renate", "Bob").forEach(this::create);

        Page<User> found = users.search(
                call,
                Search.<User>all()
                        .text("REN") // within the search columns, whatever case and accents
                        .and(Criterion.isNull(USERS.column(User::email)))
                        .by(Order.descending(USERS.column(User::name)))
                        .limit(1));
        assertThat(found.items()).extracting(User::name).containsExactly("René");
        assertThat(found.total()).isEqualTo(2);
    }

    @Test
    void cursors() {
        List.of("Ann", "Bob", "Cid").forEach(this::create);
        Search<User> byName = Search.<User>all()
                .by(Order.ascending(USERS.column(User::name)))
                .limit(2)
                .total(Total.SKIPPED);

        Page<User> first = users.search(call, byName);
        Page<User> second = users.search(call, byName.after(first.next().orElseThrow()));
        assertThat(second.items()).extracting(User::name).containsExactly("Cid");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void bulk() {
        DovetailException refused = catchThrowableOfType(
                DovetailException.class,
                () -> users.createAll(
                        call, List.of(new User(0, null, "Ann", null, 0), new User(0, null, "", null, 0))));
        assertThat(refused.violations().get(0).path()).hasToString("[1].name"); // the second element
        assertThat(users.search(call, Search.all()).total()).isZero(); // all or nothing
    }

    @Test
    void dryRuns() {
        DryRun<User> tried = registry.unitOfWork().dryRun(call, () -> create("Ann"));
        assertThat(tried.result().name()).isEqualTo("Ann");
        assertThat(tried.events()).hasSize(1);
        assertThat(users.search(call, Search.all()).total()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void versions() {
        User ann = create("Ann");
        users.edit(call, ann.id(), Edit.of(USERS).set(USERS.column(User::email), "a@example.org"));

        User stale = new User(ann.id(), ann.tenant(), "Anna", null, ann.version());
        assertThatThrownBy(() -> users.edit(call, stale))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.STALE_VERSION));
        User edited = users.editRetrying(
                call, ann.id(), now -> new User(now.id(), now.tenant(), "Anna", now.email(), now.version()));
        assertThat(edited.email()).isEqualTo("a@example.org");
    }

    @Test
    void attributesOfLinks() {
        AssociationService<User, Integer, Line, String> keys = registry.of(USER_KEYS);
        User ann = create("Ann");
        lines.create(call, new Line("1001"));

        keys.associate(call, ann.id(), "1001", new Key(3, true));
        keys.associate(call, ann.id(), "1001", new Key(4, true)); // it is there: its attributes change
        assertThat(keys.find(call, ann.id(), "1001", KEY)).contains(new Key(4, true));
    }

    @Test
    void files(@TempDir Path directory) {
        try (FileStore files = FileStore.builder(directory).open();
                PluginRegistry inFiles =
                        PluginRegistry.on(files).plugins(Users.PLUGIN).load()) {
            inFiles.of(USERS).create(call, new User(0, "north", "Ann", null, 0));
        }
        assertThat(directory.resolve("users.json")).content().contains("\"name\": \"Ann\"");
    }

    @Test
    void testing() {
        try (TestRegistry t = TestRegistry.of(Users.PLUGIN, ResourcePlugin.of(LINES), UserLines.PLUGIN)) {
            User ann = t.of(USERS).create(t.call(), new User(0, "north", "Ann", null, 0));
            t.of(LINES).create(t.call(), new Line("1001"));
            t.of(USER_LINES).associate(t.call(), ann.id(), "1001");

            assertThat(t.events(USER_CREATED)).containsExactly(ann);
            assertThat(t.events(LINE_GIVEN)).containsExactly("1001");
            assertThat(t.commands()).containsExactly(Command.of("exchange", "reload"));
        }
    }
}
