package dev.dovetail.dao.file;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.AssociationDao;
import dev.dovetail.dao.Dao;
import dev.dovetail.notification.Event;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.Resource;
import dev.dovetail.transaction.UnitOfWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store in files with users, lines and the links between them; reads look at the files each time. */
final class Phones implements AutoCloseable {
    record User(
            @Nullable Integer id,
            String name,
            @Nullable String email,
            @Nullable List<String> tags,
            @Nullable Forward forward,
            int version) {
        static User of(String name) {
            return new User(null, name, null, null, null, 0);
        }

        User withName(String other) {
            return new User(id, other, email, tags, forward, version);
        }

        User withEmail(String other) {
            return new User(id, name, other, tags, forward, version);
        }
    }

    record Forward(String number, int seconds) {}

    record Line(String code, int port) {}

    static final Resource<User, Integer> USERS = Resource.of(User.class, User::id)
            .generatedKey()
            .version(User::version)
            .unique(User::email)
            .build();
    static final Resource<Line, String> LINES =
            Resource.of(Line.class, Line::code).defaultValue(Line::port, 5060).build();
    static final Association<User, Integer, Line, String> USER_LINES =
            Association.between(USERS, LINES).ordered().build();
    static final Association<User, Integer, Line, String> DESK =
            Association.between(USERS, LINES).name("desk").oneLeft().oneRight().build();
    static final Association<User, Integer, User, Integer> FRIENDS =
            Association.between(USERS, USERS).name("friend").build();

    record Rank(int priority, @Nullable String note) {}

    static final Attributes<Rank> RANK = Attributes.of(Rank.class, new Rank(7, null));
    static final Association<User, Integer, Line, String> RANKED =
            Association.between(USERS, LINES).name("ranked").attributes(RANK).build();

    private static final CallContext CALL = CallContext.of(Scope.all());

    final FileStore store;
    final UnitOfWork units;
    final Dao<User, Integer> users;
    final Dao<Line, String> lines;
    final AssociationDao<Integer, String> userLines;
    final AssociationDao<Integer, String> desk;
    final AssociationDao<Integer, Integer> friends;

    private Phones(FileStore store) {
        this.store = store;
        this.units = new UnitOfWork(store, store.outbox(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        try {
            this.users = store.dao(USERS);
            this.lines = store.dao(LINES);
            this.userLines = store.dao(USER_LINES);
            this.desk = store.dao(DESK);
            this.friends = store.dao(FRIENDS);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    static Phones open(Path directory) {
        return open(directory, Disk.real());
    }

    static Phones open(Path directory, Disk disk) {
        return new Phones(FileStore.builder(directory).checkEvery(Duration.ZERO).open(disk));
    }

    void run(Runnable work) {
        units.run(CALL, work);
    }

    User have(String name) {
        return units.call(CALL, unit -> users.create(User.of(name)));
    }

    Line haveLine(String code) {
        return units.call(CALL, unit -> lines.create(new Line(code, 5060)));
    }

    /** Runs something in a unit that announces an event. */
    void announcing(String event, Runnable work) {
        units.call(CALL, unit -> {
            work.run();
            unit.about("User/1", out -> out.announce(new Event(event, List.of(event), Map.of("of", event))));
            return true;
        });
    }

    List<String> names() {
        return users.search(Search.all()).items().stream().map(User::name).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
