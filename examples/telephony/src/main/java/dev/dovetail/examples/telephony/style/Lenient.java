package dev.dovetail.examples.telephony.style;

import dev.dovetail.http.json.Reading;
import dev.dovetail.value.ExactNumbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values as the clients of {@code /1.1} write them. */
final class Lenient {
    private static final BigInteger LARGE = BigInteger.TEN.pow(100);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Pattern FLOAT = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

    private Lenient() {}

    /** Reads an integer, also from a float, which is cut, or from a decimal text. */
    static @Nullable Object integer(JsonNode node, Reading to) {
        BigInteger whole = whole(node).orElse(null);
        if (whole == null) {
            return to.wrongType("integer");
        }
        return whole.bitLength() < Integer.SIZE
                ? (Object) whole.intValue()
                : to.outOfRange(whole.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }

    /** Returns the integer that a value of a body stands for. */
    private static Optional<BigInteger> whole(JsonNode node) {
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
        return Optional.of(given.setScale(0, RoundingMode.DOWN).toBigInteger());
    }

    /** Reads a boolean, also 1 and 0, and words in lower, capitalised or upper case. */
    static @Nullable Object bool(JsonNode node, Reading to) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        String text = node.isNumber() ? digit(node.decimalValue()) : node.asString("");
        Boolean value = word(text).orElse(null);
        return value == null ? to.wrongType("boolean") : value;
    }

    private static String digit(BigDecimal number) {
        return ExactNumbers.fits(number) ? number.stripTrailingZeros().toPlainString() : "";
    }

    /** Returns the boolean that a word in lower, capitalised or upper case is. */
    static Optional<Boolean> word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean yes = YES.contains(lower);
        boolean known = yes || NO.contains(lower);
        return known && isCased(word, lower) ? Optional.of(yes) : Optional.empty();
    }

    private static boolean isCased(String word, String lower) {
        return word.substring(1).equals(lower.substring(1)) || word.equals(word.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the boolean that a word in whatever case is; another word is a failure of the server, as clients know it.
     */
    static boolean anyCase(String word) {
        return word(word.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalStateException("not a boolean: " + word));
    }

    /** Reads a float: a number, or a text that is one. */
    static @Nullable Object number(JsonNode node, Reading to) {
        boolean text =
                node.isString() && FLOAT.matcher(node.stringValue().strip()).matches();
        double value = text
                ? Double.parseDouble(node.stringValue().strip())
                : node.isNumber() ? node.decimalValue().doubleValue() : Double.NaN;
        return Double.isFinite(value) ? (Object) value : to.wrongType("number");
    }
}
