package dev.dovetail.error;

import java.util.ArrayList;
import java.util.List;

/**
 * Locates a value inside an input: names of fields and indexes of list elements, outermost first.
 *
 * <p>Immutable and thread-safe. {@link #toString()} writes {@code userRanges[0].start}; the empty path stands for the
 * object as a whole.
 *
 * @param elements strings (names) and integers (indexes, from 0)
 * @since 0.1
 */
public record Path(List<Object> elements) {
    private static final Path WHOLE = new Path(List.of());

    public Path {
        elements = List.copyOf(elements);
    }

    /** Returns the path of the object as a whole. */
    public static Path whole() {
        return WHOLE;
    }

    /** Returns the path of one field. */
    public static Path of(String field) {
        return new Path(List.of(field));
    }

    /** Returns this path extended by a field name. */
    public Path field(String name) {
        return plus(name);
    }

    /** Returns this path extended by the index of a list element. */
    public Path index(int index) {
        return plus(index);
    }

    /** Returns the path of a place within what this path locates. */
    public Path then(Path inner) {
        List<Object> longer = new ArrayList<>(elements);
        longer.addAll(inner.elements);
        return new Path(longer);
    }

    private Path plus(Object element) {
        List<Object> longer = new ArrayList<>(elements);
        longer.add(element);
        return new Path(longer);
    }

    /** Returns whether this path stands for the object as a whole. */
    public boolean isWhole() {
        return elements.isEmpty();
    }

    /** Returns the outermost field, or the empty text for the object as a whole. */
    public String first() {
        return elements.isEmpty() ? "" : elements.get(0).toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object element : elements) {
            if (element instanceof Integer) {
                text.append('[').append(element).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(element);
            }
        }
        return text.toString();
    }
}
