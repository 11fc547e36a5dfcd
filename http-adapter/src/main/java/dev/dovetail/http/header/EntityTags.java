package dev.dovetail.http.header;

import dev.dovetail.http.exchange.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds the entity tags that a condition names. Immutable.
 *
 * @param any whether it names every state there may be, as {@code *} does
 * @param tags the tags; none if {@code any}
 */
public record EntityTags(boolean any, List<EntityTag> tags) {
    private static final Pattern NEXT = Pattern.compile("[ \\t,]*(W/)?\"([!#-~\\x80-\\xFF]*)\"[ \\t]*(?=,|$)");

    public EntityTags {
        tags = List.copyOf(tags);
    }

    /**
     * Returns the tags of a header field; empty if the request does not have it.
     *
     * @throws dev.dovetail.error.DovetailException of kind INVALID_INPUT if it is neither {@code *} nor a list of tags
     */
    public static Optional<EntityTags> of(Request request, String header) {
        return request.list(header).map(text -> read(header, text.strip()));
    }

    private static EntityTags read(String header, String text) {
        if (text.equals("*")) {
            return new EntityTags(true, List.of());
        }
        List<EntityTag> tags = new ArrayList<>();
        Matcher next = NEXT.matcher(text);
        int end = 0;
        while (next.find() && next.start() == end) {
            tags.add(new EntityTag(next.group(1) != null, next.group(2)));
            end = next.end();
        }
        boolean rest = text.substring(end).chars().anyMatch(c -> c != ',' && c != ' ' && c != '\t');
        if (tags.isEmpty() || rest) {
            throw Malformed.header(header, "* or entity tags in double quotes, separated by commas");
        }
        return new EntityTags(false, tags);
    }

    /** Returns how the header field has it. */
    @Override
    public String toString() {
        return any
                ? "*"
                : String.join(", ", tags.stream().map(EntityTag::toString).toList());
    }
}
