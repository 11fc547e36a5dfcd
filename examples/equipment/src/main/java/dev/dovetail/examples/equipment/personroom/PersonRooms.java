package dev.dovetail.examples.equipment.personroom;

import dev.dovetail.examples.equipment.person.People;
import dev.dovetail.examples.equipment.person.Person;
import dev.dovetail.examples.equipment.room.Room;
import dev.dovetail.examples.equipment.room.Rooms;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Attributes;
import dev.dovetail.resource.OnDelete;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rooms of people, in order, each as owner or guest. */
public final class PersonRooms {
    /**
     * What a person is in a room.
     *
     * @param since null if nobody knows
     */
    public record Stay(Role role, @Nullable LocalDate since) {}

    /** Who may do what in a room. */
    public enum Role {
        OWNER,
        GUEST
    }

    public static final Attributes<Stay> STAY = Attributes.of(Stay.class, new Stay(Role.GUEST, null));
    public static final Association<Person, UUID, Room, Integer> PERSON_ROOM = Association.between(
                    People.PEOPLE, Rooms.ROOMS)
            .attributes(STAY)
            .ordered()
            .sameTenant()
            .onDeleteLeft(OnDelete.DISSOCIATE)
            .onDeleteRight(OnDelete.DISSOCIATE)
            .build();

    private PersonRooms() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return AssociationPlugin.of(PERSON_ROOM).announcesLinks();
    }
}
