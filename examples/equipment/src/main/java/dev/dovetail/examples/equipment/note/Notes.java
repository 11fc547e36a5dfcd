package dev.dovetail.examples.equipment.note;

import dev.dovetail.resource.Resource;

/** Describes notes. */
public final class Notes {
    public static final Resource<Note, String> NOTES =
            Resource.of(Note.class, Note::slug).search(Note::slug, Note::body).build();

    private Notes() {}
}
