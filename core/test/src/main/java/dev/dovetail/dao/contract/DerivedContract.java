package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Daos;
import dev.dovetail.dao.Lookups;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says how values that are no columns are filtered, sorted and searched by, and looked up for many rows at once. */
public abstract class DerivedContract extends StoreContract {
    private static final Column<Room, String> CODE = ROOMS.column(Room::code);
    private static final Column<Ticket, String> TITLE = TICKETS.column(Ticket::title);

    protected DerivedContract() {}

    /** The title of the first room on somebody's route. */
    private static final Derived<Person, String> FIRST_STOP =
            Derived.found("firstStop", String.class, () -> Derivation.right(ROUTE, Derivation.of(ROOM_TITLE)));
    /** The desk, else the first stop, else a constant. */
    private static final Derived<Person, String> WHERE = Derived.found(
            "where",
            String.class,
            () -> Derivation.firstOf(
                    Derivation.of(DESK_TITLE), Derivation.of(FIRST_STOP), Derivation.constant("it's nowhere")));
    /** Whoever has the desk in a room. */
    private static final Derived<Room, String> HOLDER =
            Derived.found("holder", String.class, () -> Derivation.left(DESK, Derivation.of(NAME)));
    /** The holder of the desk in the room that a ticket is named after: two steps. */
    private static final Derived<Ticket, String> NAMED_AFTER = Derived.found(
            "namedAfter", String.class, () -> Derivation.reference(TITLE, ROOMS, CODE, Derivation.of(HOLDER)));

    private Person ann;
    private Person bob;
    private Person cid;

    @BeforeEach
    void haveSome() {
        ann = have(Person.of("Ann"));
        bob = have(Person.of("Bob"));
        cid = have(Person.of("Cid"));
        run(() -> {
            rooms.create(new Room("a", "Café Æro"));
            rooms.create(new Room("b", "Beta"));
            rooms.create(new Room("c", "Gamma"));
            desk.link(ann.id(), "a");
            route.link(ann.id(), "b");
            route.link(bob.id(), "c");
            route.link(bob.id(), "b");
            tickets.create(new Ticket(1, "a", 1));
            tickets.create(new Ticket(2, "zz", 1));
            tickets.create(new Ticket(3, "", 1));
        });
    }

    private <T extends Record> List<T> found(Dao<T, ?> dao, Criterion<T> criterion) {
        return dao.search(Search.where(criterion)).items();
    }

    @Test
    @Needs(Optionally.DERIVED_ELSEWHERE)
    void filtersByWhatIsFoundElsewhere() {
        assertThat(found(people, Criterion.equal(DESK_TITLE, "Café Æro"))).containsExactly(ann);
        assertThat(found(people, Criterion.equal(FIRST_STOP, "Gamma"))).containsExactly(bob);
        assertThat(found(people, Criterion.in(FIRST_STOP, List.of("Gamma", "Beta"))))
                .containsExactlyInAnyOrder(ann, bob);
        assertThat(found(people, Criterion.isNull(FIRST_STOP))).containsExactly(cid);
        assertThat(found(people, Criterion.equal(WHERE, "it's nowhere"))).containsExactly(cid);
        assertThat(found(tickets, Criterion.equal(NAMED_AFTER, "Ann")))
                .extracting(Ticket::number)
                .containsExactly(1);
        assertThat(people.findBy(Criterion.equal(FIRST_STOP, "Beta"))).contains(ann);
        assertThat(found(people, Criterion.startsWith(FIRST_STOP, "Ga"))).containsExactly(bob);
        assertThat(found(people, Criterion.lessThan(FIRST_STOP, "C"))).containsExactly(ann);
    }

    @Test
    void filtersByWhatIsMadeFromTheRow() {
        assertThat(found(tickets, Criterion.equal(TICKET_LENGTH, 2)))
                .extracting(Ticket::number)
                .containsExactly(2);
        assertThat(found(tickets, Criterion.isNull(TICKET_LENGTH)))
                .extracting(Ticket::number)
                .containsExactly(3);
        run(() -> tickets.update(new Ticket(2, "zz", 1), new Ticket(2, "zzz", 1)));
        assertThat(found(tickets, Criterion.equal(TICKET_LENGTH, 2))).isEmpty();
        assertThat(found(tickets, Criterion.equal(TICKET_LENGTH, 3))).hasSize(1);
    }

    @Test
    @Needs(Optionally.DERIVED_ELSEWHERE)
    void sortsNullsLastAscendingAndFirstDescending() {
        assertThat(people.search(Search.<Person>all().by(Order.ascending(FIRST_STOP)))
                        .items())
                .containsExactly(ann, bob, cid);
        assertThat(people.search(Search.<Person>all()
                                .by(Order.descending(FIRST_STOP))
                                .limit(2))
                        .items())
                .containsExactly(cid, bob);
        assertThat(tickets.search(Search.<Ticket>all().by(Order.descending(TICKET_LENGTH)))
                        .items())
                .extracting(Ticket::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    @Needs(Optionally.DERIVED_ELSEWHERE)
    void searchesWhateverCaseAndAccents() {
        for (String text : List.of("CAFE", "café", "aero", "fe ae")) {
            assertThat(people.search(Search.<Person>all().text(text)).items())
                    .as(text)
                    .containsExactly(ann);
        }
        assertThat(people.search(Search.<Person>all().text("gamma")).items()).isEmpty();
    }

    @Test
    @Needs(Optionally.DERIVED_ELSEWHERE)
    void takesTheFirstInOrder() {
        run(() -> route.replace(bob.id(), List.of("b", "c")));
        assertThat(found(people, Criterion.equal(FIRST_STOP, "Gamma"))).isEmpty();
        assertThat(found(people, Criterion.equal(FIRST_STOP, "Beta"))).containsExactlyInAnyOrder(ann, bob);
    }

    @Test
    @Needs(Optionally.DERIVED_ELSEWHERE)
    void aConditionOnTheWayEndsIt() {
        run(() -> people.update(ann, Edit.of(PEOPLE).set(ACTIVE, false).applyTo(ann)));
        assertThat(found(people, Criterion.isNull(DESK_TITLE))).hasSize(3);
    }

    @Test
    void looksUpTheSameValuesForManyRows() {
        Lookups lookups = Lookups.in(Daos.of(store));
        List<Person> all = List.of(cid, bob, ann);
        assertThat(lookups.values(WHERE, all).get()).containsExactly("it's nowhere", "Gamma", "Café Æro");
        assertThat(lookups.values(FIRST_STOP, all).get()).containsExactly(null, "Gamma", "Beta");
        for (Expression<Person, ?> expression : List.<Expression<Person, ?>>of(WHERE, FIRST_STOP, NAME)) {
            assertThat(lookups.value(expression, bob))
                    .isEqualTo(lookups.values(expression, all).get().get(1));
        }
        assertThat(lookups.rights(ROUTE, all).get().get(bob.id()))
                .extracting(Room::code)
                .containsExactly("c", "b");
        assertThat(lookups.lefts(ROUTE, List.of(new Room("b", ""))).get()).containsEntry("b", List.of(ann, bob));
        assertThat(lookups.rights(ROUTE, List.of()).get()).isEmpty();
    }
}
