package dev.dovetail.dao.file;

import dev.dovetail.dao.memory.Snapshot;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonLayout;
import dev.dovetail.json.JsonPart;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the links of an association: {@code {"links": [{"user": 1, "line": 2}]}}.
 *
 * <p>They stand in the order of the lefts' keys, those of one left in the order of its rights. Where a right's lefts
 * are in another order than that, each of its links tells its place: {@code "userPosition": 1}.
 */
final class LinkFile<L extends Record, LK, R extends Record, RK> implements DataFile {
    private static final String LINKS = "links";

    private static final int WIDTH = 96;

    private record Link<LK, RK>(LK left, RK right, int position, Record attributes) {}

    private final Association<L, LK, R, RK> association;
    private final JacksonCodec codec;
    private final String left;
    private final String right;
    private final String position;
    private final RowFormat<?> attributes;

    LinkFile(Association<L, LK, R, RK> association, JacksonCodec codec) {
        this.association = association;
        this.codec = codec;
        this.left = uncapitalised(association.left());
        String other = uncapitalised(association.right());
        this.right = other.equals(left) ? "other" + association.right().name() : other;
        this.position = left + "Position";
        this.attributes = new RowFormat<>(RowShape.of(association.attributes()), codec);
        for (String name : List.of(left, right, position)) {
            if (association.attributes().column(name).isPresent()) {
                throw new IllegalArgumentException("association " + association.name() + ": attribute " + name
                        + " cannot be told from a side in a file; name it otherwise");
            }
        }
    }

    private static String uncapitalised(Resource<?, ?> resource) {
        return resource.name().substring(0, 1).toLowerCase(Locale.ROOT)
                + resource.name().substring(1);
    }

    @Override
    public Object description() {
        return association;
    }

    @Override
    public Set<Object> refersTo() {
        return association.left().equals(association.right())
                ? Set.of(association.left())
                : Set.of(association.left(), association.right());
    }

    @Override
    public boolean sharedWith(DataFile other) {
        return other.description() instanceof Association<?, ?, ?, ?> same
                && association.left().equals(same.left())
                && association.right().equals(same.right())
                && association.attributes().equals(same.attributes());
    }

    @Override
    public String name() {
        return association.name() + ".json";
    }

    @Override
    public Snapshot empty(Snapshot into) {
        return into.withLinks(association, List.of(), Map.of());
    }

    @Override
    public Snapshot read(JsonPart root, Snapshot into, FileFaults.In faults) {
        JsonPart list = root.members().get(LINKS);
        if (list == null || !list.isArray() || root.members().size() > 1) {
            faults.at(root, "not what is expected: {\"links\": [...]}");
            return into;
        }
        List<Link<LK, RK>> links = new ArrayList<>();
        Map<Object, JsonPart> seen = new HashMap<>();
        for (JsonPart part : list.elements()) {
            Link<LK, RK> link = read(part, faults);
            if (link != null && found(link, into, part, faults) && allowed(link, seen, part, faults)) {
                links.add(link);
            }
        }
        return faults.any() ? into : into.withLinks(association, made(links), rights(links));
    }

    @SuppressWarnings("unchecked") // decoded as the keys' types
    private @Nullable Link<LK, RK> read(JsonPart part, FileFaults.In faults) {
        Map<String, JsonPart> given = part.members();
        if (!given.containsKey(left) || !given.containsKey(right)) {
            faults.at(part, "not what is expected: {\"" + left + "\": ..., \"" + right + "\": ...}");
            return null;
        }
        Map<String, JsonPart> rest = new LinkedHashMap<>(given);
        rest.keySet().removeAll(List.of(left, right, position));
        Record carried = attributes.read(part, rest, faults);
        Object leftKey = value(given.get(left), association.left().key().genericType(), left, faults);
        Object rightKey = value(given.get(right), association.right().key().genericType(), right, faults);
        JsonPart told = given.get(position);
        Object place = told == null ? Integer.valueOf(Integer.MAX_VALUE) : value(told, Integer.class, position, faults);
        return leftKey == null || rightKey == null || place == null || carried == null
                ? null
                : new Link<>((LK) leftKey, (RK) rightKey, (Integer) place, carried);
    }

    private @Nullable Object value(
            @Nullable JsonPart part, java.lang.reflect.Type type, String name, FileFaults.In faults) {
        if (part == null || part.isNull()) {
            if (part != null) {
                faults.at(part, name + ": null (expected: a value)");
            }
            return null;
        }
        try {
            return codec.decode(part, type);
        } catch (JsonFault e) {
            faults.at(e, name + ": ");
            return null;
        }
    }

    private boolean found(Link<LK, RK> link, Snapshot rows, JsonPart part, FileFaults.In faults) {
        if (rows.row(association.left(), link.left()) == null) {
            faults.at(part, missing(association.left(), link.left()));
            return false;
        }
        if (rows.row(association.right(), link.right()) == null) {
            faults.at(part, missing(association.right(), link.right()));
            return false;
        }
        return true;
    }

