package dev.dovetail.examples.telephony.common;

import dev.dovetail.http.KeyFormat;
import dev.dovetail.http.QueryValues;
import dev.dovetail.http.json.JsonTypes;
import dev.dovetail.http.json.Reading;
import dev.dovetail.query.Criterion;
import dev.dovetail.resource.Expression;
import dev.dovetail.resource.Resource;
import dev.dovetail.value.ExactNumbers;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values as the clients of this API write them. */
public final class Lenient {
    private static final BigInteger LARGE = BigInteger.TEN.pow(100);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern FLOAT = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

    private Lenient() {}

    /** Returns the types of bodies: integers also as floats, which are cut, and as decimal texts. */
    public static JsonTypes types() {
        return JsonTypes.strict().passingOverUnknown().with(Integer.class, (node, type, to) -> integer(node, to));
    }

    private static @Nullable Object integer(JsonNode node, Reading to) {
        BigInteger whole = whole(node).orElse(null);
        if (whole == null) {
            return to.wrongType("integer");
        }
        return whole.bitLength() < Integer.SIZE
                ? (Object) whole.intValue()
                : to.outOfRange(whole.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }

    /** Returns the integer that a value of a body stands for. */
    public static Optional<BigInteger> whole(JsonNode node) {
        boolean decimal =
                node.isString() && INTEGER.matcher(node.stringValue().strip()).matches();
        if (!node.isNumber() && !decimal) {
            return Optional.empty();
        }
        BigDecimal given = decimal ? new BigDecimal(node.stringValue().strip()) : node.decimalValue();
        if (!ExactNumbers.fits(given)) { // not written out: a few characters can stand for a million digits
            boolean small = (long) given.precision() - given.scale() <= 0;
            return Optional.of(small ? BigInteger.ZERO : LARGE.multiply(BigInteger.valueOf(given.signum())));
        }
        return Optional.of(given.setScale(0, java.math.RoundingMode.DOWN).toBigInteger());
    }

    /** Returns the boolean that a value of a body is: also 1 and 0, and words in lower, capitalised or upper case. */
    public static @Nullable Boolean bool(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String word = node.isNumber() ? digit(node.decimalValue()) : node.asString("");
        String lower = word.toLowerCase(Locale.ROOT);
        boolean yes = YES.contains(lower);
        boolean known = yes || NO.contains(lower);
        return (known && isCased(word, lower)) ? yes : null;
    }

    /** Reads a boolean of a body in the forms that {@link #bool(JsonNode)} takes. */
    public static @Nullable Object bool(JsonNode node, Type type, Reading to) {
        Boolean value = bool(node);
        return value == null ? to.wrongType("boolean") : value;
    }

    /** Reads a float of a body: a number, or a text that is one. */
    public static @Nullable Object number(JsonNode node, Type type, Reading to) {
        boolean text =
                node.isString() && FLOAT.matcher(node.stringValue().strip()).matches();
        double value = text
                ? Double.parseDouble(node.stringValue().strip())
                : node.isNumber() ? node.decimalValue().doubleValue() : Double.NaN;
        return Double.isFinite(value) ? (Object) value : to.wrongType("number");
    }

    private static boolean isCased(String word, String lower) {
        return word.substring(1).equals(lower.substring(1)) || word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static String digit(BigDecimal number) {
        return ExactNumbers.fits(number) ? number.stripTrailingZeros().toPlainString() : "";
    }

    /** Returns how filters are read: a value that a column cannot have matches nothing, but a boolean has to be one. */
    public static QueryValues queryValues() {
        return new QueryValues() {
            @Override
            public <T extends Record> Criterion<T> equal(
                    Resource<T, ?> resource, Expression<T, ?> expression, String parameter, String text) {
                if (expression.type() == boolean.class || expression.type() == Boolean.class) {
                    return new Criterion.Equal<>(expression, bool(text), false);
                }
                try {
                    return new Criterion.Equal<>(expression, QueryValues.parse(expression.type(), text), false);
                } catch (IllegalArgumentException e) {
                    return Lenient.nothing(expression);
                }
            }
        };
    }

    /** Returns the condition that a column is one of the UUIDs in a list with commas; what is none is passed over. */
    public static <T> Criterion<T> anyUuid(Expression<T, UUID> expression, String text) {
        return Criterion.in(
                expression,
                Arrays.stream(text.split(",", -1))
                        .filter(one -> KeyFormat.uuid().pattern().matcher(one).matches())
                        .map(UUID::fromString)
                        .toList());
    }

    /** Returns the condition that no object fulfils. */
    public static <T> Criterion<T> nothing(Expression<T, ?> expression) {
        return Criterion.in(expression, List.of());
    }

    private static boolean bool(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower)) {
            return true;
        } else if (NO.contains(lower)) {
            return false;
        }
        throw new IllegalStateException("not a boolean: " + text);
    }
}
