package dev.dovetail.examples.telephony.errors;

import dev.dovetail.error.Violation;
import dev.dovetail.http.json.Naming;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the faults of an input by top-level field, nested ones in dict literals along their path. */
final class SchemaTexts {
    /** The detail that marks a fault of an object as a whole. */
    static final String SCHEMA = "schema";

    private static final String SCHEMA_FIELD = "_schema";

    /** The faults at one place and below it. */
    private static final class Node {
        private final List<String> messages = new ArrayList<>();
        private final Map<Object, Node> below = new LinkedHashMap<>();

        Node below(Object element) {
            return below.computeIfAbsent(element, key -> new Node());
        }

        Object tree() {
            if (below.isEmpty()) {
                return messages;
            }
            Map<Object, Object> tree = new LinkedHashMap<>();
            below.forEach((element, node) -> tree.put(element, node.tree()));
            if (!messages.isEmpty()) {
                tree.put(SCHEMA_FIELD, messages);
            }
            return tree;
        }
    }

    private SchemaTexts() {}

    static List<String> of(List<Violation> violations) {
        Node whole = new Node();
        List<String> texts = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (Violation violation : violations) {
            String sentence = sentence(violation);
            if (sentence != null) {
                texts.add(sentence);
            } else {
                String field = add(violation, whole);
                if (!places.containsKey(field)) {
                    places.put(field, texts.size());
                    texts.add(field);
                }
            }
        }
        places.forEach((field, place) -> texts.set(
                place,
                "Input Error - " + field + ": "
                        + PythonLiteral.of(whole.below(field).tree())));
        return List.copyOf(texts);
    }

    private static @Nullable String sentence(Violation violation) {
        Object line = violation.details().get(TelephonyErrors.LINE);
        if (line != null) {
            return line.toString();
        }
        Object sentence = violation.details().get(TelephonyErrors.SENTENCE);
        return sentence != null ? "Input Error - " + sentence : QueryTexts.of(violation);
    }

    private static String add(Violation violation, Node whole) {
        List<Object> path = new ArrayList<>();
        for (Object element : violation.path().elements()) {
            path.add(element instanceof String name ? Naming.SNAKE_CASE.json(name) : element);
        }
        if (path.isEmpty() || ofObject(violation)) {
            path.add(SCHEMA_FIELD);
        }
        Node node = whole;
        for (Object element : path) {
            node = node.below(element);
        }
        node.messages.add(SchemaMessage.of(violation));
        return path.get(0).toString();
    }

    private static boolean ofObject(Violation violation) {
        boolean wrongType = violation.code().equals("type")
                && "object".equals(violation.details().get("expected"));
        return wrongType || Boolean.TRUE.equals(violation.details().get(SCHEMA));
    }
}
