package dev.dovetail.dao.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.AssociationService;
import dev.dovetail.Batch;
import dev.dovetail.CRUDService;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Search;
import dev.dovetail.transaction.DryRun;
import dev.dovetail.validation.Rules;
import dev.dovetail.validation.ValidationGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Says that many objects are written whole or not at all, and that trying out leaves nothing behind. */
public abstract class BulkContract extends StoreContract {
    private static final EventType<Person> CREATED = new EventType<>("person_created", Person.class);
    private static final EventType<Person> EDITED = new EventType<>("person_edited", Person.class);
    private static final EventType<Person> DELETED = new EventType<>("person_deleted", Person.class);

    private CRUDService<Person, Integer> service;
    private CRUDService<Person, Integer> unruled;

    protected BulkContract() {}

    @BeforeEach
    void makeServices() {
        Notifier<dev.dovetail.operation.Change<Person>> notifier = Notifier.<Person>of()
                .created(CREATED::of)
                .edited(change -> EDITED.of(change.value()))
                .deleted(DELETED::of)
                .build();
        service = CRUDService.builder(people, units)
                .validation(ValidationGroup.<Person>builder()
                        .common(Rules.unique(people))
                        .common(Rules.forbid(
                                "Person",
                                "Nobody is that old.",
                                change -> change.value().age() != null
                                        && change.value().age() > 150))
                        .build())
                .notifier(notifier)
                .build();
        unruled = CRUDService.builder(people, units).notifier(notifier).build();
    }

    private static List<Person> named(String... names) {
        return Arrays.stream(names).map(Person::of).toList();
    }

    private long count() {
        return people.search(Search.all()).total();
    }

    private List<String> recorded() {
        List<String> events = new ArrayList<>();
        while (store.outbox().process(100, entries -> {
            entries.forEach(entry -> events.add(entry.name() + " " + entry.subject()));
            return entries.stream()
                    .map(entry -> dev.dovetail.notification.outbox.Outbox.Result.DONE)
                    .toList();
        })) {
            // until all are handed out
        }
        return events;
    }

