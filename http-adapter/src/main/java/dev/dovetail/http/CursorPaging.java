package dev.dovetail.http;

import com.google.common.escape.Escaper;
import com.google.common.net.UrlEscapers;
import dev.dovetail.error.Details;
import dev.dovetail.error.DovetailException;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.http.exchange.Request;
import dev.dovetail.http.exchange.Response;
import dev.dovetail.query.Page;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Leads from page to page of a list: reads {@code cursor} and {@code total}, and links the first page and the next (RFC
 * 8288).
 *
 * <p>The next page is linked by cursor; by offset if the list is sorted by a value that is no column.
 */
final class CursorPaging<T extends Record> implements Paging<T> {
    private static final String CURSOR = "cursor";
    private static final String OFFSET = "offset";
    private static final Escaper QUERY = UrlEscapers.urlFormParameterEscaper();

    private final Resource<T, ?> resource;
    private final CursorTexts<T> cursors;

    CursorPaging(Resource<T, ?> resource) {
        this.resource = resource;
        this.cursors = new CursorTexts<>(resource);
    }

    @Override
    public Search<T> read(Request request, Search<T> search) {
        Search<T> counting =
                search.total(request.parameter("total").map(this::total).orElse(Total.EXACT));
        String text = request.parameter(CURSOR).orElse(null);
        if (text == null) {
            return counting;
        } else if (search.offset() > 0) {
            throw fault(CURSOR, "query-cursor", "given with an offset (expected: one of them)");
        }
        return cursors.read(search, text)
                .map(counting::after)
                .orElseThrow(() -> fault(CURSOR, "query-cursor", "not from a link of this list in this order"));
    }

    private Total total(String text) {
        for (Total kind : Total.values()) {
            if (Column.text(kind).equals(text)) {
                return kind;
            }
        }
        throw fault("total", "query-total", "unknown (expected: exact, skipped or estimated)");
    }

    private DovetailException fault(String parameter, String code, String message) {
        return Errors.invalid(resource.name(), Path.of(parameter), code, Details.none(), message)
                .toException();
    }

    @Override
    public Response linked(Request request, Search<T> search, Page<T> page, Response answer) {
        Optional<String> next = next(request, search, page);
        List<String> links = new ArrayList<>();
        if (next.isPresent() || search.after().isPresent() || search.offset() > 0) {
            links.add("<" + href(request, null, null) + ">; rel=\"first\"");
        }
        next.ifPresent(href -> links.add("<" + href + ">; rel=\"next\""));
        return links.isEmpty() ? answer : answer.with("Link", String.join(", ", links));
    }

    private Optional<String> next(Request request, Search<T> search, Page<T> page) {
        int size = page.items().size();
        if (page.next().isPresent()) {
            return page.next().map(cursor -> href(request, CURSOR, cursors.write(search, cursor)));
        }
        long reached = search.offset() + size;
        boolean full = search.limit().isPresent() && size == search.limit().getAsInt() && size > 0;
        boolean last =
                search.total() == Total.EXACT && reached >= page.knownTotal().orElse(Long.MAX_VALUE);
        boolean byOffset = !cursors.fit(search) && full && !last;
        return byOffset ? Optional.of(href(request, OFFSET, Long.toString(reached))) : Optional.empty();
    }

    /** Returns the URL of the same list from another place; from the beginning without one. */
    private static String href(Request request, @Nullable String parameter, @Nullable String place) {
        StringBuilder href = new StringBuilder(request.baseUrl()).append(request.path());
        char separator = '?';
        for (var each : request.query().entrySet()) {
            if (!each.getKey().equals(CURSOR) && !each.getKey().equals(OFFSET)) {
                for (String value : each.getValue()) {
                    href.append(separator)
                            .append(QUERY.escape(each.getKey()))
                            .append('=')
                            .append(QUERY.escape(value));
                    separator = '&';
                }
            }
        }
        if (parameter != null && place != null) {
            href.append(separator).append(parameter).append('=').append(place);
        }
        return href.toString();
    }
}
