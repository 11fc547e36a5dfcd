package dev.dovetail.http;

import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.http.style.ApiStyle;
import dev.dovetail.http.style.Feature;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.resource.Resource;

/** Leads from page to page of a list, beyond {@code limit} and {@code offset}. Must be thread-safe. */
interface Paging<T extends Record> {

    /** Returns the paging that a style offers. */
    static <T extends Record> Paging<T> of(ApiStyle style, Resource<T, ?> resource) {
        return style.features().contains(Feature.CURSORS) ? new CursorPaging<>(resource) : new Paging<>() {};
    }

    /** Returns a search with the place that it begins at, and how it counts. */
    default Search<T> read(Request request, Search<T> search) {
        return search;
    }

    /** Returns an answer with the links that lead on from its page, if the list has more than one. */
    default Response linked(Request request, Search<T> search, Page<T> page, Response answer) {
        return answer;
    }
}
