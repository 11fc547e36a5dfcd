package dev.dovetail.dao.contract;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.Optionally.Needs;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Derivation;
import dev.dovetail.resource.Derived;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.ExtendWith;

/** Has the suite open a store for each test, and writes through units of work, as services do. */
@ExtendWith(SuiteResolver.class)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD) // a store may be wrong in ways that never end
public abstract class StoreContract {
    /** The title of the room that an active person has a desk in. */
    static final Derived<Person, String> DESK_TITLE = Derived.found(
            "deskTitle",
            String.class,
            () -> Derivation.onlyIf(
                    StoreContract.ACTIVE,
                    true,
                    Derivation.right(StoreContract.DESK, Derivation.of(StoreContract.ROOM_TITLE))));

    public static final Resource<Person, Integer> PEOPLE = Resource.of(Person.class, Person::id)
            .collection("people")
            .generatedKey()
            .version(Person::version)
            .unique(Person::email)
            .unique(Person::tenant, Person::name)
            .uniqueIgnoringCase(Person::badge)
            .search(Person::name, Person::email, Person::id, Person::colour)
            .searchAlso(DESK_TITLE)
            .build();
    public static final Resource<Sample, UUID> SAMPLES =
            Resource.of(Sample.class, Sample::key).build();
    public static final Resource<Room, String> ROOMS =
            Resource.of(Room.class, Room::code).search(Room::code, Room::title).build();
    static final Derived<Ticket, Integer> TICKET_LENGTH = Derived.of(
            "titleLength",
            Integer.class,
            ticket -> ticket.title().isEmpty() ? null : ticket.title().length());
    public static final Resource<Ticket, Integer> TICKETS = Resource.of(Ticket.class, Ticket::number)
            .search(Ticket::title)
            .searchAlso(Derived.of("priorityText", String.class, ticket -> "Prio-" + ticket.priority()))
            .filterAlso(TICKET_LENGTH)
            .sortAlso(TICKET_LENGTH)
            .build();
    public static final Resource<Price, String> PRICES = Resource.of(Price.class, Price::code)
            .unique(Price::amount)
            .unique(Price::since)
            .build();
    public static final Association<Person, Integer, Room, String> PERSON_ROOMS =
            Association.between(PEOPLE, ROOMS).build();
    public static final Association<Person, Integer, Room, String> ROUTE =
            Association.between(PEOPLE, ROOMS).name("route").ordered().build();
    public static final Association<Person, Integer, Room, String> DESK =
            Association.between(PEOPLE, ROOMS).name("desk").oneLeft().oneRight().build();
    public static final Association<Person, Integer, Person, Integer> FRIENDS =
            Association.between(PEOPLE, PEOPLE).name("friend").build();

    public static final Attributes<Membership> MEMBERSHIP =
            Attributes.byPlace(Membership.class, Membership::at).sortedBy(Membership::priority);
    public static final Association<Person, Integer, Room, String> MEMBERS = Association.between(PEOPLE, ROOMS)
            .name("member")
            .attributes(MEMBERSHIP)
            .build();
    public static final Association<Person, Integer, Room, String> STAYS = Association.between(PEOPLE, ROOMS)
            .name("stay")
            .ordered()
            .attributes(Membership.UNSORTED)
            .build();

    static final Column<Room, String> ROOM_TITLE = ROOMS.column(Room::title);
    static final Column<Person, String> NAME = PEOPLE.column(Person::name);
    static final Column<Person, String> EMAIL = PEOPLE.column(Person::email);
    static final Column<Person, Integer> AGE = PEOPLE.column(Person::age);
    static final Column<Person, String> BADGE = PEOPLE.column(Person::badge);
    static final Column<Person, Person.Colour> COLOUR = PEOPLE.column(Person::colour);
    static final Column<Person, Boolean> ACTIVE = PEOPLE.column(Person::active);
    static final Column<Person, UUID> TENANT = PEOPLE.column(Person::tenant);
    static final Column<Person, Integer> ID = PEOPLE.column(Person::id);

    static final CallContext CALL = CallContext.of(Scope.all());

    protected final MovedClock clock = new MovedClock();
    protected Store store;
    protected UnitOfWork units;
    protected Dao<Person, Integer> people;
    protected Dao<Sample, UUID> samples;
    protected Dao<Room, String> rooms;
    protected Dao<Ticket, Integer> tickets;
    protected AssociationDao<Integer, String> personRooms;
    protected AssociationDao<Integer, String> route;
    protected AssociationDao<Integer, String> desk;
    protected AssociationDao<Integer, Integer> friends;

    protected StoreContract() {}

    @BeforeEach
    void openStore(StoreSuite suite, TestInfo test) {
        skipWhatIsDoneWithout(suite.without(), test);
        store = suite.open(
                List.of(PEOPLE, SAMPLES, ROOMS, TICKETS, PRICES),
                List.of(PERSON_ROOMS, ROUTE, DESK, FRIENDS, MEMBERS, STAYS),
                clock);
        units = new UnitOfWork(store, store.outbox(), () -> {}, clock, UUID::randomUUID);
        people = store.dao(PEOPLE);
        samples = store.dao(SAMPLES);
        rooms = store.dao(ROOMS);
        tickets = store.dao(TICKETS);
        personRooms = store.dao(PERSON_ROOMS);
        route = store.dao(ROUTE);
        desk = store.dao(DESK);
        friends = store.dao(FRIENDS);
    }

    private void skipWhatIsDoneWithout(Set<Optionally> without, TestInfo test) {
        Stream.of(getClass().getSuperclass(), test.getTestMethod().orElseThrow())
                .map(element -> element.getAnnotation(Needs.class))
                .filter(Objects::nonNull)
                .forEach(needs ->
                        assumeFalse(without.contains(needs.value()), () -> "the store does without " + needs.value()));
    }

    @AfterEach
    void closeStore() {
        if (store != null) {
            store.close();
        }
    }

    /** Runs something in a unit of work of its own. */
    protected <R> R unit(Supplier<R> work) {
        return units.call(CALL, announcements -> work.get());
    }

    protected void run(Runnable work) {
        units.run(CALL, work);
    }

    protected Person have(Person person) {
        return unit(() -> people.create(person));
    }

    protected Room have(String code) {
        return unit(() -> rooms.create(new Room(code, "Room " + code)));
    }

    /** Runs something on another thread and waits for it. */
    protected static void elsewhere(Runnable work) {
        Throwable[] thrown = new Throwable[1];
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((each, e) -> thrown[0] = e);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (thrown[0] != null) {
            throw new AssertionError(thrown[0]);
        }
    }

    /** Stands still unless moved. */
    protected static final class MovedClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T10:00:00Z");

        private MovedClock() {}

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
