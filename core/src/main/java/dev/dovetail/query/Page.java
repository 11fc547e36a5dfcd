package dev.dovetail.query;

import java.util.List;

/**
 * Answers a search: some rows, and how many there are in all.
 *
 * @param items the rows asked for, in order
 * @param total how many rows match, whatever the limit and offset
 * @param <T> the model record
 * @since 0.1
 */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }
}
