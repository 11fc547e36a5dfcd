package dev.dovetail.http;

import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.value.UnicodeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object that a path names, by its key or by another unique column. Immutable and thread-safe.
 *
 * @param <T> the model record
 * @param <K> the key
 * @since 0.1
 */
public final class Locator<T extends Record, K> {
    private record Way<T, V>(
            KeyFormat<V> format,
            @Nullable Column<T, V> column,
            @Nullable String detail) {}

    private final CRUDService<T, K> service;
    private final List<Way<T, ?>> ways;
    private final Function<Object, Object> shown;

    private Locator(CRUDService<T, K> service, List<Way<T, ?>> ways, Function<Object, Object> shown) {
        this.service = service;
        this.ways = List.copyOf(ways);
        this.shown = shown;
    }

    /** Returns the locator by key. */
    static <T extends Record, K> Locator<T, K> byKey(CRUDService<T, K> service) {
        KeyFormat<K> format =
                KeyFormat.of(service.resource().key().type(), service.resource().keyGenerated());
        return new Locator<>(service, List.of(new Way<T, K>(format, null, null)), key -> key);
    }

    /** Returns this locator with one more way: by a unique column whose values have this form. */
    public <V> Locator<T, K> or(Column<T, V> column, KeyFormat<V> format) {
        return or(new Way<>(format, column, null));
    }

    /** Does as {@link #or}; "not found" tells the value, as text, by the column's own name instead of the key's. */
    public <V> Locator<T, K> orNamed(Column<T, V> column, KeyFormat<V> format) {
        return or(new Way<>(format, column, column.name()));
    }

    private Locator<T, K> or(Way<T, ?> way) {
        List<Way<T, ?>> more = new ArrayList<>(ways);
        more.add(way);
        return new Locator<>(service, more, shown);
    }

    /** Returns this locator with another form of keys in paths. */
    public Locator<T, K> as(KeyFormat<K> format) {
        return new Locator<>(service, List.of(new Way<T, K>(format, null, null)), shown);
    }

    /**
     * Returns this locator that shows keys in another form in the details of "not found"; answers to GET only do so.
     */
    public Locator<T, K> showing(Function<Object, Object> form) {
        return new Locator<>(service, ways, form);
    }

    /** Returns what the path may hold. */
    List<KeyFormat<?>> formats() {
        List<KeyFormat<?>> formats = new ArrayList<>();
        ways.forEach(way -> formats.add(way.format()));
        return formats;
    }

    /**
     * Returns the key of the object that a path names.
     *
     * @throws DovetailException of kind INVALID_INPUT if the text is not Unicode, NOT_FOUND if it cannot be a key, or
     *     another column has no such value
     */
    public K key(CallContext call, String text) {
        int fault = UnicodeText.fault(text);
        if (fault >= 0) {
            Resource<T, K> resource = service.resource();
            throw Errors.notUnicode(resource.name(), Path.of(resource.key().name()), fault)
                    .toException();
        }
        for (Way<T, ?> way : ways) {
            if (way.format().matches(text)) {
                return key(call, text, way);
            }
        }
        throw notFound(text);
    }

    @SuppressWarnings("unchecked")
    private <V> K key(CallContext call, String text, Way<T, V> way) {
        V value = way.format().parse().apply(text);
        if (value == null) {
            throw notFound(new java.math.BigInteger(text));
        } else if (way.column() == null) {
            return (K) value;
        }
        Resource<T, K> resource = service.resource();
        return service.findBy(call, Criterion.equal(way.column(), value))
                .map(resource::keyOf)
                .orElseThrow(() -> way.detail() == null ? notFound(value) : notFound(way.detail(), text));
    }

    private DovetailException notFound(String detail, String text) {
        return Errors.notFound(service.resource().name(), Details.of(detail, text))
                .toException();
    }

    /**
     * Returns the object that a path names.
     *
     * @throws DovetailException of kind NOT_FOUND if there is none in scope
     */
    public T get(CallContext call, String text) {
        K key = key(call, text);
        return service.find(call, key).orElseThrow(() -> notFound(key));
    }

    private DovetailException notFound(Object value) {
        Resource<T, K> resource = service.resource();
        return Errors.notFound(resource.name(), Details.of(resource.key().name(), shown.apply(value)))
                .toException();
    }
}
