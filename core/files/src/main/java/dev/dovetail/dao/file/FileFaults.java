package dev.dovetail.dao.file;

import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong in files, each with file, line and column. Not thread-safe. */
final class FileFaults {
    private static final int SHOWN = 20;

    private final List<String> texts = new ArrayList<>();

    void add(Path file, String what) {
        texts.add(file.getFileName() + ": " + what);
    }

    void add(Path file, int line, int column, String what) {
        texts.add(file.getFileName() + ":" + line + ":" + column + ": " + what);
    }

    /** Returns what takes the faults of one file. */
    In in(Path file) {
        return new In(file);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Returns all of it, one line each, after a sentence. */
    String message(String sentence) {
        StringBuilder message = new StringBuilder(sentence);
        texts.stream().limit(SHOWN).forEach(text -> message.append("\n  ").append(text));
        if (texts.size() > SHOWN) {
            message.append("\n  and ").append(texts.size() - SHOWN).append(" more");
        }
        return message.toString();
    }

    /** Takes the faults of one file. */
    final class In {
        private final Path file;
        private final int before = texts.size();

        private In(Path file) {
            this.file = file;
        }

        void at(JsonPart part, String what) {
            add(file, part.line(), part.column(), what);
        }

        void at(int line, int column, String what) {
            add(file, line, column, what);
        }

        void at(JsonFault fault, String prefix) {
            add(file, fault.line(), fault.column(), prefix + fault.reason());
        }

        void whole(String what) {
            add(file, what);
        }

        /** Returns whether there were any since this was made. */
        boolean any() {
            return texts.size() > before;
        }
    }
}
