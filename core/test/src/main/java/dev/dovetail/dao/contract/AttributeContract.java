package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.AttributeDao;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.operation.Attributed;
import dev.dovetail.resource.Attributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says how what links carry is kept, changed and looked up. */
@Needs(Optionally.LINK_ATTRIBUTES)
public abstract class AttributeContract extends StoreContract {
    private static final Membership FULL = new Membership(
            3, "as \"is\"", Person.Colour.DARK_BLUE, Instant.parse("2026-11-24T10:00:00.123456Z"), List.of("a", "b"));

    private AttributeDao<Integer, String, Membership> members;
    private AttributeDao<Integer, String, Membership> stays;
    private int ann;
    private int bob;

    protected AttributeContract() {}

    @BeforeEach
    void havePeopleAndRooms() {
        members = store.dao(MEMBERS).attributes(MEMBERSHIP);
        stays = store.dao(STAYS).attributes(Membership.UNSORTED);
        ann = have(Person.of("Ann")).id();
        bob = have(Person.of("Bob")).id();
        run(() -> List.of("a", "b", "c", "d", "e").forEach(code -> rooms.create(new Room(code, code))));
    }

    private void replace(AttributeDao<Integer, String, Membership> dao, int left, Map<String, Membership> rights) {
        run(() -> dao.replace(left, rights));
    }

