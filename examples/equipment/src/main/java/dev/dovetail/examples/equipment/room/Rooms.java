package dev.dovetail.examples.equipment.room;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

/** Rooms. */
public final class Rooms {
    public static final Resource<Room, Integer> ROOMS = Resource.of(Room.class, Room::id)
            .generatedKey()
            .tenant(Room::tenant)
            .version(Room::version)
            .unique(Room::tenant, Room::code)
            .search(Room::code)
            .build();

    private Rooms() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(ROOMS).announcesChanges();
    }
}
