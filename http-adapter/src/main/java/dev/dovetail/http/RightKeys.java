package dev.dovetail.http;

import dev.dovetail.context.CallContext;
import dev.dovetail.error.Details;
import dev.dovetail.error.Errors;
import dev.dovetail.error.Path;
import dev.dovetail.error.Violations;
import dev.dovetail.http.json.Naming;
import dev.dovetail.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the list of right objects that replaces a set. */
record RightKeys<RK>(Resource<?, RK> right, String listName, Naming naming, RightNames<RK> names) {
    /** Takes the elements of a list one by one. */
    interface Elements {
        /** Takes an object; its name is absent if that is not sound. */
        void take(List<Object> name, JsonNode object, Path path);
    }

    /** Hands on the elements that are objects; what is wrong with them and their names is added to the violations. */
    void read(JsonNode body, Violations violations, Elements taker) {
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
                    taker.take(name(element, list.index(i), violations), element, list.index(i));
                } else {
                    violations.add(Errors.wrongType(resource, list.index(i), "object"));
                }
            }
        }
    }

    private List<Object> name(JsonNode element, Path path, Violations violations) {
        String component = names.component();
        Path at = path.field(component);
        JsonNode value = element.get(naming.json(component));
        if (value == null) {
            violations.add(Errors.required(right.name(), at));
        } else if (value.isNull()) {
            violations.add(Errors.nullValue(right.name(), at));
        } else {
            Object name = names.read(value, at, violations);
            return name == null ? List.of() : List.of(name);
        }
        return List.of();
    }

    /**
     * Returns the keys of the named objects, in the same order.
     *
     * @param before is done before a name is refused
     * @throws dev.dovetail.error.DovetailException of kind REFERENCE_NOT_FOUND if the call sees none of a name
     */
    List<RK> keys(CallContext call, List<Object> named, Runnable before) {
        Map<Object, RK> known = names.keys(call, named);
        List<RK> keys = new ArrayList<>(named.size());
        for (Object name : named) {
            RK key = known.get(name);
            if (key == null) {
                before.run();
                throw Errors.referenceNotFound(Path.of(listName), right.name(), Details.of(names.component(), name))
                        .toException();
            }
            keys.add(key);
        }
        return keys;
    }
}
