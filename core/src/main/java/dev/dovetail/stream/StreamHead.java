package dev.dovetail.stream;

/**
 * Holds where a stream ends. There is one row; whoever appends locks it, so that numbers are in the order of commits.
 *
 * @param id always {@link #ID}
 * @param epoch names the sequence
 * @param last number given
 */
record StreamHead(String id, String epoch, long last) {
    static final String ID = "head";

    Position position() {
        return new Position(epoch, last);
    }
}
