package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.json.Input;
import dev.dovetail.http.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of objects that the body of a creation gives and that what follows the creation acts on.
 *
 * @param entries the objects, as they were read
 * @param json the list, as it was given
 * @param <E> a record that says what an object may hold
 */
public record ListInput<E extends Record>(List<E> entries, JsonNode json) {

    /** Returns the field of a name that holds such a list; null counts as none. */
    public static <E extends Record> Input<ListInput<E>> named(String name, Class<E> entry) {
        return named(name, entry, (one, at) -> {});
    }

    /** Does the same; {@code check} reports what is wrong with an object that could be read. */
    public static <E extends Record> Input<ListInput<E>> named(
            String name, Class<E> entry, BiConsumer<E, Reading> check) {
        return new Input<>(name, List.class, true, true, (node, type, reading) -> read(node, entry, check, reading));
    }

    private static <E extends Record> @Nullable Object read(
            JsonNode node, Class<E> type, BiConsumer<E, Reading> check, Reading reading) {
        if (!node.isArray()) {
            return reading.wrongType("nested-list");
        }
        List<E> entries = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Reading at = reading.index(i);
            Object entry = node.get(i).isObject() ? at.read(node.get(i), type) : at.wrongType("object");
            if (entry != null) {
                E read = type.cast(entry);
                check.accept(read, at);
                entries.add(read);
            }
        }
        return new ListInput<>(entries, node);
    }
}
