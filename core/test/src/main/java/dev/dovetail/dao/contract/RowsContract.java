package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Read;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.error.Errors;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Says how rows are created, read, updated and deleted. */
public abstract class RowsContract extends StoreContract {
    protected RowsContract() {}

    @Test
    void createsWithGeneratedKeyAndFirstVersion() {
        Person ann = have(Person.of("Ann").withEmail("ann@example.org"));

        assertThat(ann.id()).isPositive();
        assertThat(ann.version()).isEqualTo(1);
        assertThat(people.find(ann.id())).contains(ann);
    }

    @Test
    void takesZeroForNoKey() {
        assertThat(have(Person.of("Ann").withId(0)).id()).isPositive();
    }

    @Test
    @Needs(Optionally.GIVEN_GENERATED_KEYS)
    void keepsGivenKeyAndGeneratesLargerOnesAfterIt() {
        Person given = have(Person.of("Ann").withId(100));

        assertThat(given.id()).isEqualTo(100);
        assertThat(people.find(100)).contains(given);
        assertThat(have(Person.of("Bob")).id()).isGreaterThan(100);
    }

    @Test
    @Needs(Optionally.GIVEN_GENERATED_KEYS)
    void doesNotMoveSequenceBackForSmallerGivenKey() {
        have(Person.of("Ann").withId(100));
        have(Person.of("Bob").withId(50));

        assertThat(have(Person.of("Cid")).id()).isGreaterThan(100);
    }

    @Test
    @Needs(Optionally.GIVEN_GENERATED_KEYS)
    void undoesRowsWithGivenKeysToo() {
        assertThatThrownBy(() -> run(() -> {
                    people.create(Person.of("Ann"));
                    people.create(Person.of("Bob").withId(100));
                    throw new IllegalArgumentException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(people.search(Search.all()).items()).isEmpty();
    }

    @Test
    void refusesKeyThatIsTaken() {
        have("a");

        assertThatThrownBy(() -> have("a"))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations())
                                .containsExactly(ROOMS.uniques().get(0).violation(new Room("a", "Room a"))));
    }

    @Test
    void createsIfAbsentOnce() {
        Room first = unit(() -> rooms.createIfAbsent(new Room("a", "first")));
        Room second = unit(() -> rooms.createIfAbsent(new Room("a", "second")));

        assertThat(first.title()).isEqualTo("first");
        assertThat(second).isEqualTo(first);
        assertThat(rooms.search(Search.all()).items()).containsExactly(first);
    }

    @Test
    void findsNothingForUnknownKey() {
        assertThat(people.find(1)).isEmpty();
        assertThat(rooms.find("nowhere")).isEmpty();
        assertThat(rooms.find("no\0where")).isEmpty();
    }

    @Test
    void findsAllThatExist() {
        Person ann = have(Person.of("Ann"));
        Person bob = have(Person.of("Bob"));
        Person cid = have(Person.of("Cid"));

        assertThat(people.findAll(List.of(cid.id(), 999, ann.id(), cid.id(), bob.id())))
                .containsExactlyInAnyOrder(ann, bob, cid);
        assertThat(people.findAll(List.of())).isEmpty();
    }

    @Test
    void locksInOrderOfKeys() {
        have("b");
        have("a");
        have("c");

        assertThat(unit(() -> rooms.lockAll(List.of("c", "a", "b", "x"))))
                .extracting(Room::code)
                .containsExactly("a", "b", "c");
        assertThat(unit(() -> rooms.lock("b"))).isPresent();
        assertThat(unit(() -> rooms.lock("x"))).isEmpty();
    }

    @Test
    void updatesAndCounts() {
        Person ann = have(Person.of("Ann"));

        Person updated = unit(() -> people.update(ann, ann.withName("Anna").withAge(33)));

        assertThat(updated).isEqualTo(new Person(ann.id(), "Anna", null, 33, null, null, true, null, 2));
        assertThat(people.find(ann.id())).contains(updated);
    }

    @Test
    void updatesToNull() {
        Person ann = have(Person.of("Ann").withEmail("a").withAge(1).withColour(Person.Colour.RED));

        Person updated =
                unit(() -> people.update(ann, ann.withEmail(null).withAge(null).withColour(null)));

        assertThat(people.find(ann.id())).contains(updated);
        assertThat(updated.email()).isNull();
        assertThat(people.search(Search.<Person>all().text("red")).items()).isEmpty();
    }

    @Test
    void refusesUpdateOfStaleCopy() {
        Person ann = have(Person.of("Ann"));
        run(() -> people.update(ann, ann.withAge(1)));

        assertThatThrownBy(() -> run(() -> people.update(ann, ann.withAge(2))))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        e -> assertThat(e.violations()).containsExactly(Errors.staleVersion("Person", 1, 2)));
        assertThat(people.find(ann.id()).orElseThrow().age()).isEqualTo(1);
    }

