package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Read;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.operation.Linked;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says how links are made, undone, replaced and looked up. */
public abstract class AssociationContract extends StoreContract {
    private int ann;
    private int bob;

    protected AssociationContract() {}

    @BeforeEach
    void havePeopleAndRooms() {
        ann = have(Person.of("Ann")).id();
        bob = have(Person.of("Bob")).id();
        run(() -> List.of("a", "b", "c", "d", "e").forEach(code -> rooms.create(new Room(code, code))));
    }

    @Test
    void links() {
        run(() -> personRooms.link(ann, "a"));

        assertThat(personRooms.linked(ann, "a")).isTrue();
        assertThat(personRooms.linked(ann, "b")).isFalse();
        assertThat(personRooms.linked(bob, "a")).isFalse();
    }

    @Test
    void keepsOrderOfLinkingInBothDirections() {
        run(() -> {
            personRooms.link(bob, "c");
            personRooms.link(ann, "c");
            personRooms.link(ann, "a");
            personRooms.link(ann, "b");
        });

        assertThat(personRooms.rights(ann)).containsExactly("c", "a", "b");
        assertThat(personRooms.lefts("c")).containsExactly(bob, ann);
    }

    @Test
    void looksUpManyAtOnce() {
        run(() -> {
            personRooms.link(ann, "a");
            personRooms.link(ann, "b");
            personRooms.link(bob, "b");
        });

        Map<Integer, List<String>> rights = personRooms.rights(List.of(ann, bob, 999));
        assertThat(rights.get(ann)).containsExactly("a", "b");
        assertThat(rights.get(bob)).containsExactly("b");
        assertThat(rights.getOrDefault(999, List.of())).isEmpty();
        Map<String, List<Integer>> lefts = personRooms.lefts(List.of("a", "b", "c"));
        assertThat(lefts.get("a")).containsExactly(ann);
        assertThat(lefts.get("b")).containsExactly(ann, bob);
        assertThat(personRooms.rights(List.of())).isEmpty();
    }

    @Test
    void unlinks() {
        run(() -> {
            personRooms.link(ann, "a");
            personRooms.link(ann, "b");
            personRooms.link(bob, "a");
        });

        run(() -> personRooms.unlink(ann, "a"));
        run(() -> personRooms.unlink(ann, "a"));

        assertThat(personRooms.rights(ann)).containsExactly("b");
        assertThat(personRooms.lefts("a")).containsExactly(bob);
    }

    @Test
    void unlinksAllOfOneSide() {
        run(() -> {
            personRooms.link(ann, "a");
            personRooms.link(ann, "b");
            personRooms.link(bob, "a");
            personRooms.link(bob, "b");
        });

        run(() -> personRooms.unlinkLeft(ann));
        assertThat(personRooms.rights(ann)).isEmpty();
        assertThat(personRooms.rights(bob)).containsExactly("a", "b");

        run(() -> personRooms.unlinkRight("a"));
        assertThat(personRooms.rights(bob)).containsExactly("b");
        assertThat(personRooms.lefts("a")).isEmpty();
    }

    @Test
    void replacesSet() {
        run(() -> {
            personRooms.link(ann, "a");
            personRooms.link(ann, "b");
            personRooms.link(bob, "a");
        });

        run(() -> personRooms.replace(ann, List.of("c", "b", "d", "e")));

        assertThat(personRooms.rights(ann)).containsExactlyInAnyOrder("b", "c", "d", "e");
        assertThat(personRooms.rights(bob)).containsExactly("a");
        run(() -> personRooms.replace(ann, List.of()));
        assertThat(personRooms.rights(ann)).isEmpty();
    }

    @Test
    void keepsOrderGiven() {
        run(() -> route.replace(ann, List.of("c", "a", "b")));
        assertThat(route.rights(ann)).containsExactly("c", "a", "b");

        run(() -> route.replace(ann, List.of("b", "d", "c", "e", "a")));
        assertThat(route.rights(ann)).containsExactly("b", "d", "c", "e", "a");

        run(() -> route.replace(ann, List.of("e", "b")));
        assertThat(route.rights(ann)).containsExactly("e", "b");

        run(() -> route.link(ann, "a"));
        assertThat(route.rights(ann)).containsExactly("e", "b", "a");

        run(() -> route.unlink(ann, "b"));
        run(() -> route.link(ann, "d"));
        assertThat(route.rights(ann)).containsExactly("e", "a", "d");

        run(() -> route.replace(ann, List.of("e", "a", "b", "d")));
        assertThat(route.rights(ann)).containsExactly("e", "a", "b", "d");
    }

