package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.dao.Dao;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.EventType;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Search;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says that a service call on a store happens whole or not at all, wherever it fails. */
public abstract class ServiceContract extends StoreContract {
    private static final EventType<String> SAVED = new EventType<>("saved", String.class);

    private final List<String> heard = new ArrayList<>();
    private CRUDService<Person, Integer> service;
    private AssociationService<Person, Integer, Room, String> links;
    private PluginRegistry registry;

    protected ServiceContract() {}

    private static void failAt(String place, String name) {
        if (name.equals("fails in " + place)) {
            throw new IllegalStateException(name);
        }
    }

    /** Fails where the name of a person says so; announces before it fails. */
    private static Plugin people() {
        return ResourcePlugin.of(PEOPLE)
                .withoutUniqueRule()
                .dao((store, people) -> failing(store.dao(people)))
                .rule((change, violations) -> failAt("rule", change.value().name()))
                .announces((change, announcements) -> {
                    announcements.announce(SAVED.of(change.value().name()));
                    failAt("event", change.value().name());
                });
    }

    @SuppressWarnings("unchecked")
    private static Dao<Person, Integer> failing(Dao<Person, Integer> dao) {
        return (Dao<Person, Integer>) Proxy.newProxyInstance(
                ServiceContract.class.getClassLoader(), new Class<?>[] {Dao.class}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(dao, arguments);
                        if (result instanceof Person person && !method.getName().startsWith("find")) {
                            failAt("dao", person.name());
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @BeforeEach
    void load() {
        registry = PluginRegistry.on(store)
                .plugins(people(), ResourcePlugin.of(ROOMS), AssociationPlugin.of(PERSON_ROOMS))
                .listener(event -> failAt("listener", event.data(SAVED)))
                .listener(event -> heard.add(event.data(SAVED)))
                .load();
        service = registry.of(PEOPLE);
        links = registry.of(PERSON_ROOMS);
    }

    @Test
    void aFailureBeforeTheCommitLeavesNothing() {
        Person ann = service.create(CALL, Person.of("Ann"));
        heard.clear();
        for (String place : List.of("rule", "dao", "event")) {
            String name = "fails in " + place;
            assertThatThrownBy(() -> service.create(CALL, Person.of(name))).hasMessage(name);
            assertThatThrownBy(
                            () -> service.edit(CALL, ann.id(), Edit.of(PEOPLE).set(NAME, name)))
                    .hasMessage(name);
            assertThat(service.search(CALL, Search.all()).items()).as(place).containsExactly(ann);
            assertThat(store.outbox().backlog().entries()).as(place).isZero();
        }
        assertThat(heard).isEmpty();
        service.delete(CALL, ann.id());
        assertThat(heard).containsExactly("Ann");
    }

    @Test
    void aListenerThatFailsLosesNothingAndTheOthersRun() {
        Person saved = service.create(CALL, Person.of("fails in listener"));

        assertThat(service.find(CALL, saved.id())).contains(saved);
        assertThat(heard).containsExactly("fails in listener");
        assertThat(store.outbox().backlog().entries()).isZero();
    }

    @Test
    void aFailureInAJoinedCallDoomsTheUnitEvenWhenCaught() {
        have("a");
        assertThatThrownBy(() -> registry.unitOfWork().run(CALL, () -> {
                    Person ann = service.create(CALL, Person.of("Ann"));
                    links.associate(CALL, ann.id(), "a");
                    try {
                        service.create(CALL, Person.of("fails in rule"));
                    } catch (IllegalStateException caught) {
                        service.create(CALL, Person.of("Bob"));
                    }
                }))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNIT_FAILED));

        assertThat(service.search(CALL, Search.all()).total()).isZero();
        assertThat(links.lefts(CALL, List.of("a"))).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void severalCallsInOneUnitAreAnnouncedTogetherAfterTheCommit() {
        registry.unitOfWork().run(CALL, () -> {
            service.create(CALL, Person.of("Ann"));
            service.create(CALL, Person.of("Bob"));
            assertThat(heard).isEmpty();
        });
        assertThat(heard).containsExactly("Ann", "Bob");
    }
}
