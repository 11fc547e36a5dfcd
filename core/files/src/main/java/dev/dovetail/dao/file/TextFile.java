package dev.dovetail.dao.file;

import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonPart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of files into JSON and back. */
final class TextFile {
    private TextFile() {}

    /** Returns what a file holds; null, and faults, if that is not JSON. */
    static @Nullable JsonPart read(Path file, FileFaults.In faults) throws IOException {
        String text = text(Files.readAllBytes(file), faults);
        if (text == null) {
            return null;
        }
        try {
            return JsonPart.parse(text);
        } catch (JsonFault e) {
            faults.at(e, merging(text, e.line()) ? "a merge conflict is left: " : "");
            return null;
        }
    }

    private static @Nullable String text(byte[] bytes, FileFaults.In faults) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            int line = (int) decoded.chars().filter(c -> c == '\n').count() + 1;
            faults.at(line, decoded.length() - decoded.lastIndexOf('\n'), "not UTF-8");
            return null;
        }
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private static boolean merging(String text, int line) {
        String at = text.lines().skip(line - 1L).findFirst().orElse("").strip();
        return at.startsWith("<<<<<<<") || at.startsWith("=======") || at.startsWith(">>>>>>>");
    }

    /**
     * Returns a text as bytes.
     *
     * @throws IllegalArgumentException if it holds half a character, which could not be read again
     */
    static byte[] bytes(String text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text holds half a character (a lone surrogate)", e);
        }
    }
}
