package dev.dovetail.sample;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.outbox.OutboxEntry;
import dev.dovetail.notification.outbox.Relay;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store in memory with users, lines and their association, and a listener that remembers. */
public final class Office {
    public static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .tenant(User::tenant)
            .version(User::version)
            .unique(User::tenant, User::name)
            .search(User::name, User::extension)
            .build();
    public static final Column<User, String> NAME = USERS.column(User::name);
    public static final Column<User, String> EXTENSION = USERS.column(User::extension);
    public static final Column<User, Integer> FLOOR = USERS.column(User::floor);

    public static final Resource<Line, String> LINES =
            Resource.of(Line.class, Line::id).tenant(Line::tenant).build();

    public static final Association<User, Integer, Line, String> USER_LINES =
            Association.between(USERS, LINES).ordered().build();

    public static final EventType<User> CREATED = new EventType<>("user_created", User.class);
    public static final EventType<User> EDITED = new EventType<>("user_edited", User.class);
    public static final EventType<User> DELETED = new EventType<>("user_deleted", User.class);

    public static final CallContext NORTH = CallContext.of(Scope.of("north"));
    public static final CallContext SOUTH = CallContext.of(Scope.of("south"));
    public static final CallContext BOTH = CallContext.of(Scope.of("north", Set.of("south")));
    public static final CallContext ALL = CallContext.of(Scope.all());

    public final MemoryStore store = MemoryStore.create();
    public final List<OutboxEntry> heard = new CopyOnWriteArrayList<>();
    public final Relay relay = new Relay(store.outbox(), List.of(heard::add), Map.of(), Clock.systemUTC());
    public final UnitOfWork unitOfWork =
            new UnitOfWork(store, store.outbox(), relay::wake, Clock.systemUTC(), UUID::randomUUID);
    public final Dao<User, Integer> users = store.dao(USERS);
    public final Dao<Line, String> lines = store.dao(LINES);
    public final AssociationDao<Integer, String> userLines = store.dao(USER_LINES);

    /** Stores a user as it is. */
    public User have(User user) {
        return unitOfWork.call(ALL, unit -> users.create(user));
    }

    /** Stores a line as it is. */
    public Line have(Line line) {
        return unitOfWork.call(ALL, unit -> lines.create(line));
    }

    /** Returns the names of the events heard so far. */
    public List<String> events() {
        return heard.stream().map(OutboxEntry::name).toList();
    }
}
