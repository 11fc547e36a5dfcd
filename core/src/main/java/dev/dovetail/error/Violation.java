package dev.dovetail.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States one thing that is wrong: its kind, where, a stable code and the offending values.
 *
 * <p>Immutable and thread-safe as far as its details are.
 *
 * @param kind what sort of failure it is
 * @param resource the name of the resource concerned, as in its description
 * @param path where in the input; {@link Path#whole()} when no single field is to blame
 * @param code stable, lower case with hyphens: {@code not-found}, {@code size}, {@code required}
 * @param details the values that a text about it needs, in a fixed order; values may be null
 * @param message one English sentence for logs and exceptions
 * @since 0.1
 */
public record Violation(
        ErrorKind kind,
        String resource,
        Path path,
        String code,
        Map<String, @Nullable Object> details,
        String message) {

    public Violation {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Returns the same violation at another place. */
    public Violation at(Path other) {
        return new Violation(kind, resource, other, code, details, message);
    }

    /** Returns the same violation of one element of a list: its path begins with the element's index. */
    public Violation at(int index) {
        return at(Path.whole().index(index).then(path));
    }

    /** Returns the same violation with one more detail. */
    public Violation with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Violation(kind, resource, path, code, more, message);
    }

    /** Returns an exception that carries this violation alone. */
    public DovetailException toException() {
        return new DovetailException(this);
    }
}
