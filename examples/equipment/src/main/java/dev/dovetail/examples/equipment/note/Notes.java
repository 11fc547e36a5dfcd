package dev.dovetail.examples.equipment.note;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.resource.Resource;

/** Notes. */
public final class Notes {
    public static final Resource<Note, String> NOTES =
            Resource.of(Note.class, Note::slug).search(Note::slug, Note::body).build();

    private Notes() {}

    /** Returns the plugin. */
    public static Plugin plugin() {
        return ResourcePlugin.of(NOTES).announcesChanges();
    }
}
