package dev.dovetail.dao.compare;

import static dev.dovetail.dao.contract.StoreContract.DESK;
import static dev.dovetail.dao.contract.StoreContract.PEOPLE;
import static dev.dovetail.dao.contract.StoreContract.PERSON_ROOMS;
import static dev.dovetail.dao.contract.StoreContract.ROUTE;

import dev.dovetail.dao.contract.Person;
import dev.dovetail.dao.contract.Room;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Makes random operations, out of few values, so that they meet. */
final class Ops {
    private static final Column<Person, String> NAME = PEOPLE.column(Person::name);
    private static final Column<Person, String> EMAIL = PEOPLE.column(Person::email);
    private static final Column<Person, String> BADGE = PEOPLE.column(Person::badge);
    private static final Column<Person, Integer> AGE = PEOPLE.column(Person::age);
    private static final Column<Person, Boolean> ACTIVE = PEOPLE.column(Person::active);
    private static final Column<Person, Person.Colour> COLOUR = PEOPLE.column(Person::colour);
    private static final Column<Person, UUID> TENANT = PEOPLE.column(Person::tenant);

    /** The title of the desk, which lies with another resource. */
    @SuppressWarnings("unchecked")
    private static final Expression<Person, String> DESK_TITLE = (Expression<Person, String>) PEOPLE.searched().stream()
            .filter(Derived.class::isInstance)
            .findFirst()
            .orElseThrow();

    /**
     * Letters that change their number or their looks in other cases or forms, and what patterns and SQL take as
     * special.
     */
    private static final List<String> PIECES = List.of(
            "a", "A", "b", "1", " ", "%", "_", "\\", "'", "é", "É", "e\u0301", "ß", "ss", "æ", "Æ", "Ł", "ø", "İ", "ı",
            "Σ", "ς", "σ", "ǅ", "漢", "한", "\u0301", "\u200D", "\t", "\n");

    /**
     * H2 sorts what is beyond U+FFFF before what comes after U+E000, PostgreSQL and memory after it: no sequence has
     * both.
     */
    private static final List<List<String>> RARER = List.of(List.of("😀", "𝒜"), List.of("ﬁ", "\uE000", "\uFFFD"));

    private final List<String> pieces;

    private static final List<UUID> TENANTS = List.of(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            UUID.fromString("80000000-0000-4000-8000-000000000001"));

    private Ops(List<String> rarer) {
        this.pieces = new ArrayList<>(PIECES);
        pieces.addAll(rarer);
    }

    static Arbitrary<List<Op>> sequences(int most) {
        return Arbitraries.of(RARER)
                .flatMap(rarer -> new Ops(rarer).op().list().ofMinSize(1).ofMaxSize(most));
    }

