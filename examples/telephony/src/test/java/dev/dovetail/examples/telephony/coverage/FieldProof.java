package dev.dovetail.examples.telephony.coverage;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Needs a field to be shown, and what an entry says of its type, its bounds and null to be seen in requests that
 * succeeded and in texts that others were refused with.
 */
final class FieldProof implements Proof {
    static final Map<String, String> WRONG_TYPES = Map.of(
            "string", "Not a valid string.",
            "int", "Not a valid integer.",
            "float", "Not a valid number.",
            "bool", "Not a valid boolean.",
            "bool_lenient", "Not a valid boolean.",
            "uuid", "Not a valid UUID.",
            "email", "Not a valid email address.");

    private final Entry entry;
    private final JsonNode field;
    private final String name;
    private final boolean nested;

    private FieldProof(Entry entry) {
        this.entry = entry;
        this.field = entry.said();
        this.name = field.path("name").asString("");
        this.nested = !entry.section().equals("fields");
    }

    static Optional<Proof> of(Entry entry) {
        return entry.said().has("name") ? Optional.of(new FieldProof(entry)) : ErrorProof.of(entry);
    }

    @Override
    public boolean in(Evidence seen) {
        if (field.path("ro").asBoolean(false)) {
            return isShown(seen) && (nested || refusals(seen).stream().noneMatch(this::isOfField));
        }
        return holdsType(seen)
                && holdsRequired(seen)
                && holdsDefault(seen)
                && holdsNull(seen)
                && holdsBounds(seen)
                && holdsPattern(seen);
    }

    private boolean isOfField(String refusal) {
        return refusal.startsWith("Input Error - " + name + ": ") || nested && refusal.contains("'" + name + "': [");
    }

    private boolean isRefused(Evidence seen, String message) {
        return refusals(seen).stream()
                .anyMatch(refusal -> nested
                        ? Pattern.compile("('|- )" + Pattern.quote(name) + "'?: (\\{[^\\[]*)?\\[[^\\]]*"
                                        + Pattern.quote(message))
                                .matcher(refusal)
                                .find()
                        : isOfField(refusal) && refusal.contains(message));
    }

    private Set<String> refusals(Evidence seen) {
        return seen.refusals(
                one -> entry.section().equals("variants") || entry.file().names(one.path()));
    }

    private boolean isShown(Evidence seen) {
        return nested
                ? seen.exchanges.stream().anyMatch(one -> one.reply().contains("\"" + name + "\":"))
                : Answers.objects(entry.file(), seen).anyMatch(object -> object.has(name));
    }

    private boolean holdsType(Evidence seen) {
        String type = field.path("type").asString("");
        boolean refused = !WRONG_TYPES.containsKey(type)
                || field.has("enum")
                || isRefused(seen, WRONG_TYPES.get(type))
                || type.equals("email") && isRefused(seen, "Not a valid string.");
        return refused
                && (!type.equals("bool_lenient")
                        || nested
                        || given(seen).anyMatch(value -> !value.isBoolean() && !value.isNull()))
                && (!type.equals("bool") || given(seen).allMatch(value -> value.isBoolean() || value.isNull()));
    }

    private boolean holdsRequired(Evidence seen) {
        if (field.path("req").asBoolean(false)) {
            return isRefused(seen, "Missing data for required field.");
        }
        return nested || creations(seen).anyMatch(one -> !one.sent().has(name));
    }

    private boolean holdsDefault(Evidence seen) {
        JsonNode told = field.path("default");
        if (nested
                || told.isMissingNode()
                || told.isString() && told.stringValue().contains(" ")) {
            return true;
        }
        boolean words =
                told.isString() && !field.has("enum") && !told.stringValue().matches("\\w*");
        return words
                || creations(seen)
                        .anyMatch(one -> !one.sent().has(name)
                                && same(told, one.answered().path(name)));
    }

