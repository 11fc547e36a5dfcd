package dev.dovetail.transaction.ending;

/** Is a running unit of work that can be told its last write. Bound to one thread. */
public interface Ending {

    /**
     * Announces that the call of the service ends with the next write of this DAO; the unit passes it on to the
     * transaction if it ends with that call and has nothing to send.
     */
    void endsWith(Object writer);

    /** Announces the last write of a call to the unit that the call was given. */
    static void announce(Object unit, Object writer) {
        if (unit instanceof Ending ending) {
            ending.endsWith(writer);
        }
    }
}
