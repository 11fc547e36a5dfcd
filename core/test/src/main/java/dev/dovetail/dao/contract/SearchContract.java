package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says what searches find, in what order, and how much of it. */
public abstract class SearchContract extends StoreContract {
    protected SearchContract() {}

    private void names(String... names) {
        run(() -> Arrays.stream(names).forEach(name -> people.create(Person.of(name))));
    }

    private List<String> found(Search<Person> search) {
        return people.search(search).items().stream().map(Person::name).sorted().toList();
    }

    private List<String> text(String term) {
        return found(Search.<Person>all().text(term));
    }

    private List<String> pattern(String term) {
        return found(Search.<Person>all().pattern(term));
    }

    @ParameterizedTest
    @CsvSource({
        "strasse, Hauptstraße",
        "STRASSE, Hauptstraße",
        "straße, Hauptstraße",
        "łukasz, Łukasz",
        "lukasz, Łukasz",
        "aelfric, Ælfric",
        "rene, René",
        "RENÉ, René",
        "smørre, Smørrebrød",
        "ångström, Ångström",
        "ngst, Ångström",
    })
    void ignoresCaseAndAccents(String term, String found) {
        names("Hauptstraße", "Łukasz", "Ælfric", "René", "Smørrebrød", "Ångström", "Bob");

        assertThat(text(term)).containsExactly(found);
    }

    @Test
    void findsNothingForTextThatNoRowContains() {
        names("Ann", "Bob");

        assertThat(text("xyz")).isEmpty();
        assertThat(text("a\0")).isEmpty();
        assertThat(people.search(Search.<Person>all().text("xyz")).total()).isZero();
    }

    @Test
    void findsAllForEmptyText() {
        names("Ann", "Bob");

        assertThat(text("")).containsExactly("Ann", "Bob");
    }

    @Test
    void searchesEveryDeclaredColumnAndNoOther() {
        run(() -> {
            people.create(Person.of("Ann").withEmail("x@example.org"));
            people.create(Person.of("Bob").withBadge("example"));
            people.create(Person.of("Example"));
            people.create(Person.of("Cid").withColour(Person.Colour.DARK_BLUE));
        });

        assertThat(text("example")).containsExactly("Ann", "Example");
        assertThat(text("dark_blue")).containsExactly("Cid");
    }

    @Test
    @Needs(Optionally.GIVEN_GENERATED_KEYS)
    void searchesGeneratedKeys() {
        run(() -> people.create(Person.of("Ann").withId(4711)));
        Person bob = have(Person.of("Bob"));

        assertThat(text("471")).containsExactly("Ann", "Bob");
        assertThat(text("4711")).containsExactly("Ann");
        assertThat(text(String.valueOf(bob.id()))).containsExactly("Bob");
        assertThat(pattern("4_11")).containsExactly("Ann");
    }

    @Test
    void followsEdits() {
        Person ann = have(Person.of("Ann"));
        run(() -> people.update(ann, ann.withName("Zoë")));

        assertThat(text("ann")).isEmpty();
        assertThat(text("zoe")).containsExactly("Zoë");
    }

    @Test
    void takesWildcardsAsTextUnlessAskedOtherwise() {
        names("100%", "100 percent", "a_b", "axb", "back\\slash", "it's");

        assertThat(text("0%")).containsExactly("100%");
        assertThat(text("a_b")).containsExactly("a_b");
        assertThat(text("k\\s")).containsExactly("back\\slash");
        assertThat(text("t's")).containsExactly("it's");
    }

    @Test
    void takesWildcardsAsPatternWhenAsked() {
        names("100%", "100 percent", "a_b", "axb", "Łukasz");

        assertThat(pattern("1%t")).containsExactly("100 percent");
        assertThat(pattern("a_b")).containsExactly("a_b", "axb");
        assertThat(pattern("l_k%z")).containsExactly("Łukasz");
        assertThat(pattern("%%")).hasSize(5);
        assertThat(pattern("1%x%t")).isEmpty();
    }

    @Test
    void takesAllElseInPatternsAsText() {
        names("a.c", "abc", "(x)[y]{z}^$*+?|", "back\\slash", "new\nline");

        assertThat(pattern("a.c")).containsExactly("a.c");
        assertThat(pattern("(x)[y]{z}^$*+?|")).containsExactly("(x)[y]{z}^$*+?|");
        assertThat(pattern("k\\s%h")).containsExactly("back\\slash");
        assertThat(pattern("new%line")).containsExactly("new\nline");
        assertThat(pattern("new_line")).containsExactly("new\nline");
    }

