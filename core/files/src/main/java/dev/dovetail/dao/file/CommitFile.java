package dev.dovetail.dao.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds what one commit has left to do: files to replace, entries to deliver. Used by one thread at a time.
 *
 * @param entries may be changed
 */
record CommitFile(long number, Path path, List<Replacement> replacements, Map<KeptEntry.Key, KeptEntry> entries) {
    CommitFile(long number, Path path, List<Replacement> replacements, List<KeptEntry> entries) {
        this(number, path, replacements, new LinkedHashMap<>());
        entries.forEach(entry -> this.entries.put(entry.key(), entry));
    }

    /** Returns this commit once its files have been replaced. */
    CommitFile replaced() {
        return new CommitFile(number, path, List.of(), entries);
    }
}
