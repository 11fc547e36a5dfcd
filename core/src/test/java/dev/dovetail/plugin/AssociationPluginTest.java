package dev.dovetail.plugin;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.USERS;
import static dev.dovetail.sample.Office.USER_LINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.AssociationService;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.LinkOperation;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.User;
import dev.dovetail.validation.AssociationValidationGroup;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AssociationPluginTest {
    record Use(int priority) {}

    private static final EventType<String> SAID = new EventType<>("said", String.class);
    private static final Command RELOAD = Command.of("pbx", "reload");
    private static final Attributes<Use> USE = Attributes.of(Use.class, new Use(5));
    private static final Association<User, Integer, Line, String> USES =
            Association.between(USERS, LINES).name("use").attributes(USE).build();

    private final List<String> heard = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    /** Loads users 1 and 2, lines a, b and s of another tenant, and plugins. */
    private PluginRegistry load(Plugin... plugins) {
        PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                .plugins(ResourcePlugin.of(USERS), ResourcePlugin.of(LINES))
                .plugins(plugins)
                .listener(event -> heard.add(event.name() + " " + event.data()))
                .sender("pbx", commands -> commands.forEach(command -> heard.add(command.action())))
                .load();
        List.of("ann", "bob").forEach(name -> registry.of(USERS).create(NORTH, User.named(name)));
        List.of("a", "b").forEach(id -> registry.of(LINES).create(NORTH, new Line(id, "north", "line " + id)));
        registry.of(LINES).create(ALL, new Line("s", "south", "l"));
        heard.clear();
        return registry;
    }

    private AssociationService<User, Integer, Line, String> links(AssociationPlugin<User, Integer, Line, String> of) {
        return load(of).of(of.association());
    }

    private static AssociationPlugin<User, Integer, Line, String> userLines() {
        return AssociationPlugin.of(USER_LINES);
    }

    private static String text(Link<User, Line> link) {
        return link.left().name() + "-" + link.right().id();
    }

    private static AssociationNotifier<User, Line> saying(String text) {
        return AssociationNotifier.<User, Line>builder()
                .associated(link -> SAID.of(text + " made " + text(link)))
                .dissociated(link -> SAID.of(text + " undone " + text(link)))
                .build();
    }

    private <S> Rule<S> noting(String text) {
        return (subject, violations) -> seen.add(text);
    }

    private static List<String> faults(Runnable call) {
        return catchThrowableOfType(DovetailException.class, call::run).violations().stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void eachMethodReturnsAPluginThatHasOneThingMore() {
        AssociationPlugin<User, Integer, Line, String> bare = userLines();
        AssociationPlugin<User, Integer, Line, String> ruled = bare.rule(Rules.forbid("Line", "No.", link -> true));
        assertThat(links(bare).associate(NORTH, 1, "a")).isTrue();
        assertThat(faults(() -> links(ruled).associate(NORTH, 1, "a"))).hasSize(1);
    }

    @Test
    void isNamedAfterTheAssociation() {
        assertThat(userLines().name()).isEqualTo("user_line");
        assertThat(userLines()).hasToString("plugin of user_line");
        assertThat(userLines().association()).isSameAs(USER_LINES);
    }

    @Nested
    class ItsRules {
        @Test
        void areOfMakingALinkUnlessSaidOtherwise() {
            var links = links(userLines()
                    .rule(noting("made"))
                    .rule(noting("undone"), LinkOperation.DISSOCIATE)
                    .rule(
                            (services, link, violations) -> seen.add(services.loaded("users") + " " + text(link)),
                            LinkOperation.ASSOCIATE,
                            LinkOperation.DISSOCIATE));
            links.associate(NORTH, 1, "a");
            assertThat(seen).containsExactly("made", "true ann-a");
            seen.clear();
            links.dissociate(NORTH, 1, "a");
            assertThat(seen).containsExactly("undone", "true ann-a");
        }

        @Test
        void areOfTheWholeSet() {
            var links = links(userLines()
                    .setRule(Rules.noRepeats("Line", "Once each."))
                    .setRule((services, set, violations) -> seen.add(services.loaded("lines") + " " + set.added())));
            links.associateAll(NORTH, 1, List.of("a"));
            assertThat(seen).containsExactly("true [Line[id=a, tenant=north, name=line a]]");
            assertThat(faults(() -> links.associateAll(NORTH, 1, List.of("b", "b"))))
                    .hasSize(1);
        }

        @Test
        void areOfWhatLinksCarry() {
            var links = links(AssociationPlugin.of(USES)
                    .attributesRule(noting("one"))
                    .attributesRule((services, link, violations) -> seen.add(
                            services.loaded("use") + " " + link.attributes(USE).priority()))
                    .rule(noting("made")));
            links.associate(NORTH, 1, "a", new Use(1));
            assertThat(seen).containsExactly("made", "one", "true 1");
            seen.clear();
            links.associate(NORTH, 1, "a", new Use(2));
            assertThat(seen).containsExactly("one", "true 2");
        }

        @Test
        void areAllReportedUnlessTheyStop() {
            AssociationPlugin<User, Integer, Line, String> plugin = userLines()
                    .rule(Rules.forbid("Line", "One.", link -> true))
                    .rule(Rules.forbid("Line", "Two.", link -> true));
            assertThat(faults(() -> links(plugin).associate(NORTH, 1, "a"))).hasSize(2);
            assertThat(faults(() -> links(plugin.stopAtFirst()).associate(NORTH, 1, "a")))
                    .hasSize(1);
        }

        @Test
        void ofGroupsRunFirst() {
            var links = links(userLines()
                    .rule(noting("rule"))
                    .rules(services -> AssociationValidationGroup.<User, Line>builder()
                            .association(noting("group " + services.loaded("lines")))
                            .build())
                    .rules(services -> AssociationValidationGroup.<User, Line>builder()
                            .association(Rules.forbid(
                                    "Line", "Not b.", link -> link.right().id().equals("b")))
                            .stopAtFirst()
                            .build()));
            links.associate(NORTH, 1, "a");
            assertThat(seen).containsExactly("group true", "rule");
            seen.clear();
            assertThat(faults(() -> links.associate(NORTH, 1, "b"))).hasSize(1);
            assertThat(seen).containsExactly("group true");
        }

        @Test
        void requireOneTenantIfTheDescriptionDoes() {
            Association<User, Integer, Line, String> near =
                    Association.between(USERS, LINES).sameTenant().build();
            assertThat(faults(() -> links(AssociationPlugin.of(near)).associate(ALL, 1, "s")))
                    .hasSize(1);
            assertThat(links(userLines()).associate(ALL, 1, "s")).isTrue();
        }

        @Test
        void refuseADeletionInTheWordsGiven() {
            PluginRegistry registry = load(userLines()
                    .leftInUse((user, lines) ->
                            Errors.notPermitted("User", user.name() + " has " + lines + ".", Details.none()))
                    .rightInUse((line, users) ->
                            Errors.notPermitted("Line", line.id() + " has " + users + ".", Details.none())));
            registry.of(USER_LINES).associate(NORTH, 1, "a");
            assertThatThrownBy(() -> registry.of(USERS).delete(NORTH, 1)).hasMessageContaining("ann has [a].");
            assertThatThrownBy(() -> registry.of(LINES).delete(NORTH, "a")).hasMessageContaining("a has [1].");
        }
    }

    @Nested
    class ItsSteps {
        @Test
        void followLinksInTheOrderGiven() {
            var links = links(userLines()
                    .afterLinking((services, link) -> seen.add("1 made " + text(link)))
                    .afterLinking((services, link) -> seen.add(
                            "2 made " + services.dao(USER_LINES).orElseThrow().rights(1)))
                    .afterUnlinking((services, link) -> seen.add("1 undone " + text(link)))
                    .afterUnlinking((services, link) -> seen.add("2 undone")));
            links.associate(NORTH, 1, "a");
            links.dissociate(NORTH, 1, "a");
            assertThat(seen).containsExactly("1 made ann-a", "2 made [a]", "1 undone ann-a", "2 undone");
        }

        @Test
        void followTheDeletionOfASide() {
            Association<User, Integer, Line, String> loose = Association.between(USERS, LINES)
                    .onDeleteLeft(OnDelete.UNLINK)
                    .onDeleteRight(OnDelete.UNLINK)
                    .build();
            PluginRegistry registry = load(AssociationPlugin.of(loose)
                    .leftUnlinked((services, deletion, lines) -> seen.add("1 " + lines))
                    .leftUnlinked((services, deletion, lines) -> seen.add("2 " + lines))
                    .rightUnlinked((services, deletion, users) -> seen.add("3 " + users)));
            registry.of(loose).associateAll(NORTH, 1, List.of("a", "b"));
            registry.of(loose).associate(NORTH, 2, "a");
            registry.of(USERS).delete(NORTH, 1);
            registry.of(LINES).delete(NORTH, "a");
            assertThat(seen).containsExactly("1 [a, b]", "2 [a, b]", "3 [2]");
        }
    }

    @Nested
    class ItsAnnouncements {
        /** The second notifier replaced the first. */
        @Test
        void addUp() {
            var links = links(userLines()
                    .announces(saying("x"))
                    .announces(services -> saying(services.loaded("lines") + ""))
                    .announcesLinks());
            links.associate(NORTH, 1, "a");
            links.dissociate(NORTH, 1, "a");
            assertThat(heard)
                    .containsExactly(
                            "said x made ann-a",
                            "said true made ann-a",
                            "user_line_associated {user_id=1, line_id=a}",
                            "said x undone ann-a",
                            "said true undone ann-a",
                            "user_line_dissociated {user_id=1, line_id=a}");
        }

        @Test
        void ofAReplacedSetAreEachNotifiersOwn() {
            AssociationNotifier<User, Line> whole = AssociationNotifier.<User, Line>builder()
                    .replaced(links -> SAID.of("set " + links.after().size()))
                    .always()
                    .build();
            var links = links(userLines().announces(saying("x")).announces(whole));
            links.associateAll(NORTH, 1, List.of("a", "b"));
            links.associateAll(NORTH, 1, List.of("a", "b"));
            assertThat(heard).containsExactly("said x made ann-a", "said x made ann-b", "said set 2", "said set 2");
        }

        @Test
        void ofAttributesAreEachNotifiersOwn() {
            AssociationNotifier<User, Line> silent = AssociationNotifier.<User, Line>builder()
                    .silentlyChanged()
                    .associated(link -> SAID.of("silent"))
                    .build();
            var links = links(AssociationPlugin.of(USES).announces(silent).announces(saying("x")));
            links.associate(NORTH, 1, "a", new Use(1));
            heard.clear();
            links.associate(NORTH, 1, "a", new Use(2));
            assertThat(heard).containsExactly("said x made ann-a");
        }

        @Test
        void bringCommandsWhereverTheyAreGiven() {
            for (var plugin : List.of(
                    userLines().command(RELOAD).announces(saying("x")),
                    userLines().announces(saying("x")).command(RELOAD),
                    userLines()
                            .announces(AssociationNotifier.<User, Line>builder()
                                    .command(RELOAD)
                                    .replaced(set -> SAID.of("set"))
                                    .associated(link -> SAID.of("x made " + text(link)))
                                    .dissociated(link -> SAID.of("x undone " + text(link)))
                                    .build()))) {
                heard.clear();
                var links = links(plugin);
                links.associate(NORTH, 1, "a");
                links.dissociate(NORTH, 1, "a");
                assertThat(heard).containsExactly("reload", "said x made ann-a", "reload", "said x undone ann-a");
                heard.clear();
                links.associateAll(NORTH, 1, List.of("a", "b"));
                assertThat(heard).startsWith("reload").containsOnlyOnce("reload");
            }
        }

        /** A command given before the events was forgotten for links that change, and for sets. */
        @Test
        void ofChangedAttributesBringCommandsToo() {
            var links = links(AssociationPlugin.of(USES)
                    .announces(AssociationNotifier.<User, Line>builder()
                            .command(RELOAD)
                            .changed(link -> SAID.of("changed"))
                            .build()));
            links.associate(NORTH, 1, "a", new Use(1));
            heard.clear();
            links.associate(NORTH, 1, "a", new Use(2));
            assertThat(heard).containsExactly("reload", "said changed");
        }

        @Test
        void mayBeACommandOnly() {
            var links = links(userLines().command(RELOAD));
            links.associate(NORTH, 1, "a");
            links.associate(NORTH, 1, "a");
            links.dissociate(NORTH, 1, "a");
            assertThat(heard).containsExactly("reload", "reload");
        }
    }

    @Nested
    class ItsDao {
        @Test
        void isMadeOfTheStore() {
            List<AssociationDao<?, ?>> made = new ArrayList<>();
            PluginRegistry registry = load(userLines().dao(store -> {
                AssociationDao<Integer, String> dao = store.dao(USER_LINES);
                made.add(dao);
                return dao;
            }));
            assertThat(registry.dao(USER_LINES)).containsSame(dao(made));
        }

        @SuppressWarnings("unchecked") // of the association
        private static AssociationDao<Integer, String> dao(List<AssociationDao<?, ?>> made) {
            return (AssociationDao<Integer, String>) made.get(0);
        }

        @Test
        void isSetOnce() {
            assertThatThrownBy(() ->
                            userLines().dao(store -> store.dao(USER_LINES)).dao(store -> store.dao(USER_LINES)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("plugin of user_line: dao() is called twice; put one DAO around the other");
        }
    }

    @Nested
    class ItsParts {
        private static final Derived<User, String> FIRST_LINE = Derived.found(
                "firstLine", String.class, () -> Derivation.right(USER_LINES, Derivation.of(LINES.column(Line::name))));

        private static AssociationPlugin<User, Integer, Line, String> contributing() {
            return userLines()
                    .with(
                            ResourcePlugin.extending(USERS).derived(FIRST_LINE),
                            ResourcePlugin.extending(LINES)
                                    .forbid(
                                            "112 is for emergencies.",
                                            change -> change.value().id().equals("112")));
        }

        @Test
        void addToBothResourcesWhichKnowNothingOfThat() {
            PluginRegistry registry = load(contributing());
            registry.of(USER_LINES).associate(NORTH, 2, "b");
            assertThat(registry.of(USERS).findBy(NORTH, Criterion.equal(FIRST_LINE, "line b")))
                    .map(User::name)
                    .contains("bob");
            assertThat(faults(() -> registry.of(LINES).create(NORTH, new Line("112", "north", "l"))))
                    .hasSize(1);
        }

        @Test
        void areLeftOutWithTheAssociation() {
            PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                    .plugins(ResourcePlugin.of(USERS), ResourcePlugin.of(LINES), contributing())
                    .without("user_line")
                    .load();
            assertThat(registry.resources().get(0).filters())
                    .extracting(Object::toString)
                    .doesNotContain("firstLine");
            assertThat(registry.of(LINES).create(NORTH, new Line("112", "north", "l")))
                    .isNotNull();
        }

        @Test
        void areLeftOutWithASide() {
            PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                    .plugins(ResourcePlugin.of(USERS), ResourcePlugin.of(LINES), contributing())
                    .without("users")
                    .load();
            assertThat(registry.plugins()).extracting(Plugin::name).containsExactly("lines");
            assertThat(registry.of(LINES).create(NORTH, new Line("112", "north", "l")))
                    .isNotNull();
        }
    }

    @Test
    void twoPluginsOfOneAssociationAreRefused() {
        assertThatThrownBy(
                        () -> load(userLines(), ResourcePlugin.extending(USERS).with(userLines())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("association 'user_line': has two plugins");
        assertThatThrownBy(() -> load(ResourcePlugin.extending(LINES).with(ResourcePlugin.of(USERS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("resource 'users': has two plugins");
    }
}
