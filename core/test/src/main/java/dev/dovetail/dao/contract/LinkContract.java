package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.AssociationService;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Edit;
import dev.dovetail.operation.Link;
import dev.dovetail.operation.LinkOperation;
import dev.dovetail.operation.Operation;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.plugin.Services;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.validation.Rules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says which link is the main one, which one follows it, and what becomes of links when an object is deleted. */
public abstract class LinkContract extends StoreContract {
    private static final EventType<String> TOLD = new EventType<>("told", String.class);
    private static final Association<Person, Integer, Room, String> IN_ORDER = Association.between(PEOPLE, ROOMS)
            .name("route")
            .main()
            .onDeleteLeft(OnDelete.DISSOCIATE)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();
    private static final Association<Person, Integer, Room, String> LOWEST = Association.between(PEOPLE, ROOMS)
            .name("route")
            .lowestSucceeds()
            .onDeleteRight(OnDelete.UNLINK)
            .build();
    private static final Association<Person, Integer, Person, Integer> FRIENDSHIPS = Association.between(PEOPLE, PEOPLE)
            .name("friend")
            .onDeleteLeft(OnDelete.DISSOCIATE)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();

    private final List<String> heard = new ArrayList<>();
    private Person ann;
    private Person bob;

    protected LinkContract() {}

    /** Lets a room be left by people that are active only, and writes down in the room who came last. */
    private static Plugin route(Association<Person, Integer, Room, String> association) {
        return AssociationPlugin.of(association)
                .rule(
                        Rules.<Link<Person, Room>>forbid(
                                "Person",
                                "It is locked in.",
                                link -> !link.left().active()),
                        LinkOperation.DISSOCIATE)
                .afterLinking(
                        (services, link) -> title(services, link, link.left().name()))
                .afterUnlinking((services, link) ->
                        title(services, link, "left by " + link.left().name()))
                .announces(AssociationNotifier.<Person, Room>builder()
                        .associated(link -> TOLD.of("made " + text(link)))
                        .dissociated(link -> TOLD.of("undone " + text(link)))
                        .build());
    }

    private static void title(Services services, Link<Person, Room> link, String title) {
        services.of(ROOMS).edit(link.call(), link.right().code(), Edit.of(ROOMS).set(ROOM_TITLE, title));
    }

    private static String text(Link<Person, Room> link) {
        return link.left().name() + "-" + link.right().code() + (link.mainRight() ? " main room" : "")
                + (link.mainLeft() ? " main person" : "");
    }

    private static Plugin friendships() {
        return AssociationPlugin.of(FRIENDSHIPS)
                .announces(AssociationNotifier.<Person, Person>builder()
                        .dissociated(link -> TOLD.of(link.left().name() + " is no friend of "
                                + link.right().name()))
                        .build());
    }

    /** Tells of deletions with the rooms that the person still has then. */
    private static Plugin people(Association<Person, Integer, Room, String> rooms) {
        return ResourcePlugin.of(PEOPLE).announces((services, change, announcements) -> {
            if (change.operation() == Operation.DELETE) {
                List<String> codes =
                        services.dao(rooms).orElseThrow().rights(change.value().id());
                announcements.announce(TOLD.of("deleted " + change.value().name() + " of " + codes));
            }
        });
    }

    private PluginRegistry load(Association<Person, Integer, Room, String> rooms) {
        return PluginRegistry.on(store)
                .plugins(people(rooms), ResourcePlugin.of(ROOMS), route(rooms), friendships())
                .listener(event -> heard.add(event.data(TOLD)))
                .load();
    }

    @BeforeEach
    void haveSome() {
        ann = have(Person.of("Ann"));
        bob = have(Person.of("Bob"));
        List.of("a", "b", "c").forEach(this::have);
    }

    @Test
    void theFirstLinkOfEitherSideIsTheMainOne() {
        AssociationService<Person, Integer, Room, String> links = load(IN_ORDER).of(IN_ORDER);
        links.associate(CALL, ann.id(), "c");
        links.associate(CALL, ann.id(), "a");
        links.associate(CALL, bob.id(), "a");
        links.associate(CALL, ann.id(), "b");
        assertThat(heard)
                .containsExactly(
                        "made Ann-c main room main person",
                        "made Ann-a main person",
                        "made Bob-a main room",
                        "made Ann-b main person");
        heard.clear();
        links.dissociate(CALL, ann.id(), "c");
        links.dissociate(CALL, ann.id(), "b");
        links.dissociate(CALL, ann.id(), "a");
        links.dissociate(CALL, bob.id(), "a");
        assertThat(heard)
                .containsExactly(
                        "undone Ann-c main room main person",
                        "undone Ann-b main person",
                        "undone Ann-a main room main person",
                        "undone Bob-a main room main person");
    }

