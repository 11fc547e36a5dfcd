package dev.dovetail.dao.compare;

import static dev.dovetail.dao.contract.StoreContract.PEOPLE;
import static dev.dovetail.dao.contract.StoreContract.ROOMS;

import dev.dovetail.dao.contract.Person;
import dev.dovetail.dao.contract.Room;
import dev.dovetail.operation.Edit;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Is one operation on a store. People are named by the number of their creation, so that any sequence can be shortened.
 */
sealed interface Op {
    /** Performs the operation and returns what it answers. */
    Object on(World world);

    record CreatePerson(Person person) implements Op {
        @Override
        public Object on(World world) {
            Person created = world.people().create(World.CALL, person);
            world.created().add(created.id());
            return created;
        }
    }

    record CreateRoom(Room room) implements Op {
        @Override
        public Object on(World world) {
            return world.rooms().create(World.CALL, room);
        }
    }

    record EditPerson(int number, Map<Column<Person, ?>, Object> values) implements Op {
        @Override
        public Object on(World world) {
            return world.people().edit(World.CALL, world.person(number), Edit.of(PEOPLE, values));
        }
    }

    record EditStalePerson(int number, int version) implements Op {
        @Override
        public Object on(World world) {
            return world.people()
                    .edit(
                            World.CALL,
                            world.person(number),
                            Edit.of(PEOPLE).set(PEOPLE.column(Person::age), 99).expecting(version));
        }
    }

    record EditRoom(String code, String title) implements Op {
        @Override
        public Object on(World world) {
            return world.rooms().edit(World.CALL, new Room(code, title));
        }
    }

    record DeletePerson(int number) implements Op {
        @Override
        public Object on(World world) {
            world.people().delete(World.CALL, world.person(number));
            return "deleted";
        }
    }

    record DeleteRoom(String code) implements Op {
        @Override
        public Object on(World world) {
            world.rooms().delete(World.CALL, code);
            return "deleted";
        }
    }

    record FindPerson(int number) implements Op {
        @Override
        public Object on(World world) {
            return world.people().find(World.CALL, world.person(number));
        }
    }

    record GetRoom(String code) implements Op {
        @Override
        public Object on(World world) {
            return world.rooms().get(World.CALL, code);
        }
    }

    record FindPersonBy(Criterion<Person> criterion) implements Op {
        @Override
        public Object on(World world) {
            return world.people().findBy(World.CALL, criterion);
        }
    }

    /** Sorts by the key at last, so that there is one right answer. */
    record SearchPeople(
            Criterion<Person> criterion,
            String text,
            boolean wildcards,
            List<Order<Person>> orders,
            int limit,
            int offset)
            implements Op {
        @Override
        public Object on(World world) {
            Search<Person> search = Search.where(criterion);
            search = wildcards ? search.pattern(text) : search.text(text);
            for (Order<Person> order : orders) {
                search = search.by(order);
            }
            search = search.by(Order.ascending(PEOPLE.column(Person::id)));
            return world.people()
                    .search(World.CALL, limit < 0 ? search : search.limit(limit).offset(offset));
        }
    }

    record SearchRooms(String text) implements Op {
        @Override
        public Object on(World world) {
            return world.rooms()
                    .search(World.CALL, Search.<Room>all().text(text).by(Order.ascending(ROOMS.column(Room::code))));
        }
    }

    record Associate(Association<Person, Integer, Room, String> association, int number, String code) implements Op {
        @Override
        public Object on(World world) {
            return world.registry().of(association).associate(World.CALL, world.person(number), code);
        }
    }

    record Dissociate(Association<Person, Integer, Room, String> association, int number, String code) implements Op {
        @Override
        public Object on(World world) {
            return world.registry().of(association).dissociate(World.CALL, world.person(number), code);
        }
    }

    record AssociateAll(Association<Person, Integer, Room, String> association, int number, List<String> codes)
            implements Op {
        @Override
        public Object on(World world) {
            return world.registry().of(association).associateAll(World.CALL, world.person(number), codes);
        }
    }

    record Rights(Association<Person, Integer, Room, String> association, int number) implements Op {
        @Override
        public Object on(World world) {
            return world.registry().of(association).rights(World.CALL, world.person(number));
        }
    }

    record Lefts(Association<Person, Integer, Room, String> association, String code) implements Op {
        @Override
        public Object on(World world) {
            return world.registry().of(association).lefts(World.CALL, code);
        }
    }

    /** Does several things as one; some units fail at their end. */
    record Unit(List<Op> ops, boolean fails) implements Op {
        @Override
        public Object on(World world) {
            List<Object> answers = new ArrayList<>();
            world.registry().unitOfWork().run(World.CALL, () -> {
                ops.forEach(op -> answers.add(op.on(world)));
                if (fails) {
                    throw new IllegalStateException("on purpose");
                }
            });
            return answers;
        }
    }
}
