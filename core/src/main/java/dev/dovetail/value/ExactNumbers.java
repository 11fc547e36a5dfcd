package dev.dovetail.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Bounds numbers to {@value #DIGITS} digits, and reads them to the last digit: a short text such as {@code 1e999999999}
 * must not become a million digits. Thread-safe.
 *
 * @since 0.1
 */
public final class ExactNumbers {
    /** The most digits that a number may have when it is written out without an exponent. */
    public static final int DIGITS = 1_000;

    private static final int LONGEST = DIGITS + 32; // sign, point and exponent
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,10})?");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1," + DIGITS + "}");

    private ExactNumbers() {}

    /**
     * Returns whether a number has at most {@value #DIGITS} digits when it is written out; found without writing it
     * out.
     */
    public static boolean fits(BigDecimal number) {
        long whole = Math.max(1, (long) number.precision() - number.scale());
        long fraction = Math.max(0, number.scale());
        return whole + fraction <= DIGITS;
    }

    /**
     * Returns the number that a text is, in the notation of JSON (RFC 8259, section 6; zeros in front are let be).
     *
     * @throws NumberFormatException if it is none, or one of more than {@value #DIGITS} digits
     */
    public static BigDecimal decimal(String text) {
        if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("not a number of at most " + DIGITS + " digits");
        }
        BigDecimal number = new BigDecimal(text);
        if (!fits(number)) {
            throw new NumberFormatException("more than " + DIGITS + " digits");
        }
        return number;
    }

    /**
     * Returns the whole number that a text is.
     *
     * @throws NumberFormatException if it is none, or one of more than {@value #DIGITS} digits
     */
    public static BigInteger whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new NumberFormatException("not a whole number of at most " + DIGITS + " digits");
        }
        return new BigInteger(text);
    }

    /** Returns whether a double tells a number to the last digit: read and written it is the same number. */
    public static boolean isDouble(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest) && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }
}
