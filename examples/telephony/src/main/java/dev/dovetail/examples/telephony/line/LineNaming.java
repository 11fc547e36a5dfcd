package dev.dovetail.examples.telephony.line;

import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.Services;
import org.jspecify.annotations.Nullable;

/** Names lines, as events tell them; the plugin that gives lines endpoints implements it. */
public interface LineNaming extends Plugin {

    /** Returns the name of a line; null if it has no endpoint. */
    @Nullable
    String nameOf(Services services, Line line);

    /** Returns the protocol that a line speaks: sip, sccp, custom; null if it has no endpoint. */
    @Nullable
    String protocolOf(Services services, Line line);
}
