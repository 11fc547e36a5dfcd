package dev.dovetail.examples.telephony.destination;

import dev.dovetail.error.Errors;
import dev.dovetail.examples.telephony.errors.TelephonyErrors;
import dev.dovetail.http.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a destination.
 *
 * @param name in JSON
 * @param presence whether it may be absent or null
 * @param absent its value if it is not given
 * @param reader reads a value that is not null
 */
public record Field(
        String name, Presence presence, @Nullable Object absent, Reader reader) {
    /** The name of a context. */
    public static final Field CONTEXT = matching("context", "[a-zA-Z0-9_-]{1,79}");

    /** For how long it rings; null for as long as what is rung says itself. */
    public static final Field RING_TIME = seconds("ring_time").nullable();

    private static final String PATTERN = "String does not match expected pattern.";

    /** Says what may be left out. */
    public enum Presence {
        REQUIRED,
        NULLABLE,
        OPTIONAL
    }

    /** Reads a value of JSON; null after a fault was reported. */
    public interface Reader {
        @Nullable
        Object read(JsonNode node, Reading at);
    }

    private record Check(Predicate<String> passes, String message) {}

    private static Field required(String name, Reader reader) {
        return new Field(name, Presence.REQUIRED, null, reader);
    }

    /** Returns this field with null allowed, which is its value when it is not given too. */
    public Field nullable() {
        return new Field(name, Presence.NULLABLE, null, reader);
    }

    /** Returns this field with a value for when it is not given. */
    public Field orElse(Object value) {
        return new Field(name, Presence.OPTIONAL, value, reader);
    }

    /** Takes texts of a length. */
    public static Field text(String name, int most) {
        return required(name, texts(List.of(longest(most))));
    }

    /** Takes texts that match. */
    public static Field matching(String name, String regexp) {
        return required(name, texts(List.of(matches(regexp, PATTERN))));
    }

    /** Takes texts that match. */
    public static Field matching(String name, String regexp, int most) {
        return required(name, texts(List.of(matches(regexp, PATTERN), longest(most))));
    }

    /** Takes digits. */
    public static Field digits(String name, int most) {
        return required(name, texts(List.of(matches("[0-9]+", "Invalid input."), longest(most))));
    }

    /** Takes email addresses. */
    public static Field email(String name, int most) {
        Check address =
                matches(dev.dovetail.examples.telephony.common.EmailAddress.REGEXP, "Not a valid email address.");
        return required(name, texts(List.of(address, longest(most))));
    }

    /** Takes one of some words. */
    public static Field choice(String name, String... choices) {
        String message = "Must be one of: " + String.join(", ", choices) + ".";
        return required(name, texts(List.of(new Check(List.of(choices)::contains, message))));
    }

    /** Takes integers. */
    public static Field integer(String name) {
        return required(name, (node, at) -> at.read(node, Integer.class));
    }

    /** Takes booleans. */
    public static Field bool(String name) {
        return required(name, (node, at) -> at.read(node, Boolean.class));
    }

    /** Takes UUIDs. */
    public static Field uuid(String name) {
        return required(name, (node, at) -> at.read(node, UUID.class) instanceof UUID uuid ? uuid.toString() : null);
    }

    /** Takes seconds, not below 0. */
    public static Field seconds(String name) {
        return required(name, Field::readSeconds);
    }

    private static @Nullable Object readSeconds(JsonNode node, Reading at) {
        Double seconds = number(node);
        if (seconds == null) {
            return at.wrongType("number");
        }
        return seconds >= 0 ? seconds : report(at, "Must be greater than or equal to 0.");
    }

    private static @Nullable Double number(JsonNode node) {
        if (!node.isNumber() && !node.isString()) {
            return null;
        }
        try {
            double value = node.isNumber()
                    ? node.decimalValue().doubleValue()
                    : Double.parseDouble(node.stringValue().strip());
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Takes an object of texts whose names and values match. */
    public static Field texts(String name, String regexp) {
        Reader each = texts(List.of(matches(regexp, PATTERN)));
        return required(name, (node, at) -> {
            if (!node.isObject()) {
                return at.wrongType("map");
            }
            Map<String, @Nullable Object> read = new java.util.LinkedHashMap<>();
            node.properties().forEach(entry -> {
                Reading place = at.field(entry.getKey());
                if (!entry.getKey().matches(regexp)) {
                    report(place.field("key"), PATTERN);
                }
                read.put(entry.getKey(), each.read(entry.getValue(), place.field("value")));
            });
            return read;
        });
    }

    private static Check longest(int most) {
        return new Check(
                text -> text.codePointCount(0, text.length()) <= most, "Longer than maximum length " + most + ".");
    }

    private static Check matches(String regexp, String message) {
        return new Check(Pattern.compile(regexp, Pattern.DOTALL).asMatchPredicate(), message);
    }

    private static Reader texts(List<Check> checks) {
        return (node, at) -> {
            if (!node.isString()) {
                return at.wrongType("string");
            }
            String text = node.stringValue();
            List<String> faults = new ArrayList<>();
            checks.stream().filter(check -> !check.passes().test(text)).forEach(check -> faults.add(check.message()));
            faults.forEach(fault -> report(at, fault));
            return faults.isEmpty() ? text : null;
        };
    }

    /** Reports what is wrong with a field. */
    public static @Nullable Object report(Reading at, String message) {
        return at.report(TelephonyErrors.invalid(at.resource(), at.path(), "destination", message));
    }

    /** Reads the field of an object into a map. */
    void read(JsonNode object, Reading destination, Map<String, @Nullable Object> values) {
        JsonNode node = object.get(name);
        Reading at = destination.field(name);
        if (node == null) {
            if (presence == Presence.REQUIRED) {
                at.report(Errors.required(at.resource(), at.path()));
            }
            values.put(name, absent);
        } else if (!node.isNull()) {
            values.put(name, reader.read(node, at));
        } else if (presence == Presence.NULLABLE) {
            values.put(name, null);
        } else {
            at.report(Errors.nullValue(at.resource(), at.path()));
        }
    }
}