    private Arbitrary<Op> op() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, single()),
                Tuple.of(
                        1,
                        Combinators.combine(single().list().ofMinSize(1).ofMaxSize(4), bool())
                                .as(Op.Unit::new)));
    }

    private Arbitrary<Op> single() {
        return Arbitraries.frequencyOf(
                Tuple.of(5, person().map(Op.CreatePerson::new)),
                Tuple.of(3, room().map(Op.CreateRoom::new)),
                Tuple.of(3, Combinators.combine(number(), edits()).as(Op.EditPerson::new)),
                Tuple.of(
                        1,
                        Combinators.combine(number(), Arbitraries.integers().between(1, 3))
                                .as(Op.EditStalePerson::new)),
                Tuple.of(1, Combinators.combine(code(), badge()).as(Op.EditRoom::new)),
                Tuple.of(1, number().map(Op.DeletePerson::new)),
                Tuple.of(1, code().map(Op.DeleteRoom::new)),
                Tuple.of(1, number().map(Op.FindPerson::new)),
                Tuple.of(1, code().map(Op.GetRoom::new)),
                Tuple.of(2, criterion().map(Op.FindPersonBy::new)),
                Tuple.of(7, search()),
                Tuple.of(1, text().map(Op.SearchRooms::new)),
                Tuple.of(3, link(Op.Associate::new)),
                Tuple.of(1, link(Op.Dissociate::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        association(), number(), code().list().ofMaxSize(3))
                                .as(Op.AssociateAll::new)),
                Tuple.of(1, Combinators.combine(association(), number()).as(Op.Rights::new)),
                Tuple.of(1, Combinators.combine(association(), code()).as(Op.Lefts::new)));
    }

    private interface Linking {
        Op make(Association<Person, Integer, Room, String> association, int number, String code);
    }

    private static Arbitrary<Op> link(Linking linking) {
        return Combinators.combine(association(), number(), code()).as(linking::make);
    }

    private static Arbitrary<Association<Person, Integer, Room, String>> association() {
        return Arbitraries.of(PERSON_ROOMS, ROUTE, DESK);
    }

    private static Arbitrary<Boolean> bool() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Integer> number() {
        return Arbitraries.integers().between(0, 5);
    }

    /**
     * Returns texts whose case is ignored, and such as are searched over an association: there PostgreSQL goes by the
     * locale of the database, C for the one that tests bring, which knows ASCII alone.
     */
    private static Arbitrary<String> badge() {
        return Arbitraries.of("a", "A", "b", "B", "%", "_", "\\", "'", "漢", "1")
                .list()
                .ofMaxSize(2)
                .map(pieces -> String.join("", pieces));
    }

    private Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("a", "A", "é", "É", "ß", "σ", "Σ", "İ", "i")),
                Tuple.of(3, Arbitraries.of(pieces)),
                Tuple.of(3, Arbitraries.of(pieces).list().ofMaxSize(3).map(some -> String.join("", some))));
    }

    private static Arbitrary<String> code() {
        return Arbitraries.of("a", "b", "B", "é", "漢");
    }

    private Arbitrary<Room> room() {
        return Combinators.combine(code(), badge()).as(Room::new);
    }

    private static Arbitrary<Integer> age() {
        return Arbitraries.integers().between(-1, 3);
    }

    private Arbitrary<Person> person() {
        return Combinators.combine(
                        text(),
                        text().injectNull(0.5),
                        age().injectNull(0.3),
                        badge().injectNull(0.6),
                        Arbitraries.of(Person.Colour.class).injectNull(0.5),
                        bool(),
                        Arbitraries.of(TENANTS).injectNull(0.6))
                .as((name, email, age, badge, colour, active, tenant) ->
                        new Person(null, name, email, age, badge, colour, active, tenant, 0));
    }

    private Arbitrary<Map<Column<Person, ?>, Object>> edits() {
        return Arbitraries.oneOf(
                        one(NAME, text()),
                        one(EMAIL, text().injectNull(0.3)),
                        one(AGE, age().injectNull(0.3)),
                        one(BADGE, badge().injectNull(0.3)),
                        one(ACTIVE, bool()),
                        one(TENANT, Arbitraries.of(TENANTS).injectNull(0.3)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(all -> {
                    Map<Column<Person, ?>, Object> together = new LinkedHashMap<>();
                    all.forEach(together::putAll);
                    return together;
                });
    }

    private static <V> Arbitrary<Map<Column<Person, ?>, Object>> one(Column<Person, V> column, Arbitrary<V> values) {
        return values.map(value -> {
            Map<Column<Person, ?>, Object> map = new LinkedHashMap<>();
            map.put(column, value);
            return map;
        });
    }

    private Arbitrary<Op> search() {
        return Combinators.combine(
                        criterion(),
                        Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just("")), Tuple.of(1, text())),
                        bool(),
                        order().list().ofMaxSize(2),
                        Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(0, 2))
                .as(Op.SearchPeople::new);
    }

    private static Arbitrary<Order<Person>> order() {
        return Combinators.combine(
                        Arbitraries.of(
                                List.<Expression<Person, ?>>of(NAME, EMAIL, AGE, COLOUR, ACTIVE, TENANT, DESK_TITLE)),
                        bool())
                .as(Order::new);
    }

    private Arbitrary<Criterion<Person>> criterion() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Criterion.any())),
                Tuple.of(5, plain()),
                Tuple.of(1, plain().map(Criterion::not)),
                Tuple.of(
                        1,
                        Combinators.combine(plain(), plain())
                                .as((one, other) -> Criterion.either(List.of(one, Criterion.not(other))))),
                Tuple.of(1, Combinators.combine(plain(), plain()).as(Criterion::and)));
    }

    private Arbitrary<Criterion<Person>> plain() {
        return Arbitraries.oneOf(
                on(EMAIL, text(), Criterion::equal),
                on(BADGE, badge(), Criterion::contains),
                on(BADGE, badge(), Criterion::equalIgnoringCase),
                on(DESK_TITLE, text(), Criterion::equal),
                on(AGE, age(), Criterion::equal),
                on(TENANT, Arbitraries.of(TENANTS), Criterion::equal),
                on(COLOUR, Arbitraries.of(Person.Colour.class), Criterion::equal),
                on(NAME, text().list().ofMaxSize(4), (column, values) -> Criterion.in(column, values)),
                on(AGE, age(), Criterion::lessThan),
                on(AGE, age(), Criterion::atLeast),
                on(NAME, text(), Criterion::greaterThan),
                on(NAME, text(), Criterion::atMost),
                on(NAME, text(), Criterion::startsWith),
                on(EMAIL, text(), Criterion::contains),
                on(BADGE, badge(), Criterion::containsIgnoringCase),
                Arbitraries.of(List.<Expression<Person, ?>>of(EMAIL, AGE, DESK_TITLE))
                        .map(Criterion::isNull));
    }

    private static <E, V> Arbitrary<Criterion<Person>> on(
            E expression, Arbitrary<V> values, BiFunction<E, V, Criterion<Person>> criterion) {
        return values.map(value -> criterion.apply(expression, value));
    }
}
