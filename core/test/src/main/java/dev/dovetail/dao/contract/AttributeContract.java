package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.operation.Linked;
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

    private AssociationDao<Integer, String> members;
    private AssociationDao<Integer, String> stays;
    private int ann;
    private int bob;

    protected AttributeContract() {}

    @BeforeEach
    void havePeopleAndRooms() {
        members = store.dao(MEMBERS);
        stays = store.dao(STAYS);
        ann = have(Person.of("Ann")).id();
        bob = have(Person.of("Bob")).id();
        run(() -> List.of("a", "b", "c", "d", "e").forEach(code -> rooms.create(new Room(code, code))));
    }

    private void replace(AssociationDao<Integer, String> dao, int left, Map<String, Record> rights) {
        run(() -> dao.replace(left, rights));
    }

    private static Map<String, Record> rights(AssociationDao<Integer, String> dao, int left) {
        return dao.linksOfLefts(List.of(left)).getOrDefault(left, Map.of());
    }

    private static Map<String, Record> inOrder(Object... keysAndAttributes) {
        Map<String, Record> map = new LinkedHashMap<>();
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
        assertThat(rights(members, ann)).containsExactly(Map.entry("a", FULL));
        assertThat(members.linksOfRights(List.of("a", "b")))
                .containsExactly(Map.entry("a", Map.of(ann, FULL, bob, Membership.at(1))));
        assertThat(members.linksOfRights(List.of("a")).get("a").keySet()).containsExactly(ann, bob);
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

        assertThat(members.linksOfLefts(List.of(ann, bob)))
                .isEqualTo(Map.of(ann, Map.of("a", FULL, "b", Membership.at(2)), bob, Map.of("a", Membership.at(3))));
    }

    @Test
    void carriesTheDefaultsUnlessTold() {
        run(() -> stays.link(ann, "a"));
        run(() -> members.replace(ann, List.of("c", "b")));
        run(() -> members.change(ann, "b", FULL));
        run(() -> members.replace(ann, List.of("a", "b", "d")));

        assertThat(stays.find(ann, "a")).contains(Membership.at(7));
        assertThat(rights(members, ann)).isEqualTo(Map.of("a", Membership.at(0), "b", FULL, "d", Membership.at(2)));
    }

    @Test
    void replacesSetWithAttributes() {
        replace(stays, ann, inOrder("a", Membership.at(1), "b", Membership.at(2), "c", Membership.at(3)));
        replace(stays, bob, inOrder("a", Membership.at(9)));

        replace(stays, ann, inOrder("c", FULL, "d", Membership.at(4), "b", Membership.at(2)));

        assertThat(rights(stays, ann).entrySet())
                .containsExactly(
                        Map.entry("c", FULL), Map.entry("d", Membership.at(4)), Map.entry("b", Membership.at(2)));
        assertThat(rights(stays, bob)).isEqualTo(Map.of("a", Membership.at(9)));
        replace(stays, ann, Map.of());
        assertThat(rights(stays, ann)).isEmpty();
        assertThat(rights(stays, bob)).hasSize(1);
    }

    @Test
    void sortsRightsByAnAttributeThenByLinking() {
        replace(members, ann, inOrder("a", Membership.at(20), "b", Membership.at(3), "c", Membership.at(20)));
        run(() -> members.link(ann, "d", Membership.at(3)));

        assertThat(rights(members, ann).keySet()).containsExactly("b", "d", "a", "c");
        assertThat(members.rights(ann)).containsExactly("b", "d", "a", "c");
        assertThat(members.rightRows(List.of(ann), rooms).now().get(ann))
                .extracting(link -> link.value().code())
                .containsExactly("b", "d", "a", "c");
        run(() -> members.change(ann, "a", Membership.at(0)));
        assertThat(rights(members, ann).keySet()).containsExactly("a", "b", "d", "c");
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
                                new Linked<>(new Room("a", "a"), Membership.at(0)),
                                new Linked<>(new Room("b", "b"), FULL)),
                        bob,
                        List.of(new Linked<>(new Room("b", "b"), Membership.at(1)))));
        assertThat(members.leftRows(List.of("b", "e"), people).now())
                .isEqualTo(Map.of(
                        "b",
                        List.of(
                                new Linked<>(people.find(ann).orElseThrow(), FULL),
                                new Linked<>(people.find(bob).orElseThrow(), Membership.at(1)))));
        assertThat(members.rightRows(List.of(), rooms).now()).isEmpty();
    }

    @Test
    void forgetsAttributesWithTheLink() {
        run(() -> stays.link(ann, "a", FULL));
        run(() -> stays.unlink(ann, "a"));
        assertThat(stays.find(ann, "a")).isEmpty();
        run(() -> stays.link(ann, "a"));
        assertThat(stays.find(ann, "a")).contains(Membership.at(7));
        run(() -> stays.unlinkRight("a"));
        assertThat(stays.find(ann, "a")).isEmpty();
        assertThat(rights(stays, ann)).isEmpty();
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
    void carriesAnEmptyRecordWithoutAttributes() {
        Record nothing = PERSON_ROOMS.attributes().defaults();
        run(() -> personRooms.link(ann, "a"));
        run(() -> personRooms.link(ann, "b", nothing));

        assertThat(personRooms.find(ann, "a")).contains(nothing);
        assertThat(personRooms.find(bob, "a")).isEmpty();
        assertThat(rights(personRooms, ann)).isEqualTo(Map.of("a", nothing, "b", nothing));
        run(() -> personRooms.replace(ann, Map.of("b", nothing, "c", nothing)));
        assertThat(rights(personRooms, ann)).isEqualTo(Map.of("b", nothing, "c", nothing));
        assertThat(personRooms.leftRows(List.of("c"), people).now())
                .isEqualTo(Map.of("c", List.of(new Linked<>(people.find(ann).orElseThrow(), nothing))));
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
            Map<String, Record> wanted = new LinkedHashMap<>();
            all.subList(0, random.nextInt(6)).forEach(code -> wanted.put(code, Membership.at(random.nextInt(3))));
            if (random.nextInt(4) == 0 && !rights(stays, ann).isEmpty()) {
                String gone = List.copyOf(rights(stays, ann).keySet()).get(0);
                run(() -> stays.unlink(ann, gone));
            }
            replace(stays, ann, wanted);
            assertThat(List.copyOf(rights(stays, ann).entrySet()))
                    .as("round %s", round)
                    .isEqualTo(List.copyOf(wanted.entrySet()));
            assertThat(stays.rights(ann)).isEqualTo(List.copyOf(wanted.keySet()));
        }
    }
}
