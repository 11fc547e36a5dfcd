package dev.dovetail.examples.telephony.common;

/** What is done to the caller's name with a text. */
public enum CallerIdMode {
    PREPEND,
    OVERWRITE,
    APPEND
}
