package dev.dovetail.http.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows several parts within one object.
 *
 * @param members by JSON name
 * @param <T> the model record
 */
record ObjectPart<T>(Map<String, Part<T>> members) implements Part<T> {

    /** Returns this part with one more member, written last. */
    ObjectPart<T> with(String jsonName, Part<T> part) {
        Map<String, Part<T>> more = new LinkedHashMap<>(members);
        more.put(jsonName, part);
        return new ObjectPart<>(more);
    }

    @Override
    public Schema schema() {
        Schema schema = Schema.object();
        for (Map.Entry<String, Part<T>> member : members.entrySet()) {
            schema = schema.field(member.getKey(), member.getValue().schema());
        }
        return schema;
    }

    @Override
    public Writer<T> prepare(List<T> page, Rendering rendering) {
        Map<String, Writer<T>> writers = new LinkedHashMap<>();
        members.forEach((name, part) -> writers.put(name, part.prepare(page, rendering)));
        return (row, out) -> {
            out.writeStartObject();
            writers.forEach((name, writer) -> {
                out.writeName(name);
                writer.write(row, out);
            });
            out.writeEndObject();
        };
    }
}
