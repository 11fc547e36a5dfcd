package dev.dovetail.http;

import dev.dovetail.http.json.Json;
import dev.dovetail.http.json.MalformedJsonException;
import dev.dovetail.http.json.TextValues;
import dev.dovetail.query.Cursor;
import dev.dovetail.query.Keyset;
import dev.dovetail.query.Order;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes places in the order of a list as texts for URLs, and reads them: the order's name and the values, as a JSON
 * array in base64url (RFC 4648, section 5). Callers are to take them for opaque.
 */
final class CursorTexts<T extends Record> {
    private final Resource<T, ?> resource;
    private final Json json = new Json(false);

    CursorTexts(Resource<T, ?> resource) {
        this.resource = resource;
    }

    private List<Order<T>> order(Search<T> search) {
        return Keyset.of(resource, search.limit(1)).order();
    }

    /** Returns whether places in the order of a search can be marked. */
    boolean fit(Search<T> search) {
        return Keyset.of(resource, search.limit(1)).hasCursors();
    }

    private static <T> String name(List<Order<T>> order) {
        StringBuilder name = new StringBuilder();
        order.forEach(each -> name.append(each.expression().name()).append(each.descending() ? '-' : '+'));
        return name.toString();
    }

    /** Returns the text of a place in the order of a search. */
    String write(Search<T> search, Cursor cursor) {
        byte[] text = json.write(out -> {
            out.writeStartArray();
            out.writeString(name(order(search)));
            for (Object value : cursor.values()) {
                if (value == null) {
                    out.writeNull();
                } else {
                    out.writeString(Column.text(value));
                }
            }
            out.writeEndArray();
        });
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** Returns the place that a text stands for; empty if it is none, or one of another order. */
    Optional<Cursor> read(Search<T> search, String text) {
        if (!fit(search)) {
            return Optional.empty();
        }
        List<Order<T>> order = order(search);
        try {
            JsonNode parts = json.parse(Base64.getUrlDecoder().decode(text));
            boolean fits = parts.isArray()
                    && parts.size() == order.size() + 1
                    && parts.get(0).isString()
                    && parts.get(0).stringValue().equals(name(order));
            return fits ? Optional.of(new Cursor(values(order, parts))) : Optional.empty();
        } catch (IllegalArgumentException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static <T> List<@Nullable Object> values(List<Order<T>> order, JsonNode parts) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            JsonNode value = parts.get(i + 1);
            boolean key = i == order.size() - 1;
            if (value.isNull() && !key) {
                values.add(null);
            } else if (value.isString()) {
                values.add(TextValues.parse(order.get(i).expression().type(), value.stringValue()));
            } else {
                throw new IllegalArgumentException("neither text nor null");
            }
        }
        return values;
    }
}
