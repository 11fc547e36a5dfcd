package dev.dovetail.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.AssociationNotifier;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.Outbox;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.OnDelete;
import dev.dovetail.resource.Resource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Follows what services announce into the stream. */
@Timeout(30)
class StreamOfServicesTest {
    record Room(int id, @Nullable String owner, String name) {}

    record Key(int id) {}

    private static final Resource<Room, Integer> ROOMS =
            Resource.of(Room.class, Room::id).generatedKey().tenant(Room::owner).build();
    private static final Resource<Key, Integer> KEYS =
            Resource.of(Key.class, Key::id).generatedKey().build();
    private static final Association<Room, Integer, Key, Integer> ROOM_KEYS =
            Association.between(ROOMS, KEYS).onDeleteLeft(OnDelete.UNLINK).build();
    private static final Association<Key, Integer, Room, Integer> KEY_ROOMS =
            Association.between(KEYS, ROOMS).name("key_rooms").build();

    private static final EventType<Integer> CHANGED = new EventType<>("changed", Integer.class);

    /** The tenant of a call from the head office, which sees that of the branch as well. */
    private static final CallContext CALL = CallContext.of(Scope.of("head", Set.of("branch")));

    private final MemoryStore store = MemoryStore.create();
    private final EventStream stream = EventStream.in(store, JacksonCodec.create());
    private final PluginRegistry registry =
            PluginRegistry.on(store).plugins(told(ROOMS), told(KEYS), told(ROOM_KEYS), told(KEY_ROOMS)).stream(stream)
                    .load();

    private static <T extends Record> Plugin told(Resource<T, Integer> resource) {
        return ResourcePlugin.of(resource)
                .announces(Notifier.<T>of()
                        .created(row -> CHANGED.of(resource.keyOf(row)))
                        .edited(change -> CHANGED.of(resource.keyOf(change.value())))
                        .deleted(row -> CHANGED.of(resource.keyOf(row)))
                        .build());
    }

    private static <L extends Record, R extends Record> Plugin told(Association<L, Integer, R, Integer> association) {
        return AssociationPlugin.of(association)
                .announces(AssociationNotifier.<L, R>builder()
                        .associated(link -> CHANGED.of(0))
                        .dissociated(link -> CHANGED.of(0))
                        .build());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private List<StreamedEvent> awaited(int many) throws InterruptedException {
        Semaphore more = new Semaphore(0);
        Outbox.Listening listening = stream.listen(more::release);
        List<StreamedEvent> events = stream.after(0, 100);
        while (events.size() < many) {
            more.acquire();
            events = stream.after(0, 100);
        }
        listening.close();
        return events;
    }

    @Test
    void tellsWhoseTheObjectIsNotWhoChangedIt() throws Exception {
        registry.of(ROOMS).create(CALL, new Room(0, "branch", "b"));
        registry.of(ROOMS).create(CALL, new Room(0, null, "h"));
        registry.of(ROOMS).delete(CALL, 1);
        registry.of(KEYS).create(CALL, new Key(0));
        registry.unitOfWork().call(CALL, unit -> {
            unit.about("Door/1", out -> out.announce(CHANGED.of(5)));
            return true;
        });
        assertThat(awaited(5))
                .extracting(event -> event.subject() + " " + event.tenant())
                .containsExactly("Room/1 branch", "Room/2 head", "Room/1 branch", "Key/1 null", "Door/1 head");
    }

    @Test
    void givesALinkTheTenantOfItsLeftSideOrOfTheCall() throws Exception {
        registry.of(ROOMS).create(CALL, new Room(0, "branch", "b"));
        registry.of(KEYS).create(CALL, new Key(0));
        registry.of(ROOM_KEYS).associate(CALL, 1, 1);
        registry.of(ROOM_KEYS).dissociate(CALL, 1, 1);
        registry.of(ROOM_KEYS).associateAll(CALL, 1, List.of(1));
        registry.of(KEY_ROOMS).associate(CALL, 1, 1);
        assertThat(awaited(6).stream().skip(2))
                .extracting(event -> event.subject() + " " + event.tenant())
                .containsExactly("Room/1 branch", "Room/1 branch", "Room/1 branch", "Key/1 head");
    }

    @Test
    void holdsNothingOfAUnitThatFails() throws Exception {
        assertThatThrownBy(() -> registry.unitOfWork().run(CALL, () -> {
                    registry.of(KEYS).create(CALL, new Key(0));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        registry.of(ROOMS).create(CALL, new Room(0, null, "h"));
        assertThat(awaited(1)).extracting(StreamedEvent::subject).containsExactly("Room/1");
    }
}
