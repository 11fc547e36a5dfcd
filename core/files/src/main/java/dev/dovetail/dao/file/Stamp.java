package dev.dovetail.dao.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells a file's content from another one without reading it.
 *
 * @param text when it was modified and how long it is, as it survives a move or a restart
 * @param identity which file it is to the operating system
 */
record Stamp(String text, String identity) {
    static final Stamp ABSENT = new Stamp("absent", "absent");

    static Stamp of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(
                    attributes.lastModifiedTime() + " " + attributes.size(), String.valueOf(attributes.fileKey()));
        } catch (NoSuchFileException e) {
            return ABSENT;
        }
    }
}
