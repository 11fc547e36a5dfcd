package dev.dovetail.dao.file;

import dev.dovetail.dao.memory.MemoryState;
import dev.dovetail.dao.memory.Snapshot;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.json.JsonFault;
import dev.dovetail.json.JsonPart;
import dev.dovetail.resource.Column;
import dev.dovetail.resource.Resource;
import dev.dovetail.resource.Unique;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the rows of a resource: {@code {"lastKey": 2, "rows": [{...}, {...}]}}, in the order of their keys. */
final class RowFile<T extends Record, K> implements DataFile {
    private static final String ROWS = "rows";
    private static final String LAST_KEY = "lastKey";

    /** Remembers what a row looks like in the file, so that a commit writes anew only what it has changed. */
    private record Written<T>(T row, String text) {}

    private final Resource<T, K> resource;
    private final JacksonCodec codec;
    private final RowFormat<T> format;
    private final MemoryState state;
    private Map<K, Written<T>> written = Map.of();

    RowFile(Resource<T, K> resource, JacksonCodec codec, MemoryState state) {
        this.resource = resource;
        this.codec = codec;
        this.format = new RowFormat<>(RowShape.of(resource), codec);
        this.state = state;
    }

    @Override
    public Object description() {
        return resource;
    }

    @Override
    public Set<Object> refersTo() {
        return Set.of();
    }

    @Override
    public boolean sharedWith(DataFile other) {
        return resource.equals(other.description());
    }

    @Override
    public String name() {
        return resource.collection() + ".json";
    }

    @Override
    public Snapshot empty(Snapshot into) {
        return into.withRows(resource, List.of());
    }

    @Override
    public Snapshot read(JsonPart root, Snapshot into, FileFaults.In faults) {
        JsonPart list = root.members().get(ROWS);
        boolean counted = resource.keyGenerated();
        if (list == null
                || !list.isArray()
                || !Set.of(ROWS, LAST_KEY).containsAll(root.members().keySet())) {
            faults.at(root, "not what is expected: {" + (counted ? "\"lastKey\": 0, " : "") + "\"rows\": [...]}");
            return into;
        }
        long lastKey = lastKey(root.members().get(LAST_KEY), faults);
        Map<List<Object>, JsonPart> seen = new HashMap<>();
        List<T> rows = new ArrayList<>();
        for (JsonPart part : list.elements()) {
            T row = format.read(part, faults);
            if (row != null && clashesNot(row, part, seen, faults)) {
                rows.add(row);
                lastKey = counted ? Math.max(lastKey, ((Number) resource.keyOf(row)).longValue()) : 0;
            }
        }
        if (!faults.any()) {
            state.passKey(resource, lastKey);
            return into.withRows(resource, rows);
        }
        return into;
    }

    private long lastKey(@org.jspecify.annotations.Nullable JsonPart part, FileFaults.In faults) {
        try {
            return part == null || codec.decode(part, Long.class) == null ? 0 : Long.parseLong(part.text());
        } catch (JsonFault e) {
            faults.at(e, LAST_KEY + ": ");
            return 0;
        }
    }

    private boolean clashesNot(T row, JsonPart part, Map<List<Object>, JsonPart> seen, FileFaults.In faults) {
        boolean clashesNot = true;
        for (int i = 0; i < resource.uniques().size(); i++) {
            Unique<T> unique = resource.uniques().get(i);
            List<Object> values = unique.key(row);
            JsonPart other = values == null ? null : seen.putIfAbsent(List.of(i, values), part);
            if (other != null) {
                String columns = unique.columns().stream().map(Column::name).collect(Collectors.joining(", "));
                faults.at(part, columns + ": " + values + " is taken by the row in line " + other.line());
                clashesNot = false;
            }
        }
        return clashesNot;
    }

    @Override
    public void check(Snapshot before, Snapshot after) {
        // unique values were checked when the rows were put; links are looked at by their own files
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very row: a record may call others equal
    public String write(Snapshot after) {
        Map<K, Written<T>> now = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (T row : after.rows(resource)) {
            K key = resource.keyOf(row);
            Written<T> known = written.get(key);
            Written<T> one = known != null && known.row() == row ? known : new Written<>(row, format.write(row));
            now.put(key, one);
            texts.add("\n    " + one.text());
        }
        written = now;
        String counter = resource.keyGenerated() ? "\n  \"" + LAST_KEY + "\": " + state.lastKey(resource) + "," : "";
        return "{" + counter + "\n  \"" + ROWS + "\": [" + String.join(",", texts) + (texts.isEmpty() ? "" : "\n  ")
                + "]\n}\n";
    }
}