    @Test
    void refusesUpdateOfRowThatIsGone() {
        Person ann = have(Person.of("Ann"));
        Room room = have("a");
        run(() -> people.delete(ann.id()));
        run(() -> rooms.delete("a"));

        assertThatThrownBy(() -> run(() -> people.update(ann, ann.withAge(2))))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
        assertThatThrownBy(() -> run(() -> rooms.update(room, new Room("a", "b"))))
                .isInstanceOfSatisfying(
                        DovetailException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.NOT_FOUND));
    }

    @Test
    void deletes() {
        Person ann = have(Person.of("Ann"));
        Person bob = have(Person.of("Bob"));

        run(() -> people.delete(ann.id()));
        run(() -> people.delete(ann.id()));

        assertThat(people.search(Search.all()).items()).containsExactly(bob);
    }

    private static Sample full() {
        Instant instant = Instant.parse("2026-11-24T10:11:12.123456Z");
        return new Sample(
                UUID.randomUUID(),
                "It's \"quoted\" \\ % _ {x} ? ß Ł 漢 😀\n",
                -1,
                Long.MAX_VALUE,
                1.5,
                true,
                0,
                0L,
                0.0,
                false,
                UUID.randomUUID(),
                instant,
                LocalDateTime.parse("2026-11-24T10:11:12.5"),
                LocalDate.parse("2024-02-29"),
                new BigDecimal("12345678901234.50"),
                Person.Colour.DARK_BLUE,
                List.of("a", "b"),
                List.of(new Sample.Part("x", Person.Colour.RED, instant, 3)),
                new Sample.Part("y", null, null, 0));
    }

    @Test
    @Needs(Optionally.NESTED_VALUES)
    void readsTogetherWhatItReadsAlone() {
        Sample full = full();
        Sample bare = Sample.bare(UUID.randomUUID());
        int ann = have(Person.of("Ann").withColour(Person.Colour.RED)).id();
        int bob = have(Person.of("Bob")).id();
        AssociationDao<Integer, String> members = store.dao(MEMBERS);
        for (String code : List.of("a", "b", "c")) {
            have(code);
        }
        run(() -> {
            samples.create(full);
            samples.create(bare);
            route.replace(ann, List.of("c", "a", "b"));
            route.replace(bob, List.of("b", "c"));
            members.link(bob, "a", Membership.at(2));
            members.link(bob, "c", Membership.at(1));
        });
        List<Integer> both = List.of(ann, bob);
        List<Read<?>> reads = List.of(
                samples.rows(Criterion.equal(SAMPLES.key(), full.key())),
                people.rows(Criterion.equal(NAME, "nobody")),
                route.rightRows(both, rooms),
                samples.rows(Criterion.in(SAMPLES.key(), List.of(bare.key()))),
                route.leftRows(List.of("b", "c"), people),
                members.rightRows(both, rooms),
                members.leftRows(List.of("c"), people),
                friends.rightRows(List.of(), people),
                people.rows(Criterion.equal(NAME, "Ann")));

        Map<Read.Reader, List<Read<?>>> byReader = reads.stream().collect(Collectors.groupingBy(Read::reader));
        byReader.forEach((reader, some) -> assertThat(reader.results(some))
                .isEqualTo(some.stream().map(Read::now).toList()));
        assertThat(reads.get(0).now()).isEqualTo(List.of(full));
        assertThat(reads.get(1).now()).isEqualTo(List.of());
        assertThat(reads.get(3).now()).isEqualTo(List.of(bare));
    }

    @Test
    @Needs(Optionally.NESTED_VALUES)
    void roundTripsEveryType() {
        Sample full = full();

        assertThat(unit(() -> samples.create(full))).isEqualTo(full);
        assertThat(samples.find(full.key())).contains(full);
    }

    @Test
    void roundTripsNulls() {
        Sample bare = Sample.bare(UUID.randomUUID());

        assertThat(unit(() -> samples.create(bare))).isEqualTo(bare);
        assertThat(samples.find(bare.key())).contains(bare);
    }

    @Test
    void findsByEnumUuidAndInstant() {
        Instant instant = Instant.parse("2026-11-24T10:11:12.123456Z");
        Sample bare = Sample.bare(UUID.randomUUID());
        Sample sample = new Sample(
                bare.key(),
                "v",
                1,
                2,
                3,
                true,
                null,
                null,
                null,
                null,
                UUID.randomUUID(),
                instant,
                null,
                null,
                null,
                Person.Colour.DARK_BLUE,
                null,
                null,
                null);
        run(() -> samples.create(sample));

        for (Criterion<Sample> criterion : List.<Criterion<Sample>>of(
                Criterion.equal(SAMPLES.column(Sample::colour), Person.Colour.DARK_BLUE),
                Criterion.equal(SAMPLES.column(Sample::user), sample.user()),
                Criterion.equal(SAMPLES.column(Sample::happenedAt), instant),
                Criterion.equal(SAMPLES.column(Sample::ratio), 3.0),
                Criterion.in(SAMPLES.column(Sample::big), List.of(1L, 2L)),
                Criterion.equal(SAMPLES.column(Sample::flag), true))) {
            assertThat(samples.findBy(criterion)).as("%s", criterion).contains(sample);
            assertThat(samples.findBy(Criterion.not(criterion)))
                    .as("%s", criterion)
                    .isEmpty();
        }
    }
}
