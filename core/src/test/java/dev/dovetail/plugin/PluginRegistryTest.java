package dev.dovetail.plugin;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.operation.Link;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.User;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PluginRegistryTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);
    private static final Plugin USERS_PLUGIN = ResourcePlugin.of(USERS);
    private static final Plugin LINES_PLUGIN = ResourcePlugin.of(LINES);
    private static final Plugin LINKS_PLUGIN = AssociationPlugin.of(USER_LINES);

    private static PluginRegistry load(Plugin... plugins) {
        return PluginRegistry.on(MemoryStore.create()).plugins(plugins).load();
    }

    @Test
    void theOrderOfPluginsDoesNotMatter() {
        List<List<Plugin>> orders = List.of(
                List.of(USERS_PLUGIN, LINES_PLUGIN, LINKS_PLUGIN),
                List.of(LINKS_PLUGIN, LINES_PLUGIN, USERS_PLUGIN),
                List.of(LINES_PLUGIN, LINKS_PLUGIN, USERS_PLUGIN));
        for (List<Plugin> order : orders) {
            PluginRegistry registry =
                    PluginRegistry.on(MemoryStore.create()).plugins(order).load();
            User ann = registry.of(USERS).create(NORTH, User.named("ann"));
            registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
            AssociationService<User, Integer, Line, String> links = registry.of(USER_LINES);
            assertThat(links.associate(NORTH, ann.id(), "a")).isTrue();
            assertThat(links).isSameAs(registry.of(USER_LINES));
            assertThat(registry.plugins()).containsExactlyElementsOf(order);
            assertThat(catchThrowableOfType(
                                    DovetailException.class,
                                    () -> registry.of(USERS).delete(NORTH, ann.id()))
                            .kind())
                    .isEqualTo(ErrorKind.STILL_ASSOCIATED);
        }
    }

    /** Looks another service up while its own is made. */
    private static <T extends Record> Plugin needing(Resource<T, ?> resource, Resource<?, ?> other) {
        return ResourcePlugin.of(resource).rules(services -> {
            services.of(other);
            return ValidationGroup.none();
        });
    }

    /** Looks another service up when an object is prepared. */
    private static <T extends Record> Plugin needingLate(Resource<T, ?> resource, Resource<?, ?> other) {
        return ResourcePlugin.of(resource).prepare((services, change) -> {
            services.of(other);
            return change.value();
        });
    }

    @Test
    void aPluginMayNeedOneThatIsGivenLater() {
        PluginRegistry registry = load(needing(USERS, LINES), LINES_PLUGIN);
        assertThat(registry.of(USERS)).isNotNull();
    }

    @Test
    void aCircleIsNamed() {
        assertThatThrownBy(() -> load(needing(USERS, LINES), needing(LINES, USERS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("circle")
                .hasMessageContaining("[User, Line]")
                .hasMessageContaining("again User");
    }

    @Test
    void aCircleAtRunTimeIsNone() {
        PluginRegistry registry = load(needingLate(USERS, LINES), needingLate(LINES, USERS));
        assertThat(registry.of(USERS).create(NORTH, User.named("ann")).id()).isEqualTo(1);
    }

    @Test
    void leavesAssociationsOutWithTheirSides() {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(USERS_PLUGIN, LINKS_PLUGIN, LINES_PLUGIN)
                .without("lines")
                .load();
        assertThat(registry.plugins()).containsExactly(USERS_PLUGIN);
        assertThat(registry.loaded("users")).isTrue();
        assertThat(registry.loaded("lines")).isFalse();
        assertThat(registry.dao(USER_LINES)).isEmpty();
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        registry.of(USERS).delete(NORTH, ann.id());
    }

    @Test
    void leavesOneAssociationOut() {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(USERS_PLUGIN, LINKS_PLUGIN, LINES_PLUGIN)
                .without("user_line")
                .load();
        assertThat(registry.plugins()).containsExactly(USERS_PLUGIN, LINES_PLUGIN);
    }

    @Test
    void refusesToLeaveOutWhatIsNotThere() {
        assertThatThrownBy(() -> PluginRegistry.on(MemoryStore.create())
                        .plugins(USERS_PLUGIN)
                        .without("user")
                        .load())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown [user]");
    }

    @Test
    void refusesAPluginGivenTwice() {
        assertThatThrownBy(() -> load(USERS_PLUGIN, ResourcePlugin.of(USERS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("plugin 'users': given twice");
    }

    @Test
    void loadsAPluginThatIsNeitherOfAResourceNorOfAnAssociation() {
        Plugin odd = () -> "odd";
        PluginRegistry registry = load(USERS_PLUGIN, odd);
        assertThat(registry.plugins()).containsExactly(USERS_PLUGIN, odd);
        assertThat(registry.loaded("odd")).isTrue();
        PluginRegistry without = PluginRegistry.on(MemoryStore.create())
                .plugins(USERS_PLUGIN, odd)
                .without("odd")
                .load();
        assertThat(without.plugins()).containsExactly(USERS_PLUGIN);
        assertThatThrownBy(() -> load(odd, () -> "odd")).hasMessage("plugin 'odd': given twice");
    }

    @Test
    void namesWhatIsNotLoaded() {
        assertThatThrownBy(() -> load(USERS_PLUGIN, LINKS_PLUGIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the plugin of Line is not loaded; loaded are users, user_line");
        PluginRegistry registry = load(USERS_PLUGIN);
        assertThatThrownBy(() -> registry.dao(LINES)).hasMessageContaining("the plugin of Line is not loaded");
        assertThatThrownBy(() -> registry.of(USER_LINES)).hasMessageContaining("the plugin of user_line is not loaded");
    }

    /** The second look-up of a service that is not loaded spoke of a circle of plugins. */
    @Test
    void namesWhatIsNotLoadedEveryTime() {
        PluginRegistry registry = load(USERS_PLUGIN);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> registry.of(LINES)).hasMessageContaining("the plugin of Line is not loaded");
        }
    }

    @Test
    void asksEachPluginForItsPartsOnce() {
        AtomicInteger asked = new AtomicInteger();
        Plugin counting = ResourcePlugin.of(LINES)
                .rules(services -> {
                    asked.incrementAndGet();
                    return ValidationGroup.<Line>builder()
                            .create(Rules.unique(services.dao(LINES)))
                            .build();
                })
                .announces(services -> {
                    asked.incrementAndGet();
                    return Notifier.<Line>of()
                            .created(
                                    line -> SAID.of(line.id() + services.clock().instant()))
                            .build();
                })
                .command(Command.of("pbx", "reload"));
        List<OutboxEntry> heard = new ArrayList<>();
        List<Command> sent = new ArrayList<>();
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(counting)
                .listener(heard::add)
                .sender("pbx", sent::addAll)
                .clock(Clock.fixed(now, ZoneOffset.UTC))
                .ids(new java.util.function.Supplier<>() {
                    private long last;

                    @Override
                    public UUID get() {
                        return new UUID(0, ++last);
                    }
                })
                .load();
        CRUDService<Line, String> lines = registry.of(LINES);
        lines.create(ALL, new Line("a", "north", "l"));
        assertThatThrownBy(() -> lines.create(ALL, new Line("a", "north", "l"))).isInstanceOf(DovetailException.class);
        assertThat(asked).hasValue(2);
        assertThat(sent).containsExactly(Command.of("pbx", "reload"));
        assertThat(heard).singleElement().satisfies(event -> {
            assertThat(event.data()).isEqualTo("a2026-11-24T10:00:00Z");
            assertThat(event.recordedAt()).isEqualTo(now);
            assertThat(event.unit()).isEqualTo(new UUID(0, 1));
        });
        assertThat(registry.backlog().entries()).isZero();
    }

    @Test
    void unlinksWhatIsDeletedWhenDeclared() {
        Association<User, Integer, Line, String> unlinked = Association.between(USERS, LINES)
                .onDeleteLeft(OnDelete.UNLINK)
                .onDeleteRight(OnDelete.UNLINK)
                .build();
        PluginRegistry registry = load(USERS_PLUGIN, LINES_PLUGIN, AssociationPlugin.of(unlinked));
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        User bob = registry.of(USERS).create(NORTH, User.named("bob"));
        registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
        registry.of(LINES).create(NORTH, new Line("b", "north", "l"));
        registry.of(unlinked).associateAll(NORTH, ann.id(), List.of("a", "b"));
        registry.of(unlinked).associate(NORTH, bob.id(), "a");
        registry.of(USERS).delete(NORTH, ann.id());
        assertThat(registry.of(unlinked).lefts(NORTH, "a")).containsExactly(bob);
        registry.of(LINES).delete(NORTH, "a");
        assertThat(registry.of(unlinked).rights(NORTH, bob.id())).isEmpty();
    }

    private static final Map<OnDelete, Association<User, Integer, Line, String>> ALL_WAYS =
            Map.of(OnDelete.UNLINK, both(OnDelete.UNLINK), OnDelete.DISSOCIATE, both(OnDelete.DISSOCIATE));

    private static Association<User, Integer, Line, String> both(OnDelete action) {
        return Association.between(USERS, LINES)
                .onDeleteLeft(action)
                .onDeleteRight(action)
                .build();
    }

    private static String text(Link<User, Line> link) {
        return link.left().name() + "-" + link.right().id();
    }

    /** Notes what it follows, and what it finds then. */
    private static Plugin noting(OnDelete onDelete, List<String> seen) {
        Association<User, Integer, Line, String> links = ALL_WAYS.get(onDelete);
        return AssociationPlugin.of(links)
                .announces(AssociationNotifier.<User, Line>builder()
                        .associated(link -> SAID.of("made " + text(link)))
                        .dissociated(link -> SAID.of("undone " + text(link)))
                        .build())
                .afterLinking((services, link) -> seen.add("linked " + text(link)))
                .afterUnlinking((services, link) -> seen.add("unlinked " + text(link)))
                .leftUnlinked((services, deletion, rights) -> {
                    int user = deletion.value().id();
                    seen.add("user unlinked from " + rights + ", there "
                            + services.dao(USERS).find(user).isPresent() + ", links "
                            + services.dao(links).orElseThrow().rights(user));
                })
                .rightUnlinked((services, deletion, lefts) -> {
                    String line = deletion.value().id();
                    seen.add("line unlinked from " + lefts + ", there "
                            + services.dao(LINES).find(line).isPresent() + ", links "
                            + services.dao(links).orElseThrow().lefts(line));
                });
    }

    private static PluginRegistry noting(OnDelete onDelete, List<String> seen, List<String> heard) {
        return PluginRegistry.on(MemoryStore.create())
                .plugins(USERS_PLUGIN, LINES_PLUGIN, noting(onDelete, seen))
                .listener(event -> heard.add(event.data(SAID)))
                .load();
    }

    @Test
    void anAssociationFollowsADeletionThatUnlinks() {
        List<String> seen = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        PluginRegistry registry = noting(OnDelete.UNLINK, seen, heard);
        var links = registry.of(ALL_WAYS.get(OnDelete.UNLINK));
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        User bob = registry.of(USERS).create(NORTH, User.named("bob"));
        for (String id : List.of("a", "b")) {
            registry.of(LINES).create(NORTH, new Line(id, "north", "l"));
        }
        links.associateAll(NORTH, ann.id(), List.of("a", "b"));
        links.associate(NORTH, bob.id(), "a");
        seen.clear();
        heard.clear();
        registry.of(USERS).delete(NORTH, ann.id());
        registry.of(LINES).delete(NORTH, "a");
        registry.of(LINES).delete(NORTH, "b");
        assertThat(seen)
                .containsExactly(
                        "user unlinked from [a, b], there true, links []",
                        "line unlinked from [2], there true, links []",
                        "line unlinked from [], there true, links []");
        assertThat(heard).isEmpty();
    }

    @Test
    void anAssociationUndoesEachLinkOfADeletedSideEvenOutsideTheScope() {
        List<String> seen = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        PluginRegistry registry = noting(OnDelete.DISSOCIATE, seen, heard);
        var links = registry.of(ALL_WAYS.get(OnDelete.DISSOCIATE));
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        for (Line line : List.of(new Line("a", "north", "l"), new Line("s", "south", "l"))) {
            registry.of(LINES).create(ALL, line);
        }
        links.associateAll(ALL, ann.id(), List.of("a", "s"));
        assertThat(seen).containsExactly("linked ann-a", "linked ann-s");
        seen.clear();
        heard.clear();
        registry.of(USERS).delete(NORTH, ann.id());
        assertThat(seen).containsExactly("unlinked ann-a", "unlinked ann-s");
        assertThat(heard).containsExactly("undone ann-a", "undone ann-s");
        assertThat(links.lefts(ALL, List.of("a", "s"))).isEmpty();
    }

    @Test
    void aResourceFollowsItsChangesInTheirUnit() {
        List<String> heard = new ArrayList<>();
        Plugin users = ResourcePlugin.of(USERS)
                .announces(Notifier.<User>of()
                        .created(user -> SAID.of(user.name()))
                        .build())
                .afterwards((services, change) -> {
                    String name = change.value().name();
                    services.of(LINES).create(change.call(), new Line(name, "north", change.operation() + ""));
                    if (name.equals("fails")) {
                        throw new IllegalStateException(name);
                    }
                });
        Plugin lines = ResourcePlugin.of(LINES)
                .announces(Notifier.<Line>of()
                        .created(line -> SAID.of("line " + line.id()))
                        .build());
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(users, lines)
                .listener(event -> heard.add(event.data(SAID)))
                .load();
        registry.of(USERS).create(NORTH, User.named("ann"));
        assertThat(heard).containsExactly("line ann", "ann");
        assertThat(registry.of(LINES).get(NORTH, "ann").name()).isEqualTo("CREATE");
        assertThatThrownBy(() -> registry.of(USERS).create(NORTH, User.named("fails")))
                .hasMessage("fails");
        assertThat(registry.of(LINES).find(NORTH, "fails")).isEmpty();
        assertThat(registry.of(USERS).search(ALL, Search.all()).total()).isEqualTo(1);
        assertThat(heard).hasSize(2);
    }

    @Test
    void lookUpsFindNothingThroughAPluginThatIsLeftOut() {
        PluginRegistry registry = load(USERS_PLUGIN, LINES_PLUGIN, LINKS_PLUGIN);
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        Line a = registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
        assertThat(registry.lookups().rights(USER_LINES, List.of(ann)).get()).isEmpty();
        registry.of(USER_LINES).associate(NORTH, ann.id(), "a");
        assertThat(registry.lookups().rights(USER_LINES, List.of(ann)).get()).containsExactly(Map.entry(1, List.of(a)));
        PluginRegistry without = load(USERS_PLUGIN);
        assertThat(without.lookups().rights(USER_LINES, List.of(ann)).get()).isEmpty();
        assertThat(without.lookups().lefts(USER_LINES, List.of(a)).get()).isEmpty();
    }

    @Test
    void refusesADeletionInTheWordsOfTheAssociation() {
        PluginRegistry registry = load(USERS_PLUGIN, LINES_PLUGIN, LINKS_PLUGIN);
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
        registry.of(USER_LINES).associate(NORTH, ann.id(), "a");
        assertThatThrownBy(() -> registry.of(LINES).delete(NORTH, "a"))
                .hasMessage("Line is associated with a User (id: a, users: [1])");
        assertThatThrownBy(() -> registry.of(USERS).delete(NORTH, ann.id()))
                .hasMessage("User is associated with a Line (id: 1, lines: [a])");
        registry.of(USER_LINES).dissociate(NORTH, ann.id(), "a");
        registry.of(USERS).delete(NORTH, ann.id());
    }

    @Test
    void anAssociationPluginBringsItsOwnNotifier() {
        List<String> heard = new ArrayList<>();
        Plugin telling = AssociationPlugin.of(USER_LINES)
                .announces(AssociationNotifier.<User, Line>builder()
                        .associated(link -> SAID.of(link.right().id()))
                        .build());
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(USERS_PLUGIN, LINES_PLUGIN, telling)
                .listener(event -> heard.add(event.subject() + " " + event.data()))
                .load();
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
        registry.of(USER_LINES).associate(NORTH, ann.id(), "a");
        assertThat(heard).containsExactly("User/1 a");
    }

    @Test
    void deliversInTheBackgroundWhenAsked() throws InterruptedException {
        CountDownLatch heard = new CountDownLatch(1);
        List<String> threads = new CopyOnWriteArrayList<>();
        Plugin lines = ResourcePlugin.of(LINES)
                .announces(
                        Notifier.<Line>of().created(line -> SAID.of(line.id())).build());
        try (PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(lines)
                .relayInBackground()
                .listener(event -> {
                    threads.add(Thread.currentThread().getName());
                    heard.countDown();
                })
                .load()) {
            registry.of(LINES).create(ALL, new Line("a", "north", "l"));
            assertThat(heard.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(threads).containsExactly("dovetail-relay");
    }

    @Test
    void closesItsStore() {
        Store store = spy(MemoryStore.create());
        PluginRegistry.on(store).load().close();
        verify(store).close();
    }
}