    private static DovetailException refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(DovetailException.class, call);
    }

    private static List<String> told(DovetailException refused) {
        return refused.violations().stream()
                .map(each -> each.path() + " " + each.code())
                .toList();
    }

    @Test
    void createsAllInOrder() {
        List<Person> created = service.createAll(CALL, named("c", "a", "b"));

        assertThat(created).extracting(Person::name).containsExactly("c", "a", "b");
        assertThat(created).extracting(Person::id).isSorted().doesNotHaveDuplicates();
        assertThat(created).extracting(Person::version).containsOnly(1);
        for (Person person : created) {
            assertThat(people.find(person.id())).contains(person);
        }
        assertThat(recorded())
                .containsExactly(created.stream()
                        .map(person -> "person_created Person/" + person.id())
                        .toArray(String[]::new));
        assertThat(service.createAll(CALL, List.of())).isEmpty();
    }

    @Test
    void createsGivenKeysAmongGeneratedOnes() {
        List<Person> created =
                service.createAll(CALL, List.of(Person.of("a"), Person.of("b").withId(5_000), Person.of("c")));

        assertThat(created).extracting(Person::name).containsExactly("a", "b", "c");
        assertThat(created.get(1).id()).isEqualTo(5_000);
        assertThat(service.create(CALL, Person.of("d")).id()).isGreaterThan(5_000);
    }

    @Test
    void createsManyMoreThanOneBatch() {
        List<Person> created = service.createAll(
                CALL,
                IntStream.range(0, 1_500)
                        .mapToObj(i -> Person.of("p" + i).withEmail("p" + i))
                        .toList());

        assertThat(count()).isEqualTo(1_500);
        assertThat(people.find(created.get(1_499).id())).contains(created.get(1_499));
    }

    @Test
    void tellsEveryFaultOfEveryElement() {
        have(Person.of("a").withEmail("taken").withBadge("Taken"));

        DovetailException refused = refused(() -> service.createAll(
                CALL,
                List.of(
                        Person.of("b").withEmail("taken").withAge(151),
                        Person.of("c"),
                        Person.of("d").withBadge("tAKEN"),
                        Person.of("e").withEmail("twice"),
                        Person.of("f").withEmail("twice"))));

        assertThat(told(refused))
                .containsExactly(
                        "[0].email already-exists",
                        "[0] not-permitted",
                        "[2].badge already-exists",
                        "[4].email already-exists");
        assertThat(count()).isEqualTo(1);
        assertThat(recorded()).isEmpty();
    }

    /** Where no rule looks, the constraint of the store tells which element it was. */
    @Test
    void storeTellsWhichElementIsTaken() {
        have(Person.of("a").withEmail("taken"));

        DovetailException refused = refused(() ->
                unruled.createAll(CALL, List.of(Person.of("b"), Person.of("c").withEmail("taken"))));

        assertThat(told(refused)).containsExactly("[1].email already-exists");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void editsAll() {
        List<Person> created = service.createAll(CALL, named("a", "b", "c"));
        recorded();
        Map<Integer, Edit<Person>> edits = new LinkedHashMap<>();
        edits.put(created.get(2).id(), Edit.of(PEOPLE).set(AGE, 3));
        edits.put(created.get(0).id(), Edit.of(PEOPLE).set(NAME, "a"));
        edits.put(created.get(1).id(), Edit.of(PEOPLE).set(AGE, 2));

        List<Person> edited = service.editAll(CALL, edits);

        assertThat(edited).extracting(Person::name).containsExactly("c", "a", "b");
        assertThat(edited).extracting(Person::version).containsExactly(2, 1, 2);
        assertThat(edited).extracting(Person::age).containsExactly(3, null, 2);
        for (Person person : edited) {
            assertThat(people.find(person.id())).contains(person);
        }
        assertThat(recorded()).hasSize(3).allMatch(event -> event.startsWith("person_edited"));
    }

    @Test
    void editsNoneIfOneIsWrong() {
        List<Person> created = service.createAll(CALL, named("a", "b", "c"));
        Map<Integer, Edit<Person>> edits = new LinkedHashMap<>();
        edits.put(created.get(0).id(), Edit.of(PEOPLE).set(AGE, 1));
        edits.put(created.get(1).id(), Edit.of(PEOPLE).set(AGE, 2).expecting(7));
        edits.put(created.get(2).id(), Edit.of(PEOPLE).set(NAME, null));

        DovetailException refused = refused(() -> service.editAll(CALL, edits));
        assertThat(told(refused)).containsExactly("[1] stale-version", "[2].name null");

        edits.put(-1, Edit.of(PEOPLE));
        assertThat(told(refused(() -> service.editAll(CALL, edits)))).containsExactly("[3] not-found");
        assertThat(people.find(created.get(0).id())).contains(created.get(0));
    }

    @Test
    void storeTellsWhichEditIsTaken() {
        List<Person> created = service.createAll(CALL, named("a", "b", "c"));
        Map<Integer, Edit<Person>> edits = new LinkedHashMap<>();
        edits.put(created.get(1).id(), Edit.of(PEOPLE).set(NAME, "b")); // changes nothing and is not written
        edits.put(created.get(0).id(), Edit.of(PEOPLE).set(EMAIL, "same"));
        edits.put(created.get(2).id(), Edit.of(PEOPLE).set(EMAIL, "same"));

        assertThat(told(refused(() -> unruled.editAll(CALL, edits)))).containsExactly("[2].email already-exists");
    }

    @Test
    void deletesAllOrNone() {
        List<Person> created = service.createAll(CALL, named("a", "b", "c"));
        recorded();
        List<Integer> ids = created.stream().map(Person::id).toList();

        assertThat(told(refused(() -> service.deleteAll(CALL, List.of(ids.get(0), -1, ids.get(1), -2)))))
                .containsExactly("[1] not-found", "[3] not-found");
        assertThat(count()).isEqualTo(3);

        service.deleteAll(CALL, List.of(ids.get(2), ids.get(0)));
        assertThat(people.search(Search.all()).items()).containsExactly(created.get(1));
        assertThat(recorded())
                .containsExactly("person_deleted Person/" + ids.get(2), "person_deleted Person/" + ids.get(0));
    }

    @Test
    void aBatchMixesResourcesAndUsesWhatItHasMade() {
        AssociationService<Person, Integer, Room, String> links = AssociationService.builder(
                        PERSON_ROOMS, personRooms, people, rooms, units)
                .build();
        CRUDService<Room, String> roomService =
                CRUDService.builder(rooms, units).build();
        Batch batch = Batch.in(units);
        Batch.Step<Person> ann = batch.add(() -> service.create(CALL, Person.of("Ann")));
        Batch.Step<Room> room = batch.add(() -> roomService.create(CALL, new Room("r", "Room")));
        batch.add(() -> links.associate(CALL, ann.result().id(), room.result().code()));

        assertThatThrownBy(ann::result).isInstanceOf(IllegalStateException.class);
        batch.run(CALL);

        assertThat(personRooms.rights(ann.result().id())).containsExactly("r");
        assertThat(ann.result().name()).isEqualTo("Ann");
    }

    @Test
    void aBatchTellsWhatIsWrongWithEachStepAndDoesNothing() {
        CRUDService<Room, String> roomService = CRUDService.builder(rooms, units)
                .validation(ValidationGroup.<Room>builder()
                        .create(Rules.forbid(
                                "Room",
                                "It needs a title.",
                                change -> change.value().title().isEmpty()))
                        .build())
                .build();
        Batch batch = Batch.in(units);
        batch.add(() -> service.create(CALL, Person.of("Ann")));
        Batch.Step<Person> old =
                batch.add(() -> service.create(CALL, Person.of("Bob").withAge(151)));
        batch.add(() -> service.edit(CALL, old.result().id(), Edit.of(PEOPLE).set(AGE, 152)));
        batch.add(() -> roomService.create(CALL, new Room("r", "")));

        DovetailException refused = refused(() -> batch.run(CALL));

        assertThat(told(refused)).containsExactly("[1] not-permitted", "[3] not-permitted");
        assertThat(count()).isZero();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void dryRunTellsAllAndLeavesNothing() {
        Person ann = service.create(CALL, Person.of("Ann"));
        recorded();

        DryRun<Person> tried = units.dryRun(CALL, () -> {
            service.edit(CALL, ann.id(), Edit.of(PEOPLE).set(AGE, 7));
            return service.create(CALL, Person.of("Bob"));
        });

        assertThat(tried.result().name()).isEqualTo("Bob");
        assertThat(tried.events()).extracting(OutboxEntry::name).containsExactly("person_edited", "person_created");
        assertThat(tried.commands()).isEmpty();
        assertThat(people.search(Search.all()).items()).containsExactly(ann);
        assertThat(recorded()).isEmpty();
        assertThat(units.running()).isFalse();
    }

    @Test
    void dryRunFailsAsTheWorkWould() {
        have(Person.of("a").withEmail("taken"));

        assertThatThrownBy(() -> units.dryRun(
                        CALL,
                        () -> service.create(
                                CALL, Person.of("b").withEmail("taken").withAge(200))))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        refused -> assertThat(told(refused)).containsExactly("email already-exists", " not-permitted"));
        assertThatThrownBy(() -> units.dryRun(CALL, () -> {
                    refused(() -> service.create(CALL, Person.of("b").withAge(200)));
                    return 1;
                }))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.UNIT_FAILED));
        assertThat(service.create(CALL, Person.of("b")).name()).isEqualTo("b");
    }

    @Test
    void dryRunNeedsAUnitOfItsOwn() {
        run(() -> assertThatThrownBy(() -> units.dryRun(CALL, () -> 1)).isInstanceOf(IllegalStateException.class));
    }

    @Test
    void retriesAnEditThatWasStale() {
        Person ann = have(Person.of("Ann").withAge(1));
        AtomicInteger calls = new AtomicInteger();

        Person edited = service.editRetrying(CALL, ann.id(), row -> {
            if (calls.incrementAndGet() <= 2) {
                elsewhere(() -> service.edit(CALL, ann.id(), Edit.of(PEOPLE).set(AGE, row.age() + 10)));
            }
            return row.withName(row.name() + row.age());
        });

        assertThat(calls).hasValue(3);
        assertThat(edited.name()).isEqualTo("Ann21");
        assertThat(edited.age()).isEqualTo(21);
    }

    @Test
    void givesUpAnEditThatIsAlwaysStale() {
        Person ann = have(Person.of("Ann").withAge(1));

        assertThat(refused(() -> service.editRetrying(CALL, ann.id(), row -> {
                            elsewhere(() ->
                                    service.edit(CALL, ann.id(), Edit.of(PEOPLE).set(AGE, row.age() + 1)));
                            return row.withName("never");
                        }))
                        .kind())
                .isEqualTo(ErrorKind.STALE_VERSION);
        assertThat(people.find(ann.id()).orElseThrow().name()).isEqualTo("Ann");
        run(() -> assertThatThrownBy(() -> service.editRetrying(CALL, ann.id(), row -> row))
                .isInstanceOf(IllegalStateException.class));
    }
}
