package dev.dovetail.query;

/**
 * Says on which side of a bound a value has to be.
 *
 * @since 0.1
 */
public enum Comparison {
    /** Below the bound. */
    LESS_THAN("<"),
    /** Below the bound, or the bound itself. */
    AT_MOST("<="),
    /** Above the bound, or the bound itself. */
    AT_LEAST(">="),
    /** Above the bound. */
    GREATER_THAN(">");

    private final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /** Returns the sign, as SQL and mathematics write it. */
    public String sign() {
        return sign;
    }

    /**
     * Returns whether the result of comparing a value to the bound is what is asked for.
     *
     * @param order negative, zero or positive, as of {@link Comparable#compareTo}
     */
    public boolean accepts(int order) {
        return switch (this) {
            case LESS_THAN -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case GREATER_THAN -> order > 0;
        };
    }
}
