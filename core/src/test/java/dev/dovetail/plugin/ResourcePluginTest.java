package dev.dovetail.plugin;

import static dev.dovetail.sample.Office.ALL;
import static dev.dovetail.sample.Office.EXTENSION;
import static dev.dovetail.sample.Office.FLOOR;
import static dev.dovetail.sample.Office.LINES;
import static dev.dovetail.sample.Office.NAME;
import static dev.dovetail.sample.Office.NORTH;
import static dev.dovetail.sample.Office.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Violation;
import dev.dovetail.notification.Command;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Operation;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.DerivedUse;
import dev.dovetail.resource.Resource;
import dev.dovetail.sample.Line;
import dev.dovetail.sample.User;
import dev.dovetail.validation.Rule;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourcePluginTest {
    private static final EventType<String> SAID = new EventType<>("said", String.class);
    private static final Command RELOAD = Command.of("pbx", "reload");
    private static final Derived<User, String> SHOUTED =
            Derived.of("shouted", String.class, user -> user.name().toUpperCase(Locale.ROOT));

    record CallFilter(String name) {}

    private final List<String> heard = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    private PluginRegistry load(Plugin... plugins) {
        return PluginRegistry.on(MemoryStore.create())
                .plugins(plugins)
                .listener(event -> heard.add(event.name() + " " + event.data()))
                .sender("pbx", commands -> commands.forEach(command -> heard.add(command.action())))
                .load();
    }

    private static ResourcePlugin<User, Integer> users() {
        return ResourcePlugin.of(USERS);
    }

    private static Notifier<Change<User>> saying(String text) {
        return (change, announcements) -> announcements.announce(SAID.of(text));
    }

    /** Returns the rule that notes its run and finds nothing. */
    private Rule<Change<User>> noting(String text) {
        return (change, violations) -> seen.add(text);
    }

    private static List<String> faults(Runnable call) {
        return catchThrowableOfType(DovetailException.class, call::run).violations().stream()
                .map(Violation::message)
                .toList();
    }

    /** Creates, edits and deletes a user. */
    private static void createEditDelete(PluginRegistry registry) {
        User ann = registry.of(USERS).create(NORTH, User.named("ann"));
        registry.of(USERS).edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, 2));
        registry.of(USERS).delete(NORTH, ann.id());
    }

    @Test
    void eachMethodReturnsAPluginThatHasOneThingMore() {
        ResourcePlugin<User, Integer> bare = users();
        ResourcePlugin<User, Integer> ruled = bare.forbid("No.", change -> true);
        assertThat(ruled).isNotSameAs(bare);
        assertThat(load(bare).of(USERS).create(NORTH, User.named("ann")).id()).isEqualTo(1);
        assertThat(faults(() -> load(ruled).of(USERS).create(NORTH, User.named("ann"))))
                .hasSize(1);
    }

    @Test
    void isNamedAfterTheCollection() {
        assertThat(users().name()).isEqualTo("users");
        assertThat(users()).hasToString("plugin of User");
        assertThat(users().resource()).isSameAs(USERS);
        assertThat(users().isExtension()).isFalse();
        assertThat(ResourcePlugin.extending(USERS).name()).isEqualTo("extension of users");
        assertThat(ResourcePlugin.extending(USERS)).hasToString("extension of User");
        assertThat(ResourcePlugin.extending(USERS).isExtension()).isTrue();
    }

    @Nested
    class ItsRules {
        @Test
        void areOfCreationsAndEditsUnlessSaidOtherwise() {
            createEditDelete(load(users().rule((change, violations) -> seen.add(change.operation() + ""))));
            assertThat(seen).containsExactly("CREATE", "EDIT");
        }

        @Test
        void areOfTheOperationsNamed() {
            createEditDelete(load(
                    users().rule((change, violations) -> seen.add("a " + change.operation()), Operation.DELETE)
                            .rule(
                                    (services, change, violations) -> seen.add("b " + change.operation()),
                                    Operation.CREATE,
                                    Operation.DELETE)));
            assertThat(seen).containsExactly("b CREATE", "a DELETE", "b DELETE");
        }

        @Test
        void mayAskOtherServices() {
            PluginRegistry registry = load(
                    users().rule((services, change, violations) ->
                            seen.add(services.of(LINES)
                                            .search(change.call(), Search.all())
                                            .total() + " lines")),
                    ResourcePlugin.of(LINES));
            registry.of(LINES).create(NORTH, new Line("a", "north", "l"));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(seen).containsExactly("1 lines");
        }

        @Test
        void forbidForAReason() {
            PluginRegistry registry = load(
                    users().forbid("Bob is enough.", bob("bob")).forbid("Root stays.", bob("root"), Operation.DELETE));
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("bob"))))
                    .singleElement()
                    .asString()
                    .contains("Bob is enough.");
            User root = registry.of(USERS).create(NORTH, User.named("root"));
            assertThat(faults(() -> registry.of(USERS).delete(NORTH, root.id())))
                    .singleElement()
                    .asString()
                    .contains("Root stays.");
        }

        private static Predicate<Change<User>> bob(String name) {
            return change -> change.value().name().equals(name);
        }

        @Test
        void areAllReported() {
            PluginRegistry registry =
                    load(users().forbid("One.", change -> change.value().floor() == 9)
                            .forbid("Two.", change -> change.value().floor() == 9));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(faults(() ->
                            registry.of(USERS).create(NORTH, User.named("ann").on(9))))
                    .satisfiesExactly(
                            taken -> assertThat(taken).contains("already exists"),
                            one -> assertThat(one).contains("One."),
                            two -> assertThat(two).contains("Two."));
        }

        @Test
        void stopAtTheFirstThatFailsWhenAsked() {
            PluginRegistry registry = load(
                    users().rule(noting("first"))
                            .forbid("One.", change -> true)
                            .rule(noting("last"))
                            .stopAtFirst(),
                    ResourcePlugin.extending(USERS).rule(noting("extension")));
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
            assertThat(seen).containsExactly("first");
        }

        @Test
        void checkUniqueValuesFirstOfAll() {
            PluginRegistry registry = load(users().rule(noting("rule")).stopAtFirst());
            registry.of(USERS).create(NORTH, User.named("ann"));
            seen.clear();
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
            assertThat(seen).isEmpty();
        }

        @Test
        void checkUniqueValuesWhereThatIsGiven() {
            PluginRegistry registry = load(users().rule(noting("before"))
                    .rule(Rules.unique(USERS))
                    .rule(noting("after"))
                    .stopAtFirst());
            registry.of(USERS).create(NORTH, User.named("ann"));
            seen.clear();
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
            assertThat(seen).containsExactly("before");
        }

        @Test
        void leaveUniqueValuesToTheStoreWhenAsked() {
            PluginRegistry registry = load(users().withoutUniqueRule()
                    .forbid("No.", change -> change.value().floor() == 9));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(faults(() ->
                            registry.of(USERS).create(NORTH, User.named("ann").on(9))))
                    .singleElement()
                    .asString()
                    .contains("No.");
            DovetailException taken = catchThrowableOfType(
                    DovetailException.class, () -> registry.of(USERS).create(NORTH, User.named("ann")));
            assertThat(taken.kind()).isEqualTo(ErrorKind.ALREADY_EXISTS);
        }

        @Test
        void ofGroupsRunFirstAndInPlaceOfThatOfUniqueValues() {
            PluginRegistry registry = load(users().rule(noting("rule"))
                    .rules(services -> ValidationGroup.<User>builder()
                            .create(Rules.unique(services.dao(USERS)))
                            .create(noting("group"))
                            .build())
                    .rules(services -> ValidationGroup.<User>builder()
                            .edit(noting("edit"))
                            .create(noting("second"))
                            .build()));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(seen).containsExactly("group", "second", "rule");
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
        }

        @Test
        void doNotFollowAGroupThatStops() {
            PluginRegistry registry = load(users().rule(noting("rule"))
                    .rules(services -> ValidationGroup.<User>builder()
                            .create(Rules.forbid("User", "No.", change -> true))
                            .stopAtFirst()
                            .build()));
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
            assertThat(seen).isEmpty();
        }
    }

    /** A plugin that stops ran all of its rules after a group that does not. */
    @Test
    void stopsAfterAGroupThatDoesNot() {
        PluginRegistry registry = load(users().stopAtFirst()
                .rules(services -> ValidationGroup.<User>builder()
                        .create(Rules.forbid("User", "One.", change -> true))
                        .create(Rules.forbid("User", "Two.", change -> true))
                        .build())
                .rule(noting("rule")));
        assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                .hasSize(2);
        assertThat(faults(() -> registry.of(USERS).createAll(NORTH, List.of(User.named("ann")))))
                .hasSize(2);
        assertThat(seen).isEmpty();
    }

    @Nested
    class ItsSteps {
        @Test
        void prepareWhatIsStored() {
            PluginRegistry registry = load(users().announcesChanges()
                    .prepare((services, change) -> {
                        seen.add(change.operation() + " "
                                + change.before().map(User::floor).orElse(0) + " " + change.given());
                        return change.value().at(change.value().floor() + "");
                    })
                    .prepare((services, change) ->
                            change.value().at(change.value().extension() + "0"))
                    .rule((change, violations) -> seen.add(change.value().extension() + "")));
            User ann = registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(ann.extension()).isEqualTo("10");
            registry.of(USERS).edit(NORTH, ann.id(), Edit.of(USERS).set(FLOOR, 2));
            assertThat(registry.of(USERS).get(NORTH, ann.id()).extension()).isEqualTo("20");
            registry.of(USERS).delete(NORTH, ann.id());
            assertThat(seen).containsExactly("CREATE 0 []", "10", "EDIT 1 [User.floor]", "20");
            assertThat(heard.get(0)).startsWith("user_created").contains("extension=10");
        }

        /** What no store keeps as it is got in by way of a preparation. */
        @Test
        void mayNotPrepareWhatNoStoreKeeps() {
            PluginRegistry registry =
                    load(users().prepare((services, change) -> change.value().at("1\u0000")));
            assertThat(faults(() -> registry.of(USERS).create(NORTH, User.named("ann"))))
                    .hasSize(1);
        }

        @Test
        void comeBeforeTheObjectGoesAndAfterItIsWritten() {
            PluginRegistry registry = load(users().deleting((services, change) -> seen.add("deleting, there "
                            + services.dao(USERS).find(change.value().id()).isPresent()))
                    .afterwards((services, change) -> seen.add(change.operation() + ", there "
                            + services.dao(USERS).find(change.value().id()).isPresent())));
            createEditDelete(registry);
            assertThat(seen)
                    .containsExactly(
                            "CREATE, there true", "EDIT, there true", "deleting, there true", "DELETE, there false");
        }

        @Test
        void announceEveryChangeByConvention() {
            Resource<CallFilter, String> filters =
                    Resource.of(CallFilter.class, CallFilter::name).build();
            PluginRegistry registry =
                    load(users().announcesChanges(), ResourcePlugin.of(filters).announcesChanges());
            createEditDelete(registry);
            registry.of(filters).create(ALL, new CallFilter("f"));
            assertThat(heard)
                    .extracting(event -> event.substring(0, event.indexOf(' ')))
                    .containsExactly("user_created", "user_edited", "user_deleted", "call_filter_created");
        }

        @Test
        void announceOneAfterTheOther() {
            PluginRegistry registry = load(users().command(RELOAD, Operation.CREATE)
                    .announces(saying("a"))
                    .announces(services -> saying(services.loaded("users") + ""))
                    .announces((services, change, announcements) -> announcements.announce(SAID.of("c")))
                    .announces(Notifier.<User>of().deleted(user -> SAID.of("d")).build()));
            User ann = registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(heard).containsExactly("reload", "said a", "said true", "said c");
            heard.clear();
            registry.of(USERS).delete(NORTH, ann.id());
            assertThat(heard).containsExactly("said a", "said true", "said c", "said d");
        }

        @Test
        void askForCommandsAfterEveryOperationUnlessSomeAreNamed() {
            createEditDelete(load(users().command(RELOAD)));
            assertThat(heard).containsExactly("reload", "reload", "reload");
        }
    }

    @Nested
    class ItsDao {
        @Test
        void isMadeOfTheStoreAndOfWhatExtensionsAdd() {
            List<Resource<?, ?>> given = new ArrayList<>();
            PluginRegistry registry = load(
                    users().dao((store, resource) -> {
                        given.add(resource);
                        return store.dao(resource);
                    }),
                    ResourcePlugin.extending(USERS).derived(SHOUTED));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(registry.of(USERS).findBy(NORTH, Criterion.equal(SHOUTED, "ANN")))
                    .isPresent();
            assertThat(given)
                    .singleElement()
                    .satisfies(resource -> assertThat(resource.filters())
                            .anySatisfy(value -> assertThat(value.name()).isEqualTo("shouted")));
        }

        @Test
        void isSetOnce() {
            assertThatThrownBy(() -> users().dao((store, resource) -> store.dao(resource))
                            .dao((store, resource) -> store.dao(resource)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("plugin of User: dao() is called twice; put one DAO around the other");
        }
    }

    @Nested
    class ItsDerivedValues {
        private Resource<?, ?> described(Plugin... plugins) {
            return load(plugins).resources().get(0);
        }

        @Test
        void areForEveryUseUnlessSomeAreNamed() {
            Resource<?, ?> every = described(users().derived(SHOUTED));
            assertThat(every.searched()).extracting(Object::toString).contains("shouted");
            assertThat(every.filters()).extracting(Object::toString).contains("shouted");
            assertThat(every.sorts()).extracting(Object::toString).contains("shouted");
            Resource<?, ?> sorted = described(users().derived(SHOUTED, DerivedUse.SORT));
            assertThat(sorted.searched()).extracting(Object::toString).doesNotContain("shouted");
            assertThat(sorted.filters()).extracting(Object::toString).doesNotContain("shouted");
            assertThat(sorted.sorts()).extracting(Object::toString).contains("shouted");
            assertThat(sorted).isEqualTo(USERS);
        }

        @Test
        void areForTheUsesOfAllThatGiveThem() {
            Resource<?, ?> both = described(
                    users().derived(SHOUTED, DerivedUse.SORT),
                    ResourcePlugin.extending(USERS).derived(SHOUTED, DerivedUse.SEARCH));
            assertThat(both.searched()).extracting(Object::toString).containsOnlyOnce("shouted");
            assertThat(both.sorts()).extracting(Object::toString).containsOnlyOnce("shouted");
        }

        @Test
        void haveNamesOfTheirOwn() {
            Derived<User, String> other = Derived.of("shouted", String.class, User::name);
            assertThatThrownBy(() -> load(
                            users().derived(SHOUTED),
                            ResourcePlugin.extending(USERS).derived(other)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("resource 'users': two plugins give it different values of the name 'shouted'");
        }
    }

    @Nested
    class AnExtension {
        @Test
        void addsToWhatTheOthersSay() {
            PluginRegistry registry = load(
                    extension("a"),
                    users().rule(noting("own rule"))
                            .prepare((services, change) -> named(change, "own"))
                            .deleting((services, change) -> seen.add("own deleting"))
                            .afterwards((services, change) -> seen.add("own afterwards"))
                            .announces(saying("own")),
                    () -> "odd",
                    extension("b"));
            User ann = registry.of(USERS).create(NORTH, User.named("x"));
            assertThat(ann.name()).isEqualTo("xownab");
            assertThat(heard).containsExactly("said own", "said a", "said b");
            registry.of(USERS).delete(NORTH, ann.id());
            assertThat(seen)
                    .containsExactly(
                            "own rule",
                            "a rule",
                            "b rule",
                            "own afterwards",
                            "a afterwards",
                            "b afterwards", //
                            "own deleting",
                            "a deleting",
                            "b deleting",
                            "own afterwards",
                            "a afterwards",
                            "b afterwards");
        }

        private ResourcePlugin<User, Integer> extension(String name) {
            return ResourcePlugin.extending(USERS)
                    .rule(noting(name + " rule"))
                    .prepare((services, change) -> named(change, name))
                    .deleting((services, change) -> seen.add(name + " deleting"))
                    .afterwards((services, change) -> seen.add(name + " afterwards"))
                    .announces(saying(name))
                    .derived(Derived.of("by" + name, String.class, User::name));
        }

        private static User named(Change<User> change, String more) {
            User user = change.value();
            return new User(
                    user.id(), user.tenant(), user.name() + more, user.extension(), user.floor(), user.version());
        }

        @Test
        void putsItsRulesWhereTheResourceWantsThem() {
            PluginRegistry registry = load(
                    users().rule(noting("first")).rule(Rules.contributed()).rule(noting("last")),
                    ResourcePlugin.extending(USERS).rule(noting("a")),
                    ResourcePlugin.extending(USERS).rule(noting("b")));
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(seen).containsExactly("first", "a", "b", "last");
        }

        @Test
        void mayBePartOfAnotherPlugin() {
            PluginRegistry registry = load(
                    ResourcePlugin.of(LINES)
                            .with(ResourcePlugin.extending(USERS).rule(noting("of lines"))),
                    users());
            registry.of(USERS).create(NORTH, User.named("ann"));
            assertThat(seen).containsExactly("of lines");
            assertThat(registry.plugins()).extracting(Plugin::name).containsExactly("lines", "users");
        }

        @Test
        void decidesNothingForTheWholeResource() {
            ResourcePlugin<User, Integer> extension = ResourcePlugin.extending(USERS);
            String mend = "() decides for the whole resource; call it on ResourcePlugin.of(..)";
            assertThatThrownBy(() -> extension.dao((store, resource) -> store.dao(resource)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("extension of User: dao" + mend);
            assertThatThrownBy(extension::stopAtFirst).hasMessage("extension of User: stopAtFirst" + mend);
            assertThatThrownBy(extension::withoutUniqueRule).hasMessage("extension of User: withoutUniqueRule" + mend);
            assertThatThrownBy(() -> extension.rules(services -> ValidationGroup.none()))
                    .hasMessage("extension of User: rules" + mend);
        }

        @Test
        void isRefusedWithoutTheResource() {
            assertThatThrownBy(() -> load(ResourcePlugin.of(LINES)
                            .with(ResourcePlugin.extending(USERS).rule(noting("never")))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("plugin 'lines' extends User, the plugin of User is not loaded; loaded are lines");
            assertThatThrownBy(() -> load(ResourcePlugin.of(LINES), ResourcePlugin.extending(USERS)))
                    .hasMessageStartingWith("plugin 'extension of users' extends User, the plugin of User is not");
        }

        @Test
        void isLeftOutWithTheResource() {
            PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                    .plugins(
                            users(),
                            ResourcePlugin.extending(USERS).rule(noting("never")),
                            ResourcePlugin.of(LINES)
                                    .with(ResourcePlugin.extending(USERS).rule(noting("never"))))
                    .without("users")
                    .load();
            assertThat(registry.plugins()).extracting(Plugin::name).containsExactly("lines");
            assertThat(registry.plugins(ResourcePlugin.class)).hasSize(1);
        }

        @Test
        void canBeLeftOutAlone() {
            PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
                    .plugins(users(), ResourcePlugin.extending(USERS).forbid("No.", change -> true))
                    .without("extension of users")
                    .load();
            assertThat(registry.of(USERS).create(NORTH, User.named("ann")).id()).isEqualTo(1);
        }
    }

    @Test
    void itsPartsAreFoundByType() {
        record Note(String name) implements Plugin {}
        PluginRegistry registry = load(users().with(new Note("a"), new Note("b"))
                .with(ResourcePlugin.of(LINES).with(new Note("c"))));
        assertThat(registry.plugins(Note.class)).extracting(Note::name).containsExactly("a", "b", "c");
        assertThat(registry.of(LINES)).isNotNull();
        assertThat(registry.plugins()).hasSize(1);
    }

    @Test
    void itsDerivedValuesAreSearchedAndSortedBy() {
        PluginRegistry registry = load(users().derived(SHOUTED));
        List.of("ann", "bob").forEach(name -> registry.of(USERS).create(NORTH, User.named(name)));
        assertThat(registry.of(USERS)
                        .search(NORTH, Search.<User>all().by(Order.descending(SHOUTED)))
                        .items())
                .extracting(NAME::get)
                .containsExactly("bob", "ann");
        assertThat(registry.of(USERS)
                        .search(NORTH, Search.where(Criterion.isNull(EXTENSION)))
                        .total())
                .isEqualTo(2);
    }
}
