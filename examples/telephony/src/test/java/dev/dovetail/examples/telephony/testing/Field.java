package dev.dovetail.examples.telephony.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says what the specification says about one field of a body. {@link FieldTests} makes tests of it. */
public final class Field {
    private static final String NOT_NULL = "Field may not be null.";

    final String name;
    final Map<JsonNode, JsonNode> accepted = new LinkedHashMap<>();
    final Map<JsonNode, String> refused = new LinkedHashMap<>();
    boolean required;
    boolean nullable;
    boolean nullOnPost;
    JsonNode byDefault;
    JsonNode nullShown = Json.of(null);
    ObjectNode alongside = Json.body();

    private Field(String name) {
        this.name = name;
    }

    private static Field of(String name, String wrongType, Object... wrong) {
        Field field = new Field(name);
        for (Object value : wrong) {
            field.refusing(value, wrongType);
        }
        return field;
    }

    /** Takes what is said, and nothing is known of its type. */
    public static Field any(String name) {
        return new Field(name);
    }

    /** Takes a JSON string only. */
    public static Field string(String name) {
        return of(name, "Not a valid string.", 1, 1.5, true, List.of(), List.of("a"), Map.of("a", "b"));
    }

    /** Takes a string with the form of an e-mail address. */
    public static Field email(String name) {
        return string(name)
                .refusingAll(
                        "Not a valid email address.", "", "ann", "ann@", "@example.com", "a b@example.com", "ann@com")
                .accepting("ann@example.com", "Ann.Lee+1@sub.example.co", "o'hara@example.com");
    }

    /** Takes true and false only. */
    public static Field bool(String name) {
        return of(name, "Not a valid boolean.", 0, 1, 1.0, "true", "", "yes", List.of(), Map.of("a", 1))
                .accepting(true, false);
    }

    /** Takes an integer, a float, which is cut, and a decimal string. */
    public static Field integer(String name) {
        return of(name, "Not a valid integer.", true, false, "3.0", "", "x", List.of(), List.of(1), Map.of("a", 1));
    }

    /** Takes one of some strings. */
    public static Field choice(String name, String... choices) {
        return string(name)
                .accepting((Object[]) choices)
                .refusingAll("Must be one of: " + String.join(", ", choices) + ".", "", "none", choices[0] + "x")
                .refusing(
                        choices[0].toUpperCase(java.util.Locale.ROOT),
                        "Must be one of: " + String.join(", ", choices) + ".");
    }

    /** Has to be in a POST. */
    public Field required() {
        required = true;
        return this;
    }

    /** Takes null. */
    public Field nullable() {
        nullable = true;
        return byDefault(null);
    }

    /** Takes null and shows another value, the one that is shown by default as well. */
    public Field nullShownAs(Object value) {
        nullable = true;
        nullShown = Json.of(value);
        return byDefault(value);
    }

    /** Takes null for the default in a POST, not in a PUT. */
    public Field nullOnPost() {
        nullOnPost = true;
        return this;
    }

    /** Is shown with this value if a POST does not give it. */
    public Field byDefault(Object value) {
        byDefault = Json.of(value);
        return this;
    }

    /** Takes texts of up to this length. */
    public Field maxLength(int most) {
        return accepting("x".repeat(most)).tooLong(most);
    }

    /** Refuses texts longer than this. */
    public Field tooLong(int most) {
        return refusing("x".repeat(most + 1), "Longer than maximum length " + most + ".");
    }

    /** Takes these values and shows them as they are given. */
    public Field accepting(Object... values) {
        Arrays.stream(values).map(Json::of).forEach(value -> accepted.put(value, value));
        return this;
    }

    /** Takes a value and shows another. */
    public Field showing(Object given, Object shown) {
        accepted.put(Json.of(given), Json.of(shown));
        return this;
    }

    /** Takes numbers from one to another. */
    public Field between(int least, int most) {
        String text = "Must be greater than or equal to " + least + " and less than or equal to " + most + ".";
        return numbers(least, most).refusingAll(text, least - 1, most + 1);
    }

    /** Takes integers in each of their forms. */
    public Field numbers(int... some) {
        for (int number : some) {
            accepting(number).showing(String.valueOf(number), number).showing(number + 0.5, number);
        }
        return this;
    }

    /** Refuses a value with a message. */
    public Field refusing(Object value, String message) {
        refused.put(Json.of(value), "['" + message + "']");
        return this;
    }

    /** Refuses values with one message. */
    public Field refusingAll(String message, Object... values) {
        Arrays.stream(values).forEach(value -> refusing(value, message));
        return this;
    }

    /** Refuses a value with whatever follows the name of the field. */
    public Field refusingAs(Object value, String literal) {
        refused.put(Json.of(value), literal);
        return this;
    }

    /** Refuses texts that a pattern does not match. */
    public Field notMatching(String... texts) {
        return refusingAll("String does not match expected pattern.", (Object[]) texts);
    }

    /** Needs other fields beside it. */
    public Field alongside(Object... namesAndValues) {
        alongside = Json.body(namesAndValues);
        return this;
    }

    /** Returns every value that is refused, null included, with the text of the answer. */
    Map<JsonNode, String> refusals(boolean creating) {
        Map<JsonNode, String> texts = new LinkedHashMap<>();
        List<Map.Entry<JsonNode, String>> all = new ArrayList<>(refused.entrySet());
        if (!nullable && !(creating && nullOnPost)) {
            all.add(Map.entry(Json.of(null), "['" + NOT_NULL + "']"));
        }
        all.forEach(refusal -> texts.put(refusal.getKey(), "Input Error - " + name + ": " + refusal.getValue()));
        return texts;
    }
}
