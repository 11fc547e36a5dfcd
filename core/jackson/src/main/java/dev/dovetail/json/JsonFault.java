package dev.dovetail.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Says where in a JSON text something is wrong, and what.
 *
 * @since 0.1
 */
public final class JsonFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    public JsonFault(int line, int column, String reason, Throwable cause) {
        super(line + ":" + column + ": " + reason, cause);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    JsonFault(JsonPart at, String reason, Throwable cause) {
        this(at.line(), at.column(), reason, cause);
    }

    /** Returns the fault of a text whose first character stands at a line and column of a longer one. */
    static JsonFault of(JacksonException e, int firstLine, int firstColumn) {
        TokenStreamLocation at = e.getLocation();
        if (at == null || at.getLineNr() < 1) {
            return new JsonFault(firstLine, firstColumn, e.getOriginalMessage(), e);
        }
        int line = firstLine + at.getLineNr() - 1;
        int column = at.getLineNr() == 1 ? firstColumn + at.getColumnNr() - 1 : at.getColumnNr();
        return new JsonFault(line, column, e.getOriginalMessage(), e);
    }

    /** Returns the line, from 1. */
    public int line() {
        return line;
    }

    /** Returns the column within the line, from 1. */
    public int column() {
        return column;
    }

    /** Returns what is wrong, without the place. */
    public String reason() {
        return reason;
    }
}
