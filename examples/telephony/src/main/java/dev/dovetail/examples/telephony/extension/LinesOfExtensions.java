package dev.dovetail.examples.telephony.extension;

import dev.dovetail.error.Violations;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import java.util.Optional;

/** Tells which lines extensions serve; the plugin that gives lines extensions implements it. */
public interface LinesOfExtensions extends Plugin {

    /** Returns the id of the main user of a line that an extension serves. */
    Optional<Integer> userOf(Services services, Extension extension);

    /** Checks an extension as it is to become against the lines that it serves. */
    void checkEdited(Services services, Extension extension, Violations violations);
}