    private static boolean same(JsonNode told, JsonNode shown) {
        return told.equals(shown) || told.isNumber() && shown.isNumber() && told.asDouble() == shown.asDouble();
    }

    private boolean holdsNull(Evidence seen) {
        if (nested) {
            return true;
        }
        boolean onPost = creations(seen).anyMatch(one -> one.sent().path(name).isNull());
        if (field.path("nullable").isString()) {
            return onPost && isNullRefusedOnPut(seen);
        }
        boolean onPut = done(seen, "PUT").anyMatch(one -> one.sent().path(name).isNull());
        return field.path("nullable").asBoolean(false)
                ? onPut || onPost
                : isRefused(seen, "Field may not be null.") && (!onPut || field.has("immutable"));
    }

    private boolean isNullRefusedOnPut(Evidence seen) {
        return seen.exchanges.stream()
                .filter(one -> one.method().equals("PUT") && entry.file().names(one.path()))
                .filter(one -> one.sent().path(name).isNull())
                .anyMatch(one -> !one.succeeded());
    }

    private boolean holdsBounds(Evidence seen) {
        return holds(seen, "len", "Length must be <n>.")
                && holds(
                        seen,
                        "min_len",
                        field.has("max_len") ? "Length must be between <n> and " : "Shorter than minimum length <n>.")
                && (field.has("min_len")
                        ? holds(seen, "max_len", " and <n>.")
                        : holds(seen, "max_len", "Longer than maximum length <n>."))
                && holds(seen, "min", "Must be greater than or equal to <n>")
                && holds(seen, "max", "ess than or equal to <n>.");
    }

    private boolean holds(Evidence seen, String bound, String message) {
        JsonNode told = field.path(bound);
        if (!told.isNumber()) {
            return true;
        }
        String number = told.asDouble() == told.asInt() ? String.valueOf(told.asInt()) : told.toString();
        return isRefused(seen, message.replace("<n>", number));
    }

    private boolean holdsPattern(Evidence seen) {
        boolean digits = !field.path("digits").asBoolean(false) || isRefused(seen, "Invalid input.");
        boolean choice = !field.has("enum")
                || isRefused(
                        seen,
                        "Must be one of: "
                                + field.get("enum")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(", "))
                                + ".");
        if (!field.has("pattern")) {
            return digits && choice;
        }
        Pattern pattern = Pattern.compile(field.get("pattern").stringValue());
        String message = field.path("pattern_message").asString("String does not match expected pattern.");
        return digits
                && choice
                && isRefused(seen, message)
                && (nested
                        || given(seen)
                                .filter(JsonNode::isString)
                                .allMatch(value -> value.stringValue().isEmpty()
                                        || pattern.matcher(value.stringValue()).lookingAt()))
                && (nested
                        || refused(seen, message)
                                .filter(JsonNode::isString)
                                .noneMatch(value ->
                                        pattern.matcher(value.stringValue()).lookingAt()));
    }

    private Stream<JsonNode> refused(Evidence seen, String message) {
        String answer = "Input Error - " + name + ": ['" + message + "']";
        return seen.exchanges.stream()
                .filter(one -> one.status() == 400
                        && one.answered().path(0).asString("").equals(answer))
                .map(one -> one.sent().path(name));
    }

    /** Returns the values that were taken. */
    private Stream<JsonNode> given(Evidence seen) {
        Stream<Evidence.Exchange> edits = field.has("immutable") ? Stream.empty() : done(seen, "PUT");
        return Stream.concat(creations(seen), edits)
                .map(one -> one.sent().path(name))
                .filter(value -> !value.isMissingNode());
    }

    private Stream<Evidence.Exchange> creations(Evidence seen) {
        return done(seen, "POST");
    }

    private Stream<Evidence.Exchange> done(Evidence seen, String method) {
        return entry.file()
                .root()
                .path("paths")
                .valueStream()
                .flatMap(path -> seen.done(method, path.asString("")).stream())
                .filter(one -> one.sent().isObject());
    }
}