    private static String missing(Resource<?, ?> resource, Object key) {
        return "no " + resource.name() + " " + key + " in " + resource.collection()
                + ".json; put it there or take the link out";
    }

    private boolean allowed(Link<LK, RK> link, Map<Object, JsonPart> seen, JsonPart part, FileFaults.In faults) {
        JsonPart other = seen.put(List.of(link.left(), link.right()), part);
        if (other != null) {
            faults.at(part, "the same link is in line " + other.line());
            return false;
        }
        JsonPart ofLeft = association.oneRight() ? seen.put(List.of(left, link.left(), 0), part) : null;
        if (ofLeft != null) {
            faults.at(part, left + " " + link.left() + " may have one link; another one is in line " + ofLeft.line());
        }
        JsonPart ofRight = association.oneLeft() ? seen.put(List.of(right, link.right(), 1), part) : null;
        if (ofRight != null) {
            faults.at(
                    part, right + " " + link.right() + " may have one link; another one is in line " + ofRight.line());
        }
        return ofLeft == null && ofRight == null;
    }

    private Map<LK, List<RK>> rights(List<Link<LK, RK>> links) {
        Map<LK, List<RK>> rights = new LinkedHashMap<>();
        links.forEach(link ->
                rights.computeIfAbsent(link.left(), key -> new ArrayList<>()).add(link.right()));
        return rights;
    }

    private List<Snapshot.LinkEntry<LK, RK>> made(List<Link<LK, RK>> links) {
        return links.stream()
                .sorted(Comparator.comparingInt(Link::position)) // stable: those without a place stay in order, last
                .map(link -> new Snapshot.LinkEntry<>(link.left(), link.right(), link.attributes()))
                .toList();
    }

    @Override
    public void check(Snapshot before, Snapshot after) {
        boolean made = !after.same(association, before);
        if (made || lost(association.left(), before, after)) {
            after.rights(association).keySet().forEach(key -> require(association.left(), key, before, after));
        }
        if (made || lost(association.right(), before, after)) {
            after.lefts(association).keySet().forEach(key -> require(association.right(), key, before, after));
        }
    }

    private static <T extends Record, K> boolean lost(Resource<T, K> resource, Snapshot before, Snapshot after) {
        return !after.same(resource, before)
                && before.rows(resource).stream().anyMatch(row -> after.row(resource, resource.keyOf(row)) == null);
    }

    /** Tells what a foreign key would: the row is not there, or was there and may not go. */
    private <T extends Record, K> void require(Resource<T, K> resource, K key, Snapshot before, Snapshot after) {
        if (after.row(resource, key) != null) {
            return;
        }
        Map<String, @Nullable Object> details = Details.of(resource.key().name(), key);
        Resource<?, ?> other = resource.equals(association.left()) ? association.right() : association.left();
        throw (before.row(resource, key) == null
                        ? Errors.referenceNotFound(Path.of(resource.collection()), resource.name(), details)
                        : Errors.stillAssociated(resource.name(), other.name(), details))
                .toException();
    }

    @Override
    public String write(Snapshot after) {
        Map<LK, List<RK>> rights = after.rights(association);
        Map<RK, List<LK>> lefts = after.lefts(association);
        Map<RK, List<LK>> asWritten = new HashMap<>();
        List<LK> order = after.rows(association.left()).stream()
                .map(association.left()::keyOf)
                .filter(rights::containsKey)
                .toList();
        order.forEach(key -> rights.getOrDefault(key, List.of())
                .forEach(to ->
                        asWritten.computeIfAbsent(to, any -> new ArrayList<>()).add(key)));
        List<String> texts = new ArrayList<>();
        for (LK key : order) {
            for (RK to : rights.getOrDefault(key, List.of())) {
                List<LK> wanted = lefts.getOrDefault(to, List.of());
                int place = wanted.equals(asWritten.get(to)) ? 0 : wanted.indexOf(key) + 1;
                texts.add("\n    " + link(key, to, after.attributes(association, key, to), place));
            }
        }
        return "{\n  \"" + LINKS + "\": [" + String.join(",", texts) + (texts.isEmpty() ? "" : "\n  ") + "]\n}\n";
    }

    private String link(LK key, RK to, @Nullable Record carried, int place) {
        List<String> members = new ArrayList<>();
        members.add(member(left, codec.encode(key)));
        members.add(member(right, codec.encode(to)));
        members.addAll(members(attributes, carried));
        if (place > 0) {
            members.add(member(position, Integer.toString(place)));
        }
        String text = "{" + String.join(", ", members) + "}";
        return text.length() <= WIDTH ? text : JsonLayout.of(text, 4);
    }

    @SuppressWarnings("unchecked") // what links of this association carry
    private static <A extends Record> List<String> members(RowFormat<A> format, @Nullable Record carried) {
        return carried == null ? List.of() : format.members((A) carried);
    }

    private static String member(String name, String json) {
        return JsonLayout.quoted(name) + ": " + json;
    }
}