    @Test
    void matchesWithinOneColumnOnly() {
        run(() -> people.create(Person.of("Ann").withEmail("bob@example.org")));

        assertThat(pattern("ann%bob")).isEmpty();
        assertThat(pattern("ann_bob")).isEmpty();
        assertThat(text("annbob")).isEmpty();
    }

    @Test
    void combinesTextAndCriterion() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1));
            people.create(Person.of("Anna").withAge(2));
        });

        assertThat(found(Search.where(Criterion.equal(AGE, 2)).text("ann"))).containsExactly("Anna");
    }

    @Test
    void matchesEqual() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1).withColour(Person.Colour.RED));
            people.create(Person.of("Bob").withAge(2));
            people.create(Person.of("ann"));
        });

        assertThat(where(Criterion.equal(NAME, "Ann"))).containsExactly("Ann");
        assertThat(where(Criterion.equalIgnoringCase(NAME, "ANN"))).containsExactly("Ann", "ann");
        assertThat(where(Criterion.equal(AGE, 2))).containsExactly("Bob");
        assertThat(where(Criterion.equal(COLOUR, Person.Colour.RED))).containsExactly("Ann");
        assertThat(where(Criterion.equal(NAME, "A\0"))).isEmpty();
        assertThat(where(new Criterion.Equal<>(AGE, "1", false))).isEmpty();
    }

    @Test
    void matchesIn() {
        run(() -> IntStream.range(0, 20)
                .forEach(i -> people.create(Person.of("p" + (char) ('a' + i)).withAge(i))));

        for (int size : List.of(1, 2, 3, 4, 5, 8, 9, 17)) {
            List<Integer> ages = IntStream.range(0, size).boxed().toList();
            assertThat(where(Criterion.in(AGE, ages))).hasSize(size);
        }
        assertThat(where(Criterion.in(AGE, Set.of()))).isEmpty();
        assertThat(where(Criterion.not(Criterion.in(AGE, Set.of())))).hasSize(20);
    }

    @Test
    void matchesNull() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1));
            people.create(Person.of("Bob"));
        });

        assertThat(where(Criterion.isNull(AGE))).containsExactly("Bob");
        assertThat(where(Criterion.not(Criterion.isNull(AGE)))).containsExactly("Ann");
    }

    @Test
    void matchesNotAlsoForNulls() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1));
            people.create(Person.of("Bob").withAge(2));
            people.create(Person.of("Cid"));
        });

        assertThat(where(Criterion.not(Criterion.equal(AGE, 1)))).containsExactly("Bob", "Cid");
        assertThat(where(Criterion.not(Criterion.in(AGE, Set.of(1, 2))))).containsExactly("Cid");
        assertThat(where(Criterion.not(Criterion.not(Criterion.equal(AGE, 1))))).containsExactly("Ann");
    }

    @Test
    void matchesAnd() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1));
            people.create(Person.of("Bob").withAge(1));
        });

        assertThat(where(Criterion.equal(AGE, 1).and(Criterion.equal(NAME, "Bob"))))
                .containsExactly("Bob");
        assertThat(where(Criterion.all(List.of()))).containsExactly("Ann", "Bob");
        assertThat(where(Criterion.not(Criterion.any()))).isEmpty();
    }

    private List<String> where(Criterion<Person> criterion) {
        return found(Search.where(criterion));
    }

    @Test
    void matchesOr() {
        run(() -> {
            people.create(Person.of("Ann").withAge(1));
            people.create(Person.of("Bob").withAge(2));
            people.create(Person.of("Cid"));
        });
        Criterion<Person> either = Criterion.either(List.of(Criterion.equal(AGE, 1), Criterion.equal(NAME, "Cid")));

        assertThat(where(either)).containsExactly("Ann", "Cid");
        assertThat(where(Criterion.not(either))).containsExactly("Bob");
        assertThat(where(either.and(Criterion.isNull(AGE)))).containsExactly("Cid");
        assertThat(where(Criterion.either(List.of()))).isEmpty();
    }

    @Test
    void takesManyValues() {
        have(Person.of("Ann").withAge(69_999).withColour(Person.Colour.RED));
        List<Integer> many = IntStream.range(0, 70_000).boxed().toList();

        assertThat(where(Criterion.in(AGE, many))).containsExactly("Ann");
        assertThat(people.findAll(many)).hasSize(1);
        assertThat(where(Criterion.in(
                        NAME, IntStream.range(0, 100).mapToObj(i -> "n" + i).toList())))
                .isEmpty();
    }

    @Test
    void searchesTextsThatAreNoColumns() {
        run(() -> tickets.create(new Ticket(7, "Bug", 3)));

        assertThat(tickets.search(Search.<Ticket>all().text("prio-3")).total()).isEqualTo(1);
        assertThat(tickets.search(Search.<Ticket>all().text("bug")).total()).isEqualTo(1);
        assertThat(tickets.search(Search.<Ticket>all().text("prio-4")).total()).isZero();
    }

    @Test
    void findsLowestKeyBy() {
        Person ann = have(Person.of("Ann").withAge(1).withTenant(UUID.randomUUID()));
        have(Person.of("Bob").withAge(1));

        assertThat(people.findBy(Criterion.equal(AGE, 1))).contains(ann);
        assertThat(people.findBy(Criterion.equal(AGE, 2))).isEmpty();
        assertThat(people.findBy(Criterion.equal(NAME, "Ann").and(Criterion.equal(TENANT, ann.tenant()))))
                .contains(ann);
    }

    private List<String> ordered(Order<Person> first, Order<Person> second) {
        return people.search(Search.<Person>all().by(first).by(second)).items().stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void sortsNullsLastAscendingAndFirstDescending() {
        run(() -> {
            people.create(Person.of("none"));
            people.create(Person.of("two").withAge(2));
            people.create(Person.of("one").withAge(1));
        });

        assertThat(ordered(Order.ascending(AGE), Order.ascending(NAME))).containsExactly("one", "two", "none");
        assertThat(ordered(Order.descending(AGE), Order.ascending(NAME))).containsExactly("none", "two", "one");
    }

    @Test
    void sortsBySeveralColumns() {
        run(() -> {
            people.create(Person.of("a").withAge(1));
            people.create(Person.of("b").withAge(2));
            people.create(Person.of("c").withAge(1));
        });

        assertThat(ordered(Order.ascending(AGE), Order.descending(NAME))).containsExactly("c", "a", "b");
    }

    @Test
    void sortsTextByCodePointsEnumsAsTextAndFalseFirst() {
        run(() -> {
            people.create(Person.of("b").withColour(Person.Colour.RED));
            people.create(Person.of("B").withColour(Person.Colour.DARK_BLUE));
            people.create(Person.of("a").withColour(Person.Colour.GREEN));
            people.create(new Person(null, "é", null, null, null, null, false, null, 0));
        });

        assertThat(ordered(Order.ascending(NAME), Order.ascending(ID))).containsExactly("B", "a", "b", "é");
        assertThat(ordered(Order.ascending(COLOUR), Order.ascending(ID))).containsExactly("B", "a", "b", "é");
        assertThat(ordered(Order.ascending(ACTIVE), Order.ascending(NAME))).containsExactly("é", "B", "a", "b");
    }

    @Test
    void sortsUuidsAsText() {
        List<UUID> uuids = List.of(
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                UUID.fromString("7fffffff-0000-4000-8000-000000000001"),
                UUID.fromString("80000000-0000-4000-8000-000000000001"),
                UUID.fromString("ffffffff-0000-4000-8000-000000000001"));
        run(() -> List.of(2, 0, 3, 1)
                .forEach(i -> people.create(Person.of("p" + i).withTenant(uuids.get(i)))));

        assertThat(ordered(Order.ascending(TENANT), Order.ascending(ID))).containsExactly("p0", "p1", "p2", "p3");
    }

    @Test
    void pagesWithTotal() {
        run(() -> IntStream.range(0, 10).forEach(i -> people.create(Person.of("p" + i))));
        Search<Person> all = Search.<Person>all().by(Order.ascending(NAME));

        assertPage(all, 10, 0, 10);
        assertPage(all.limit(3), 10, 0, 3);
        assertPage(all.limit(3).offset(8), 10, 8, 10);
        assertPage(all.limit(2).offset(8), 10, 8, 10);
        assertPage(all.limit(3).offset(10), 10, 10, 10);
        assertPage(all.limit(3).offset(100), 10, 10, 10);
        assertPage(all.offset(4), 10, 4, 10);
        assertPage(all.offset(40), 10, 10, 10);
        assertPage(all.limit(0), 10, 0, 0);
        assertPage(all.limit(10), 10, 0, 10);
        assertPage(all.limit(11), 10, 0, 10);
    }

    private void assertPage(Search<Person> search, long total, int from, int to) {
        Page<Person> page = people.search(search);
        assertThat(page.total()).isEqualTo(total);
        assertThat(page.items())
                .extracting(Person::name)
                .containsExactlyElementsOf(
                        IntStream.range(from, to).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void searchesTextKeys() {
        have("north-1");
        have("south-1");

        assertThat(rooms.search(Search.<Room>all().text("NORTH")).items())
                .extracting(Room::code)
                .containsExactly("north-1");
    }

    @Test
    void findsNoTextWhereNothingIsSearched() {
        run(() -> samples.create(Sample.bare(UUID.randomUUID())));

        assertThat(samples.search(Search.<Sample>all().text("a")).total()).isZero();
    }

    private List<String> found(Criterion<Person> criterion) {
        return people.search(Search.where(criterion).by(Order.ascending(NAME))).items().stream()
                .map(Person::name)
                .toList();
    }

    @Test
    void findsWhatLiesOnOneSideOfABound() {
        have(Person.of("Bound1").withAge(10));
        have(Person.of("Bound2").withAge(20));
        have(Person.of("Bound3").withAge(30));
        have(Person.of("Bound4").withAge(null));
        Criterion<Person> mine = Criterion.startsWith(NAME, "Bound");
        assertThat(found(mine.and(Criterion.lessThan(AGE, 20)))).containsExactly("Bound1");
        assertThat(found(mine.and(Criterion.atMost(AGE, 20)))).containsExactly("Bound1", "Bound2");
        assertThat(found(mine.and(Criterion.atLeast(AGE, 20)))).containsExactly("Bound2", "Bound3");
        assertThat(found(mine.and(Criterion.greaterThan(AGE, 20)))).containsExactly("Bound3");
        assertThat(found(mine.and(Criterion.between(AGE, 10, 20)))).containsExactly("Bound1", "Bound2");
        assertThat(found(mine.and(Criterion.not(Criterion.lessThan(AGE, 20)))))
                .containsExactly("Bound2", "Bound3", "Bound4");
        assertThat(found(mine.and(Criterion.atLeast(NAME, "Bound3")))).containsExactly("Bound3", "Bound4");
    }

    /** A database's collation may sort small letters among capitals; a bound does not follow it. */
    @Test
    void ordersTextsByCodePointsForBounds() {
        for (String name : List.of("order-B", "order-a", "order-É", "order_a")) {
            have(Person.of(name));
        }
        Criterion<Person> mine = Criterion.startsWith(NAME, "order");
        assertThat(found(mine.and(Criterion.lessThan(NAME, "order-a")))).containsExactly("order-B");
        assertThat(found(mine.and(Criterion.greaterThan(NAME, "order-a"))))
                .containsExactlyInAnyOrder("order-É", "order_a");
    }

    @Test
    void findsTextsByTheirPartsToTheLetter() {
        for (String name : List.of("100%_x", "100ab", "a100%", "A\\B", "ann lee")) {
            have(Person.of(name));
        }
        assertThat(found(Criterion.startsWith(NAME, "100%"))).containsExactly("100%_x");
        assertThat(found(Criterion.contains(NAME, "100%"))).containsExactlyInAnyOrder("100%_x", "a100%");
        assertThat(found(Criterion.contains(NAME, "%_"))).containsExactly("100%_x");
        assertThat(found(Criterion.contains(NAME, "\\"))).containsExactly("A\\B");
        assertThat(found(Criterion.contains(NAME, "LEE"))).isEmpty();
        assertThat(found(Criterion.containsIgnoringCase(NAME, "N LEE"))).containsExactly("ann lee");
        assertThat(found(Criterion.contains(NAME, "")))
                .hasSize((int) people.search(Search.all()).total());
        assertThat(found(Criterion.contains(EMAIL, ""))).isEmpty();
        assertThat(found(Criterion.contains(NAME, "\0"))).isEmpty();
    }
}
