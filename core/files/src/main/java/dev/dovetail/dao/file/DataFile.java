package dev.dovetail.dao.file;

import dev.dovetail.dao.memory.Snapshot;
import dev.dovetail.json.JsonPart;
import java.util.Set;

/** Reads and writes the file of one description: of a resource or an association. Used by one thread at a time. */
interface DataFile {

    /** Returns the resource or association. */
    Object description();

    /** Returns the descriptions that this one's content refers to. */
    Set<Object> refersTo();

    /** Returns whether another description, whose file has the same name, describes the same content. */
    boolean sharedWith(DataFile other);

    /** Returns the file's name. */
    String name();

    /** Returns a snapshot that has this file's content; faults if there are any. */
    Snapshot read(JsonPart root, Snapshot into, FileFaults.In faults);

    /** Returns a snapshot that has no content of this file. */
    Snapshot empty(Snapshot into);

    /**
     * Refuses a commit that would leave something behind which could not be read again.
     *
     * @throws dev.dovetail.error.DovetailException with what is wrong
     */
    void check(Snapshot before, Snapshot after);

    /**
     * Returns the content.
     *
     * @throws IllegalArgumentException if it could not be read again
     */
    String write(Snapshot after);
}
