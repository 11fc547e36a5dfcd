package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.query.Criterion;
import dev.dovetail.query.Cursor;
import dev.dovetail.query.Order;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Expression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Says that pages by cursor together are the whole list, in whatever order, and what their totals are. */
public abstract class CursorContract extends StoreContract {
    private static final int PEOPLE_COUNT = 24;

    protected CursorContract() {}

    static Stream<Arguments> orders() {
        List<List<Order<Person>>> orders = new ArrayList<>();
        orders.add(List.of());
        List<Expression<Person, ?>> columns = List.of(ID, AGE, ACTIVE, COLOUR, BADGE, NAME);
        for (Expression<Person, ?> column : columns) {
            orders.add(List.of(Order.ascending(column)));
            orders.add(List.of(Order.descending(column)));
        }
        for (Expression<Person, ?> first : List.of(AGE, ACTIVE)) {
            for (Expression<Person, ?> second : List.of(COLOUR, NAME, ID)) {
                for (int directions = 0; directions < 4; directions++) {
                    orders.add(
                            List.of(new Order<>(first, directions % 2 == 1), new Order<>(second, directions / 2 == 1)));
                }
            }
        }
        orders.add(List.of(Order.descending(COLOUR), Order.ascending(AGE), Order.descending(ACTIVE)));
        return orders.stream().map(order -> Arguments.of(order));
    }