    @Test
    void theLowestKeyFollowsTheMainOneIfAskedFor() {
        AssociationService<Person, Integer, Room, String> links = load(LOWEST).of(LOWEST);
        have("d");
        links.associateAll(CALL, ann.id(), List.of("d", "c", "b", "a"));
        links.dissociate(CALL, ann.id(), "c");
        assertThat(store.dao(LOWEST).rights(ann.id())).containsExactly("d", "b", "a");
        links.dissociate(CALL, ann.id(), "d");
        assertThat(store.dao(LOWEST).rights(ann.id())).containsExactly("a", "b");
        links.dissociate(CALL, ann.id(), "a");
        links.dissociate(CALL, ann.id(), "b");
        assertThat(store.dao(LOWEST).rights(ann.id())).isEmpty();
    }

    /** The next one in order used to follow a main one that was deleted, rather than dissociated. */
    @Test
    void theLowestKeyFollowsAMainOneThatIsDeleted() {
        PluginRegistry registry = load(LOWEST);
        registry.of(LOWEST).associateAll(CALL, ann.id(), List.of("c", "b", "a"));
        registry.of(LOWEST).associateAll(CALL, bob.id(), List.of("b", "c", "a"));
        registry.of(ROOMS).delete(CALL, "c");
        assertThat(store.dao(LOWEST).rights(ann.id())).containsExactly("a", "b");
        assertThat(store.dao(LOWEST).rights(bob.id())).containsExactly("b", "a");
        registry.of(ROOMS).delete(CALL, "a");
        registry.of(ROOMS).delete(CALL, "b");
        assertThat(store.dao(LOWEST).rights(ann.id())).isEmpty();
    }

    @Test
    void whatFollowsALinkIsStoredWithIt() {
        AssociationService<Person, Integer, Room, String> links = load(IN_ORDER).of(IN_ORDER);
        links.associateAll(CALL, ann.id(), List.of("a", "b"));
        links.associateAll(CALL, ann.id(), List.of("b"));
        assertThat(rooms.find("a").map(Room::title)).contains("left by Ann");
        assertThat(rooms.find("b").map(Room::title)).contains("Ann");
    }

    @Test
    void aDeletionUndoesEachLinkAsIfAskedFor() {
        PluginRegistry registry = load(IN_ORDER);
        registry.of(IN_ORDER).associateAll(CALL, ann.id(), List.of("b", "a"));
        registry.of(IN_ORDER).associate(CALL, bob.id(), "a");
        registry.of(FRIENDSHIPS).associate(CALL, ann.id(), bob.id());
        registry.of(FRIENDSHIPS).associate(CALL, bob.id(), ann.id());
        heard.clear();

        registry.of(PEOPLE).delete(CALL, ann.id());
        assertThat(heard)
                .containsExactlyInAnyOrder(
                        "undone Ann-b main room main person",
                        "undone Ann-a main room main person",
                        "Ann is no friend of Bob",
                        "Bob is no friend of Ann",
                        "deleted Ann of [b, a]");
        assertThat(heard).endsWith("deleted Ann of [b, a]");
        assertThat(people.find(ann.id())).isEmpty();
        assertThat(rooms.find("b").map(Room::title)).contains("left by Ann");

        heard.clear();
        registry.of(ROOMS).delete(CALL, "a");
        assertThat(heard).containsExactly("undone Bob-a main room main person");
        assertThat(rooms.find("a")).isEmpty();
        assertThat(store.dao(IN_ORDER).rights(bob.id())).isEmpty();
    }

    @Test
    void aRuleOfALinkRefusesTheDeletionAndLeavesEverything() {
        PluginRegistry registry = load(IN_ORDER);
        Person locked = registry.of(PEOPLE).edit(CALL, bob.id(), Edit.of(PEOPLE).set(ACTIVE, false));
        registry.of(IN_ORDER).associate(CALL, ann.id(), "a");
        registry.of(IN_ORDER).associate(CALL, locked.id(), "a");
        heard.clear();
        assertThatThrownBy(() -> registry.of(ROOMS).delete(CALL, "a"))
                .hasMessage(Errors.notPermitted("Person", "It is locked in.", Details.none())
                        .toException()
                        .getMessage());
        assertThat(store.dao(IN_ORDER).lefts("a")).containsExactly(ann.id(), bob.id());
        assertThat(rooms.find("a").map(Room::title)).contains("Bob");
        assertThat(heard).isEmpty();
        assertThat(store.outbox().backlog().entries()).isZero();
    }
}
