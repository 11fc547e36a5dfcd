package dev.dovetail.http.header;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import dev.dovetail.http.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the media types that a caller takes, RFC 9110 section 12.5.1. Of ranges that cover a type the most specific one
 * counts, and weight 0 excludes it; ranges that are malformed are passed over, and a field without any sound one says
 * nothing. Immutable.
 */
public record Accept(List<Range> ranges) {
    private static final Pattern WEIGHT = Pattern.compile(";[ \\t]*q=([01](?:\\.[0-9]{0,3})?)[ \\t]*(?:;|$)");
    private static final Pattern NAME = Pattern.compile("[-!#$%&'+.^_`|~*a-z0-9]+/[-!#$%&'+.^_`|~*a-z0-9]+");

    /** A client says the same each time. */
    private static final LoadingCache<String, Accept> KNOWN =
            CacheBuilder.newBuilder().maximumSize(64).build(CacheLoader.from(Accept::read));

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /**
     * Stands for some media types.
     *
     * @param name {@code type/subtype}, {@code type/*} or {@code *}{@code /*}
     * @param excludes whether its weight is 0
     */
    public record Range(String name, boolean excludes) {
        private int specificity(String type) {
            if (name.equals(type)) {
                return 3;
            }
            boolean wild = name.endsWith("/*") && type.startsWith(name.substring(0, name.length() - 1));
            return wild ? 2 : name.equals("*/*") ? 1 : 0;
        }
    }

    /** Returns what a request takes; everything if it does not say. */
    public static Accept of(Request request) {
        return KNOWN.getUnchecked(request.list("Accept").orElse(""));
    }

    private static Accept read(String field) {
        List<Range> ranges = new ArrayList<>();
        for (String element : field.split(",", -1)) {
            String text = element.strip().toLowerCase(Locale.ROOT);
            int end = text.indexOf(';');
            String name = (end < 0 ? text : text.substring(0, end)).strip();
            if (NAME.matcher(name).matches()) {
                Matcher weight = WEIGHT.matcher(text);
                ranges.add(new Range(name, weight.find() && Double.parseDouble(weight.group(1)) == 0));
            }
        }
        return new Accept(ranges);
    }

    /** Returns whether the caller takes a media type. */
    public boolean takes(String type) {
        int best = 0;
        boolean taken = ranges.isEmpty();
        for (Range range : ranges) {
            int specificity = range.specificity(type);
            if (specificity > best) {
                best = specificity;
                taken = !range.excludes();
            }
        }
        return taken;
    }
}