    @Test
    void refusesSecondRightWhereOneIsAllowed() {
        run(() -> desk.link(ann, "a"));

        assertThatThrownBy(() -> run(() -> desk.link(ann, "b")))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(Errors.stillAssociated(
                                        "Person", "Room", Details.of("Person", ann, "Room", "a"))));
        assertThat(desk.rights(ann)).containsExactly("a");
    }

    @Test
    void refusesSecondLeftWhereOneIsAllowed() {
        run(() -> desk.link(ann, "a"));

        assertThatThrownBy(() -> run(() -> desk.link(bob, "a")))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(Errors.stillAssociated(
                                        "Room", "Person", Details.of("Room", "a", "Person", ann))));
        assertThat(desk.lefts("a")).containsExactly(ann);
    }

    @Test
    void refusesReplacementThatTakesFromAnother() {
        run(() -> desk.link(ann, "a"));

        assertThatThrownBy(() -> run(() -> desk.replace(bob, List.of("a"))))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(Errors.stillAssociated(
                                        "Room", "Person", Details.of("Room", "a", "Person", ann))));
    }

    @Test
    void refusesReplacementByTwoWhereOneIsAllowed() {
        assertThatThrownBy(() -> run(() -> desk.replace(ann, List.of("a", "b"))))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(Errors.stillAssociated(
                                        "Person", "Room", Details.of("Person", ann, "Room", "a"))));
        assertThat(desk.rights(ann)).isEmpty();
    }

    @Test
    void replacesTheOnlyRight() {
        run(() -> desk.link(ann, "a"));
        run(() -> desk.replace(ann, List.of("b")));

        assertThat(desk.rights(ann)).containsExactly("b");
        run(() -> desk.replace(ann, List.of("b")));
        assertThat(desk.rights(ann)).containsExactly("b");
    }

    @Test
    void linksResourceToItself() {
        run(() -> friends.link(ann, bob));

        assertThat(friends.rights(ann)).containsExactly(bob);
        assertThat(friends.rights(bob)).isEmpty();
        assertThat(friends.lefts(bob)).containsExactly(ann);
    }

    /** A DAO put around another one, which the store does not know. */
    @SuppressWarnings("unchecked")
    private Dao<Person, Integer> around(Dao<Person, Integer> dao) {
        return (Dao<Person, Integer>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Dao.class},
                (self, method, arguments) -> method.getName().equals("reading") ? self : method.invoke(dao, arguments));
    }

    private static <K, T> Map<K, List<T>> values(Read<Map<K, List<Linked<T, Record>>>> read) {
        Map<K, List<T>> values = new LinkedHashMap<>();
        read.now()
                .forEach((key, links) ->
                        values.put(key, links.stream().map(Linked::value).toList()));
        return values;
    }

    @Test
    void looksUpRowsOfManyAtOnce() {
        Person anna = people.find(ann).orElseThrow();
        Person bert = people.find(bob).orElseThrow();
        run(() -> {
            route.replace(bob, List.of("c", "a"));
            route.replace(ann, List.of("b", "c"));
            route.replace(bob, List.of("a", "c"));
        });

        Map<Integer, List<Room>> rights = values(route.rightRows(List.of(ann, bob, 999), rooms));
        assertThat(rights.get(ann)).extracting(Room::code).containsExactly("b", "c");
        assertThat(rights.get(bob)).containsExactly(new Room("a", "a"), new Room("c", "c"));
        assertThat(rights.getOrDefault(999, List.of())).isEmpty();
        assertThat(route.rightRows(List.of(), rooms).now()).isEmpty();
        for (Dao<Person, Integer> dao : List.of(people, around(people))) {
            Map<String, List<Person>> lefts = values(route.leftRows(List.of("c", "a", "d"), dao));
            assertThat(lefts.get("c")).containsExactly(bert, anna);
            assertThat(lefts.get("a")).containsExactly(bert);
            assertThat(lefts.getOrDefault("d", List.of())).isEmpty();
            assertThat(route.leftRows(List.of(), dao).now()).isEmpty();
        }
    }

    @Test
    void looksUpRowsOfOneResourceOnBothSides() {
        run(() -> friends.link(ann, bob));

        Person anna = people.find(ann).orElseThrow();
        Person bert = people.find(bob).orElseThrow();
        assertThat(values(friends.rightRows(List.of(ann, bob), people))).containsExactly(Map.entry(ann, List.of(bert)));
        assertThat(values(friends.leftRows(List.of(ann, bob), people))).containsExactly(Map.entry(bob, List.of(anna)));
    }

    @Test
    void looksUpRowsAsTheUnitHasThem() {
        run(() -> {
            rooms.update(new Room("a", "a"), new Room("a", "renamed"));
            route.link(ann, "a");
            assertThat(values(route.rightRows(List.of(ann), rooms)))
                    .containsEntry(ann, List.of(new Room("a", "renamed")));
        });
    }
}