    private static Map<String, Membership> inOrder(Object... keysAndAttributes) {
        Map<String, Membership> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndAttributes.length; i += 2) {
            map.put((String) keysAndAttributes[i], (Membership) keysAndAttributes[i + 1]);
        }
        return map;
    }

    @Test
    void keepsWhatALinkCarries() {
        run(() -> members.link(ann, "a", FULL));
        run(() -> members.link(bob, "a", Membership.at(1)));

        assertThat(members.find(ann, "a")).contains(FULL);
        assertThat(members.find(bob, "a")).contains(Membership.at(1));
        assertThat(members.find(ann, "b")).isEmpty();
        assertThat(members.rights(ann)).containsExactly(Map.entry("a", FULL));
        assertThat(members.lefts(List.of("a", "b")))
                .containsExactly(Map.entry("a", Map.of(ann, FULL, bob, Membership.at(1))));
        assertThat(members.lefts(List.of("a")).get("a").keySet()).containsExactly(ann, bob);
    }

    @Test
    void changesWhatALinkCarries() {
        run(() -> {
            members.link(ann, "a", Membership.at(1));
            members.link(ann, "b", Membership.at(2));
            members.link(bob, "a", Membership.at(3));
        });

        run(() -> members.change(ann, "a", FULL));
        run(() -> members.change(bob, "b", FULL));

        assertThat(members.rights(List.of(ann, bob)))
                .isEqualTo(Map.of(ann, Map.of("a", FULL, "b", Membership.at(2)), bob, Map.of("a", Membership.at(3))));
    }

    @Test
    void carriesTheDefaultsUnlessTold() {
        run(() -> store.dao(STAYS).link(ann, "a"));
        run(() -> store.dao(MEMBERS).replace(ann, List.of("c", "b")));
        run(() -> members.change(ann, "b", FULL));
        run(() -> store.dao(MEMBERS).replace(ann, List.of("a", "b", "d")));

        assertThat(stays.find(ann, "a")).contains(Membership.at(7));
        assertThat(members.rights(ann)).isEqualTo(Map.of("a", Membership.at(0), "b", FULL, "d", Membership.at(2)));
    }

    @Test
    void replacesSetWithAttributes() {
        replace(stays, ann, inOrder("a", Membership.at(1), "b", Membership.at(2), "c", Membership.at(3)));
        replace(stays, bob, inOrder("a", Membership.at(9)));

        replace(stays, ann, inOrder("c", FULL, "d", Membership.at(4), "b", Membership.at(2)));

        assertThat(stays.rights(ann).entrySet())
                .containsExactly(
                        Map.entry("c", FULL), Map.entry("d", Membership.at(4)), Map.entry("b", Membership.at(2)));
        assertThat(stays.rights(bob)).isEqualTo(Map.of("a", Membership.at(9)));
        replace(stays, ann, Map.of());
        assertThat(stays.rights(ann)).isEmpty();
        assertThat(stays.rights(bob)).hasSize(1);
    }

    @Test
    void sortsRightsByAnAttributeThenByLinking() {
        replace(members, ann, inOrder("a", Membership.at(20), "b", Membership.at(3), "c", Membership.at(20)));
        run(() -> members.link(ann, "d", Membership.at(3)));

        assertThat(members.rights(ann).keySet()).containsExactly("b", "d", "a", "c");
        assertThat(store.dao(MEMBERS).rights(ann)).containsExactly("b", "d", "a", "c");
        assertThat(store.dao(MEMBERS).rightRows(List.of(ann), rooms).now().get(ann))
                .extracting(Room::code)
                .containsExactly("b", "d", "a", "c");
        run(() -> members.change(ann, "a", Membership.at(0)));
        assertThat(members.rights(ann).keySet()).containsExactly("a", "b", "d", "c");
    }

    @Test
    void looksUpRowsAndAttributes() {
        run(() -> {
            members.link(ann, "b", FULL);
            members.link(ann, "a", Membership.at(0));
            members.link(bob, "b", Membership.at(1));
        });

        assertThat(members.rightRows(List.of(ann, bob, 999), rooms).now())
                .isEqualTo(Map.of(
                        ann,
                        List.of(
                                new Attributed<>(new Room("a", "a"), Membership.at(0)),
                                new Attributed<>(new Room("b", "b"), FULL)),
                        bob,
                        List.of(new Attributed<>(new Room("b", "b"), Membership.at(1)))));
        assertThat(members.leftRows(List.of("b", "e"), people).now())
                .isEqualTo(Map.of(
                        "b",
                        List.of(
                                new Attributed<>(people.find(ann).orElseThrow(), FULL),
                                new Attributed<>(people.find(bob).orElseThrow(), Membership.at(1)))));
        assertThat(members.rightRows(List.of(), rooms).now()).isEmpty();
    }

    @Test
    void forgetsAttributesWithTheLink() {
        run(() -> stays.link(ann, "a", FULL));
        run(() -> store.dao(STAYS).unlink(ann, "a"));
        assertThat(stays.find(ann, "a")).isEmpty();
        run(() -> store.dao(STAYS).link(ann, "a"));
        assertThat(stays.find(ann, "a")).contains(Membership.at(7));
        run(() -> store.dao(STAYS).unlinkRight("a"));
        assertThat(stays.find(ann, "a")).isEmpty();
        assertThat(stays.rights(ann)).isEmpty();
    }

    @Test
    void undoesChangesWithTheUnit() {
        run(() -> stays.link(ann, "a", FULL));

        assertThatThrownBy(() -> run(() -> {
                    stays.change(ann, "a", Membership.at(1));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");

        assertThat(stays.find(ann, "a")).contains(FULL);
    }

    @Test
    void knowsItsOwnAttributesOnly() {
        Attributes<Membership> others = Attributes.of(Membership.class, Membership.at(0));

        assertThatThrownBy(() -> store.dao(MEMBERS).attributes(others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member: Membership are not its attributes");
        assertThatThrownBy(() -> personRooms.attributes(MEMBERSHIP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "association person_room: Membership are not its attributes (expected: none; declare them by"
                                + " attributes(..))");
        assertThat(personRooms.attributes(PERSON_ROOMS.attributes()).rights(ann))
                .isEmpty();
    }

    /** Links that had left made gaps between positions, into which later ones fell. */
    @Test
    void keepsOrderWhereLinksHaveLeft() {
        run(() -> List.of("a", "b", "c", "d").forEach(room -> route.link(ann, room)));
        run(() -> List.of("b", "c").forEach(room -> route.unlink(ann, room)));

        run(() -> route.replace(ann, List.of("a", "d", "e")));

        assertThat(route.rights(ann)).containsExactly("a", "d", "e");
    }

    @Test
    void replacesAnySetByAnyOther() {
        Random random = new Random(4);
        List<String> all = new ArrayList<>(List.of("a", "b", "c", "d", "e"));
        for (int round = 0; round < 200; round++) {
            Collections.shuffle(all, random);
            Map<String, Membership> wanted = new LinkedHashMap<>();
            all.subList(0, random.nextInt(6)).forEach(code -> wanted.put(code, Membership.at(random.nextInt(3))));
            if (random.nextInt(4) == 0 && !stays.rights(ann).isEmpty()) {
                String gone = List.copyOf(stays.rights(ann).keySet()).get(0);
                run(() -> store.dao(STAYS).unlink(ann, gone));
            }
            replace(stays, ann, wanted);
            assertThat(List.copyOf(stays.rights(ann).entrySet()))
                    .as("round %s", round)
                    .isEqualTo(List.copyOf(wanted.entrySet()));
            assertThat(store.dao(STAYS).rights(ann)).isEqualTo(List.copyOf(wanted.keySet()));
        }
    }
}
