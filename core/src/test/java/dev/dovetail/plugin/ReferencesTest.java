package dev.dovetail.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.ErrorKind;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.resource.ReferentialAction;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    record Room(int id, String tenant, String code) {}

    record Desk(int id, @Nullable Integer roomId, int version) {}

    record Lease(int id, int roomId) {}

    record Key(int id, int roomId) {}

    private static final Resource<Room, Integer> ROOMS = Resource.of(Room.class, Room::id)
            .generatedKey()
            .tenant(Room::tenant)
            .build();
    private static final Resource<Desk, Integer> DESKS = Resource.of(Desk.class, Desk::id)
            .generatedKey()
            .version(Desk::version)
            .references(Desk::roomId, ROOMS, ReferentialAction.SET_NULL)
            .build();
    private static final Resource<Lease, Integer> LEASES = Resource.of(Lease.class, Lease::id)
            .generatedKey()
            .references(Lease::roomId, ROOMS)
            .build();
    private static final Resource<Key, Integer> KEYS = Resource.of(Key.class, Key::id)
            .generatedKey()
            .references(Key::roomId, ROOMS, ReferentialAction.CASCADE)
            .build();
    private static final EventType<Desk> DESK_EDITED = new EventType<>("desk_edited", Desk.class);
    private static final EventType<Key> KEY_DELETED = new EventType<>("key_deleted", Key.class);
    private static final CallContext ALL = CallContext.of(Scope.all());
    private static final CallContext LAB = CallContext.of(Scope.of("lab"));

    private final List<String> events = new ArrayList<>();
    private final PluginRegistry registry = PluginRegistry.on(MemoryStore.create())
            .plugins(
                    ResourcePlugin.of(ROOMS),
                    announcing(
                            DESKS,
                            Notifier.<Desk>of()
                                    .edited(change -> DESK_EDITED.of(change.value()))
                                    .build()),
                    ResourcePlugin.of(LEASES),
                    announcing(KEYS, Notifier.<Key>of().deleted(KEY_DELETED::of).build()))
            .listener(event -> events.add(event.subject() + " " + event.name()))
            .load();

    private static <T extends Record, K> ResourcePlugin<T, K> announcing(
            Resource<T, K> resource, Notifier<Change<T>> notifier) {
        return ResourcePlugin.of(resource).announces(notifier);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private int room() {
        return registry.of(ROOMS).create(LAB, new Room(0, "lab", "A1")).id();
    }

    @Test
    void refusesReferenceToWhatIsNotThere() {
        assertThatThrownBy(() -> registry.of(LEASES).create(ALL, new Lease(0, 7)))
                .isInstanceOfSatisfying(DovetailException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.REFERENCE_NOT_FOUND);
                    assertThat(refused.violations().get(0).path()).hasToString("roomId");
                    assertThat(refused.violations().get(0).resource()).isEqualTo("Room");
                });
    }

    @Test
    void refusesReferenceToWhatTheCallerDoesNotSee() {
        int room = room();
        CallContext other = CallContext.of(Scope.of("other"));
        assertThatExceptionOfType(DovetailException.class)
                .isThrownBy(() -> registry.of(LEASES).create(other, new Lease(0, room)))
                .matches(refused -> refused.kind() == ErrorKind.REFERENCE_NOT_FOUND);
    }

    @Test
    void tellsEachElementOfABulkCreation() {
        int room = room();
        assertThatThrownBy(() -> registry.of(LEASES)
                        .createAll(ALL, List.of(new Lease(0, room), new Lease(0, 8), new Lease(0, 9))))
                .isInstanceOfSatisfying(
                        DovetailException.class,
                        refused -> assertThat(refused.violations())
                                .extracting(violation -> violation.path().toString())
                                .containsExactly("[1].roomId", "[2].roomId"));
    }

    @Test
    void leavesUntouchedReferencesOfEditsAlone() {
        int room = room();
        Desk desk = registry.of(DESKS).create(ALL, new Desk(0, room, 0));
        CallContext other = CallContext.of(Scope.of("other")); // sees desks, which have no tenant, but not the room
        registry.of(DESKS).edit(other, desk.id(), Edit.whole(DESKS, desk));
        assertThat(registry.of(DESKS).get(ALL, desk.id()).roomId()).isEqualTo(room);
    }

    @Test
    void refusesDeletionOfWhatIsReferredTo() {
        int room = room();
        Lease lease = registry.of(LEASES).create(ALL, new Lease(0, room));
        assertThatThrownBy(() -> registry.of(ROOMS).delete(LAB, room))
                .isInstanceOfSatisfying(DovetailException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ErrorKind.STILL_ASSOCIATED);
                    assertThat(refused.getMessage()).contains("Lease").contains("[" + lease.id() + "]");
                });
        registry.of(LEASES).delete(ALL, lease.id());
        registry.of(ROOMS).delete(LAB, room);
        assertThat(registry.of(ROOMS).find(ALL, room)).isEmpty();
    }

    @Test
    void clearsReferencesByEditsThatAreAnnounced() {
        int room = room();
        List<Desk> desks = registry.of(DESKS)
                .createAll(
                        ALL,
                        IntStream.range(0, 1201)
                                .mapToObj(i -> new Desk(0, room, 0))
                                .toList());
        registry.of(ROOMS).delete(LAB, room);
        assertThat(desks)
                .allSatisfy(desk ->
                        assertThat(registry.of(DESKS).get(ALL, desk.id())).isEqualTo(new Desk(desk.id(), null, 2)));
        assertThat(events).filteredOn(event -> event.endsWith("desk_edited")).hasSize(1201);
    }

    @Test
    void deletesReferringObjectsAlong() {
        int room = room();
        Key key = registry.of(KEYS).create(ALL, new Key(0, room));
        registry.of(ROOMS).delete(LAB, room);
        assertThat(registry.of(KEYS).find(ALL, key.id())).isEmpty();
        assertThat(events).contains("Key/" + key.id() + " key_deleted");
    }

    @Test
    void refusesReferencesThatCannotBe() {
        Resource.Builder<Lease, Integer> leases = Resource.of(Lease.class, Lease::id);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leases.references(Lease::roomId, ROOMS, ReferentialAction.SET_NULL))
                .withMessageContaining("roomId")
                .withMessageContaining("@Nullable");
    }

    @Test
    void refusesToLoadWithoutTheTarget() {
        assertThatThrownBy(() -> PluginRegistry.on(MemoryStore.create())
                        .plugins(ResourcePlugin.of(LEASES))
                        .load())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Room");
    }
}
