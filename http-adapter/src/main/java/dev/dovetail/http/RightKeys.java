package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.Naming;
import dev.dovetail.resource.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the list of right objects that replaces a set, each named by its key. */
record RightKeys<RK>(Resource<?, RK> right, String listName, String keyName, Naming naming, KeyReader<RK> reader) {
    /** Reads a key from JSON. */
    interface KeyReader<RK> {
        @Nullable
        RK read(CallContext call, JsonNode node, Path path, Violations violations);
    }

    /** Takes the elements of a list one by one. */
    interface Elements<RK> {
        /** Takes an object; its key is null if that is not sound. */
        void take(@Nullable RK key, JsonNode object, Path path);
    }

    /** Hands on the elements that are objects; what is wrong with them and their keys is added to the violations. */
    void read(CallContext call, JsonNode body, Violations violations, Elements<RK> taker) {
        String resource = right.name();
        Path list = Path.of(listName);
        JsonNode elements = body.get(listName);
        if (!body.isObject()) {
            violations.add(Errors.wrongType(resource, Path.whole(), "object"));
        } else if (elements == null) {
            violations.add(Errors.required(resource, list));
        } else if (elements.isNull()) {
            violations.add(Errors.nullValue(resource, list));
        } else if (!elements.isArray()) {
            violations.add(Errors.wrongType(resource, list, "nested-list"));
        } else {
            for (int i = 0; i < elements.size(); i++) {
                JsonNode element = elements.get(i);
                if (element.isObject()) {
                    taker.take(key(call, element, list.index(i), violations), element, list.index(i));
                } else {
                    violations.add(Errors.wrongType(resource, list.index(i), "object"));
                }
            }
        }
    }

    private @Nullable RK key(CallContext call, JsonNode element, Path path, Violations violations) {
        Path at = path.field(keyName);
        JsonNode value = element.get(naming.json(keyName));
        if (value == null) {
            violations.add(Errors.required(right.name(), at));
        } else if (value.isNull()) {
            violations.add(Errors.nullValue(right.name(), at));
        } else {
            return reader.read(call, value, at, violations);
        }
        return null;
    }
}