    /** People with few different values, so that many sort alike, and nulls among them. */
    private void people() {
        run(() -> IntStream.range(0, PEOPLE_COUNT).forEach(i -> {
            Person.Colour colour =
                    i % 4 == 3 ? null : List.of(Person.Colour.values()).get(i % 4);
            people.create(new Person(
                    null,
                    "n" + i % 5 + "-" + i,
                    null,
                    i % 3 == 0 ? null : i % 3,
                    i % 2 == 0 ? null : "b" + i,
                    colour,
                    i % 7 < 3,
                    null,
                    0));
        }));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void pagesTogetherAreTheWholeList(List<Order<Person>> order) {
        people();
        Search<Person> search = Search.all();
        for (Order<Person> each : order) {
            search = search.by(each);
        }
        List<Integer> whole = ids(people.search(search.limit(PEOPLE_COUNT)));

        for (int size : new int[] {1, 5, PEOPLE_COUNT - 1, PEOPLE_COUNT}) {
            assertThat(walk(search.limit(size))).as("pages of %s", size).isEqualTo(whole);
        }
        assertThat(whole).doesNotHaveDuplicates().hasSize(PEOPLE_COUNT);
    }

    private List<Integer> walk(Search<Person> search) {
        List<Integer> walked = new ArrayList<>();
        Page<Person> page = people.search(search);
        walked.addAll(ids(page));
        for (Optional<Cursor> next = page.next(); next.isPresent(); next = page.next()) {
            page = people.search(search.after(next.get()));
            assertThat(page.items()).isNotEmpty();
            walked.addAll(ids(page));
        }
        return walked;
    }

    private static List<Integer> ids(Page<Person> page) {
        return page.items().stream().map(Person::id).toList();
    }

    @Test
    void cursorKeepsTheConditions() {
        people();
        Search<Person> search =
                Search.where(Criterion.equal(ACTIVE, true)).text("n1").by(Order.descending(AGE));

        List<Integer> whole = ids(people.search(search.limit(PEOPLE_COUNT)));

        assertThat(whole).isNotEmpty().hasSizeLessThan(PEOPLE_COUNT);
        assertThat(walk(search.limit(1))).isEqualTo(whole);
    }

    @Test
    void rowsThatComeAndGoMoveNothing() {
        people();
        Search<Person> search = Search.<Person>all().by(Order.ascending(NAME)).limit(3);
        Page<Person> first = people.search(search);
        Person last = first.items().get(2);
        List<Integer> second = ids(people.search(search.after(first.next().orElseThrow())));

        run(() -> {
            people.create(Person.of("a"));
            people.delete(first.items().get(0).id());
            people.delete(last.id());
        });

        assertThat(ids(people.search(search.after(first.next().orElseThrow())))).isEqualTo(second);
    }

    @Test
    void lastPageLeadsNowhere() {
        people();

        assertThat(people.search(Search.<Person>all().limit(PEOPLE_COUNT)).next())
                .isEmpty();
        assertThat(people.search(Search.<Person>all().limit(PEOPLE_COUNT - 1)).next())
                .isPresent();
        assertThat(people.search(Search.<Person>all().limit(0)).next()).isEmpty();
        assertThat(people.search(Search.all()).next()).isEmpty();
    }

    @Test
    void withoutLimitTheRestFollows() {
        people();
        Search<Person> search = Search.<Person>all().by(Order.ascending(AGE));
        Cursor after = people.search(search.limit(10)).next().orElseThrow();

        assertThat(ids(people.search(search.after(after))))
                .isEqualTo(ids(people.search(search.limit(PEOPLE_COUNT).offset(10))));
    }

    @Test
    void refusesCursorOfAnotherOrder() {
        people();
        Search<Person> byName = Search.<Person>all().by(Order.ascending(NAME)).limit(2);
        Cursor cursor = people.search(byName).next().orElseThrow();

        for (Search<Person> other : List.of(
                Search.<Person>all().limit(2),
                Search.<Person>all().by(Order.ascending(AGE)).limit(2),
                byName.by(Order.ascending(AGE)))) {
            assertThatThrownBy(() -> people.search(other.after(cursor)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cursor");
        }
        assertThatThrownBy(() ->
                        people.search(Search.<Person>all().limit(2).after(new Cursor(Arrays.asList((Object) null)))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> byName.after(cursor).offset(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void orderByWhatIsNoColumnHasNoCursor() {
        run(() -> {
            tickets.create(new Ticket(1, "one", 1));
            tickets.create(new Ticket(2, "second", 1));
        });
        Search<Ticket> search =
                Search.<Ticket>all().by(Order.ascending(TICKET_LENGTH)).limit(1);

        assertThat(tickets.search(search).items()).hasSize(1);
        assertThat(tickets.search(search).next()).isEmpty();
        assertThatThrownBy(() -> tickets.search(search.after(new Cursor(List.of(3, 1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void totalIsThatOfTheWholeList() {
        people();
        Search<Person> search = Search.where(Criterion.equal(ACTIVE, true)).limit(2);
        Page<Person> first = people.search(search);

        assertThat(first.total()).isEqualTo(12);
        assertThat(people.search(search.after(first.next().orElseThrow())).total())
                .isEqualTo(12);
        assertThat(people.search(search.offset(50)).total()).isEqualTo(12);
    }

    /** A store may know the total by the way; if it does it must be right. */
    @Test
    void skippedTotalIsRightOrNotTold() {
        people();
        Search<Person> search = Search.<Person>all().total(Total.SKIPPED);

        assertThat(people.search(search.limit(5)).knownTotal().orElse(PEOPLE_COUNT))
                .isEqualTo(PEOPLE_COUNT);
        assertThat(people.search(search).total()).isEqualTo(PEOPLE_COUNT);
        assertThat(people.search(search.limit(PEOPLE_COUNT)).total()).isEqualTo(PEOPLE_COUNT);
    }

    @Test
    void estimatedTotalIsTold() {
        people();
        Search<Person> search = Search.<Person>all().total(Total.ESTIMATED);

        assertThat(people.search(search.limit(5)).total()).isNotNegative();
        assertThat(people.search(search.limit(PEOPLE_COUNT)).total()).isEqualTo(PEOPLE_COUNT);
    }

    @Test
    void rowsThatSortAlikeAreInTheOrderOfTheirKeys() {
        people();
        for (boolean descending : new boolean[] {false, true}) {
            List<Integer> ids = new ArrayList<>();
            for (int offset = 0; offset < PEOPLE_COUNT; offset += 4) {
                ids.addAll(ids(people.search(Search.<Person>all()
                        .by(new Order<>(ACTIVE, descending))
                        .limit(4)
                        .offset(offset))));
            }
            assertThat(ids).hasSize(PEOPLE_COUNT).doesNotHaveDuplicates();
        }
    }
}
