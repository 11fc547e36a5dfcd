package dev.dovetail.dao.file;

import dev.dovetail.resource.Resource;

/**
 * Says that a file is to be replaced.
 *
 * @param file the name of the one replaced
 * @param by the name of the one that takes its place, from the folder of the store's own files
 * @param before the stamp of the one replaced, by which an edit made since then is told
 */
record Replacement(String file, String by, String before) {
    static final Resource<Replacement, String> DESCRIPTION =
            Resource.of(Replacement.class, Replacement::file).build();
}
