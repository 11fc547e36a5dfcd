package dev.dovetail.examples.telephony.livereload;

/** Says whether changes make the telephony engine reload; there is one at most. */
public record LiveReload(int id, boolean enabled) {
    static final int ID = 1;

    /** What holds until something else is said. */
    static final LiveReload DEFAULT = new LiveReload(ID, true);
}
